import { Select } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import type { CategoryRef } from '#shared/domain/ticket-fields.ts'
import type { ProcedureOutput } from '#shared/contract/contract.ts'
import { formatCategory } from '../../../format/field-value.ts'
import { useDesk, useSession } from '../../../state/desk-context.ts'
import { formText } from '../../../text/ticket-form.ts'
import { text } from '../../../text/zh-CN.ts'
import { FieldFrame } from './field-frame.tsx'
import { useField } from './use-field.ts'

type Catalogue = ProcedureOutput<'catalogue.categories'>

/** The category catalogue of the pack, read again when the session is a new one. */
export function useCatalogue(): Catalogue {
  const { connection, fail } = useDesk()
  const session = useSession((state) => state.session?.pack.version)
  const [catalogue, setCatalogue] = useState<Catalogue>([])
  useEffect(() => {
    if (session === undefined) return
    connection.call('catalogue.categories', {}).then(setCatalogue, fail)
  }, [connection, fail, session])
  return catalogue
}

/** 事项分类: a leaf of the catalogue, found by any words of its path; heard alternatives come first. */
export function CategoryEditor({ catalogue }: { readonly catalogue: Catalogue }): ReactNode {
  const control = useField('category')
  const { alternatives, value } = control
  const options = useMemo(() => groups(alternatives, value, catalogue), [alternatives, value, catalogue])
  return (
    <FieldFrame
      field="category"
      trust={control.trust}
      problem={control.refused}
      note={
        alternatives.length > 0 &&
        !control.disabled && (
          <span className="field-others" title={text.ticket.others(alternatives.length)}>
            {text.ticket.othersShort(alternatives.length)}
          </span>
        )
      }
    >
      <Select
        id="field-category"
        className="field-editor"
        aria-label={text.fields.category}
        placeholder={text.placeholders.category}
        disabled={control.disabled}
        suffix={null}
        popupMatchSelectWidth={false}
        showSearch={{ filterOption: matches }}
        options={options}
        value={value?.code ?? null}
        onChange={(code: string) => {
          const known = [...alternatives, ...catalogue].find((category) => category.code === code)
          if (known !== undefined) control.edit({ code: known.code, path: known.path })
        }}
      />
    </FieldFrame>
  )
}

/** Why this category: the words that spoke for it, and the next likely ones, which ↓ offers first. */
export function CategoryWhy(): ReactNode {
  const { entry, value, alternatives } = useField('category')
  if (value === null || entry?.reason === undefined) return null
  const others = alternatives.slice(0, 2).map((other) => other.path.at(-1) ?? other.code)
  const next = others.length === 0 ? '' : ` · ${text.ticket.alternatives} ${others.join('、')}`
  const words = `${formText.why(entry.reason)}${next}`
  return (
    <p className="row-under row-why" title={words}>
      {words}
    </p>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

const optionOf = (category: CategoryRef): Option => ({
  value: category.code,
  label: formatCategory(category),
})

/** Every code once: the heard ones first, then the rest of the catalogue. */
function groups(alternatives: readonly CategoryRef[], value: CategoryRef | null, catalogue: Catalogue) {
  const heard = value === null ? alternatives : [value, ...alternatives]
  const codes = new Set(heard.map((category) => category.code))
  const rest = catalogue.filter((category) => !codes.has(category.code))
  return [
    { label: text.ticket.alternatives, options: heard.map(optionOf) },
    { label: text.ticket.fromCatalogue, options: rest.map(optionOf) },
  ].filter((group) => group.options.length > 0)
}

/** Every word typed must occur somewhere in the path. */
function matches(typed: string, option?: { readonly label?: unknown }): boolean {
  const label = typeof option?.label === 'string' ? option.label : ''
  return typed.split(/\s+/).every((word) => label.includes(word))
}
