import type { Category } from '../site-pack.ts'
import { incidentAddressSchema, type TicketDraft, type TicketFields } from '../ticket-fields.ts'
import type { scriptPlaceholders } from './placeholders.ts'

export type ScriptValues = { readonly [Name in keyof typeof scriptPlaceholders]?: string }

const titles = { 男: '先生', 女: '女士' } as const

/**
 * What a ticket's draft gives a script (话术), as it is spoken: 王先生, 天河区天河北路25号, 天河区城市管理和综合执法局. What is not known yet is left out.
 */
export function scriptValues(
  draft: TicketDraft,
  categories: readonly Category[],
  number: string | undefined,
): ScriptValues {
  const value = <Field extends keyof TicketFields>(field: Field): TicketFields[Field] | undefined =>
    (draft[field]?.value ?? undefined) as TicketFields[Field] | undefined
  const address = value('incidentAddress') ?? {}
  const category = value('category')
  return present({
    callerName: formOfAddress(value('contactName') ?? '', value('gender')),
    phone: value('contactPhone'),
    address: Object.keys(incidentAddressSchema.shape)
      .map((part) => address[part as keyof typeof address] ?? '')
      .join(''),
    demand: value('demand'),
    subject: value('subject')?.name,
    category: category?.path.at(-1),
    unit: categories
      .find(({ code }) => code === category?.code)
      ?.unit.replace('{district}', address.district ?? ''),
    number,
  })
}

/** 称呼: the surname and the title where the caller's is known, else the name as it was given. */
function formOfAddress(name: string, gender: TicketFields['gender']): string {
  if (name === '' || gender === undefined || /(先生|女士|小姐)$/.test(name)) return name
  return `${name.slice(0, 1)}${titles[gender]}`
}

function present(values: Readonly<Record<string, string | undefined>>): ScriptValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
}
