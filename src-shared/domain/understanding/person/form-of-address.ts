import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { isCommonSurname, soundAlike, surnameAt } from './surnames.ts'

export type Title = '先生' | '女士' | '小姐'

/** A form of address (称谓) used for the caller: 王先生, or 先生 alone. */
export interface FormOfAddress {
  readonly surname: string | undefined
  /** 阿姨 and 大叔 are told as 女士 and 先生; undefined for 老师 and 师傅, which anybody may be. */
  readonly title: Title | undefined
  readonly turn: number
  /** Where the title begins in the line. */
  readonly titleAt: number
  readonly evidence: Evidence
}

const pattern =
  /(先生|女士|小姐|阿姨|大姐|大妈|大娘|婆婆|阿婆|奶奶|大爷|大叔|叔叔|阿伯|伯伯|大伯|伯|大哥|老师|师傅)/g
const women = new Set(['阿姨', '大姐', '大妈', '大娘', '婆婆', '阿婆', '奶奶'])
const neutral = new Set(['老师', '师傅'])
const exact = new Set<string>(['先生', '女士', '小姐'])
const thirdPerson =
  /(那个?|这个?|那位|这位|位|老板|房东|邻居|经理|有个|有位|姓.?的?|投诉|联系|找|表扬|举报|您?的?(儿子|女儿|爱人|朋友|同事)|[他她]是|[您她我]的?)$/
// 明白先生, 谢谢女士: an ordinary word before the title is no surname.
const ordinaryBefore =
  /([的好位那对是吗呢这和]|谢谢|感谢|称呼|明白|了解|清楚|时候|方便|关系|安全|没事|可以|需要|现在|一下|知道|收到|登记|电话|请问|不起|马上|意思|放心)$/

/** Name, gender and number all ask for them. */
const remembered = new WeakMap<Hearing, readonly FormOfAddress[]>()

/**
 * The forms of address in the seat's words, and the citizen's own (我是王女士, 叫我王先生), in order. A third
 * party's is left out: 那位先生.
 */
export function formsOfAddress(hearing: Hearing): readonly FormOfAddress[] {
  const known = remembered.get(hearing)
  if (known !== undefined) return known
  const forms = hearing.lines.flatMap((line) => formsIn(hearing, line))
  remembered.set(hearing, forms)
  return forms
}

function formsIn(hearing: Hearing, line: Line): readonly FormOfAddress[] {
  return [...line.text.matchAll(pattern)].flatMap((match) => {
    const form = formAt(line, match[0], match.index)
    if (form === undefined || (form.surname === undefined && isOwnOfSeat(hearing, line, match[0]))) return []
    return [isLikely(hearing, line, form) ? form : { ...form, surname: undefined }]
  })
}

/** 阿姨马上转: to a child who calls the seat 阿姨, the seat means itself. */
const isOwnOfSeat = (hearing: Hearing, { speaker }: Line, word: string): boolean =>
  speaker === 'seat' &&
  !exact.has(word) &&
  hearing.lines.some((other) => other.speaker === 'citizen' && other.text.startsWith(word))

/** A rare surname amid a line (时候先生) is one only where the citizen said something of its sound. */
function isLikely(hearing: Hearing, line: Line, { surname, titleAt }: FormOfAddress): boolean {
  if (surname === undefined || isCommonSurname(surname) || titleAt === surname.length) return true
  // 姓楚楚小姐
  if (line.speaker === 'citizen' && line.text.includes(`姓${surname}`)) return true
  return hearing.lines.some(
    (other) =>
      other !== line &&
      (other.text.includes(surname) ||
        (other.speaker === 'citizen' &&
          Array.from(other.text).some((letter) => soundAlike(letter, surname)))),
  )
}

function formAt(line: Line, word: string, titleAt: number): FormOfAddress | undefined {
  if (line.speaker === 'seat' && isChoice(line.text)) return undefined
  // 伯伯的伯 spells a name.
  if (/^[的得地个]/.test(line.text.slice(titleAt + word.length)) && word.includes('伯')) return undefined
  if (line.speaker === 'citizen' && word === '伯' && !(line.asked.has('name') && line.text.endsWith('伯')))
    return undefined
  const left = line.text.slice(0, titleAt)
  const surname = surnameBefore(left)
  const beforeName = left.slice(0, left.length - (surname?.length ?? 0))
  if (line.speaker === 'citizen' && !(surname !== undefined && isOwn(line, beforeName, surname)))
    return undefined
  const spokenTo = /^这?位$/.test(beforeName) && /^[您你请]/.test(line.text.slice(titleAt + word.length))
  if (line.speaker === 'seat' && !spokenTo && thirdPerson.test(beforeName)) return undefined
  // 跳舞的阿姨 are the matter; only 王阿姨, or 阿姨 as the first word, speaks to the caller.
  if (!exact.has(word) && surname === undefined && beforeName !== '') return undefined
  if (neutral.has(word) && surname === undefined) return undefined
  const start = titleAt - (surname?.length ?? 0)
  const evidence = cite(line, start, titleAt + word.length, surname === undefined ? 0.85 : 0.88)
  return { surname, title: titleOf(word), turn: line.index, titleAt, evidence }
}

/** 阮女士还是阮小姐 leaves it to the caller. */
function isChoice(text: string): boolean {
  return /(先生|女士|小姐|男士).{0,2}还是.{0,2}(先生|女士|小姐|男士)/.test(text)
}

function isOwn(line: Line, beforeName: string, surname: string): boolean {
  // 霍霍元甲的霍霍先生
  if (new RegExp(`^(?:我?姓)?${surname}.{1,4}[的地得个]${surname}$`).test(beforeName)) return true
  const own =
    /(我是|我叫|[叫喊]我|(?:我|免贵|^)姓.{1,6}|称呼我|就?叫|[的得].|^(嗯|啊|就|[男女][的地得])?)$/.test(
      beforeName,
    )
  return own && (line.asked.has('name') || /我|叫|^[男女]/.test(beforeName))
}

function titleOf(word: string): Title | undefined {
  if (neutral.has(word)) return undefined
  if (word === '女士' || word === '小姐') return word
  return women.has(word) ? '女士' : '先生'
}

function surnameBefore(left: string): string | undefined {
  const two = left.slice(-2)
  const compound = surnameAt(two)
  if (compound?.length === 2) return compound
  return ordinaryBefore.test(left) ? undefined : surnameAt(left.slice(-1))
}

/** True when the citizen's next words reject the name or the title; 我是先生没错 confirms it. */
export function objectedTo(hearing: Hearing, form: FormOfAddress): boolean {
  const line = hearing.lines[form.turn]
  if (line?.speaker !== 'seat') return false
  const words = nextCitizenLine(hearing, line)?.text ?? ''
  const corrected = /我是(先生|女士|小姐)/.exec(words)?.[1]
  return (
    /不姓|不是(先生|女士|小姐)|我姓|我是(女|男)的|叫错|不是姓/.test(words) ||
    (corrected !== undefined && corrected !== form.title)
  )
}
