import type { Evidence } from '../ticket-fields.ts'
import { cite, type Hearing, nextCitizenLine } from './hearing.ts'
import { surnameAt } from './surnames.ts'

/** A form of address (称谓) used for the caller: 王先生, or 先生 alone. */
export interface FormOfAddress {
  readonly surname: string | undefined
  readonly title: '先生' | '女士' | '小姐'
  readonly turn: number
  readonly evidence: Evidence
}

const pattern = /(先生|女士|小姐)/g
const thirdPerson = /(那个?|这个?|那位|这位|位|老板|房东|邻居|经理|有个|有位|姓.?的?|投诉|联系|找|叫)$/

/**
 * The forms of address in the seat's words, and the citizen's own (我是王女士, 叫我王先生), in order. A third
 * party's is left out: 那位先生.
 */
export function formsOfAddress(hearing: Hearing): readonly FormOfAddress[] {
  return hearing.lines.flatMap((line) =>
    [...line.text.matchAll(pattern)].flatMap((match): FormOfAddress[] => {
      const title = match[1] as FormOfAddress['title']
      const left = line.text.slice(0, match.index)
      const surname = surnameBefore(left)
      const beforeName = left.slice(0, left.length - (surname?.length ?? 0))
      const own = /(我是|我叫|叫我|我姓.{1,4}|称呼我|^(嗯|啊|就)?)$/.test(beforeName) && surname !== undefined
      if (line.speaker === 'citizen' && !(own && (line.asked.has('name') || beforeName.includes('我'))))
        return []
      if (line.speaker === 'seat' && thirdPerson.test(beforeName)) return []
      const start = match.index - (surname?.length ?? 0)
      const evidence = cite(line, start, match.index + title.length, surname === undefined ? 0.85 : 0.88)
      return [{ surname, title, turn: line.index, evidence }]
    }),
  )
}

function surnameBefore(left: string): string | undefined {
  const two = left.slice(-2)
  const compound = surnameAt(two)
  if (compound?.length === 2) return compound
  // 那好的先生, 位先生: an ordinary word before the title is no surname.
  const one = left.slice(-1)
  return /[的好位那对是吗呢这和]/.test(one) ? undefined : surnameAt(one)
}

/** True when the citizen's next words reject the name or the title. */
export function objectedTo(hearing: Hearing, form: FormOfAddress): boolean {
  const line = hearing.lines[form.turn]
  if (line?.speaker !== 'seat') return false
  const next = nextCitizenLine(hearing, line)
  return (
    next !== undefined &&
    /不姓|不是(先生|女士|小姐)|我姓|我是(女|男)的|我(是|不是)(先生|女士|小姐)|叫错/.test(next.text)
  )
}
