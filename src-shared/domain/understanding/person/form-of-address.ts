import { oncePer } from '../../../base/remember.ts'
import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { genderPutRight } from './gender-put-right.ts'
import { isAskedForName } from './name-questions.ts'
import { numberAsked } from '../phone/phone-words.ts'
import {
  type EchoedName,
  echoedName,
  isSurnameOfAnother,
  isToldOfAnother,
  toldBefore,
  toldPair,
  toldSurname,
} from './seat-echo.ts'
import { isCommonSurname, soundAlike, surnameAt } from './surnames.ts'

export type Title = '先生' | '女士' | '小姐'

/** A form of address (称谓) used for the caller: 王先生, or 先生 alone. */
export interface FormOfAddress {
  readonly surname: string | undefined
  /** The given name, where the seat repeats the full one: 裴秀芳女士, 雷志成先生. */
  readonly given?: string
  /** The full name was told as somebody else's, who may be the contact or whom the call is about. */
  readonly anothers?: boolean
  /** 阿姨 and 大叔 are told as 女士 and 先生; undefined for 老师 and 师傅, which anybody may be. */
  readonly title: Title | undefined
  readonly turn: number
  /** Where the title begins in the line. */
  readonly titleAt: number
  readonly evidence: Evidence
}

const pattern =
  /(老?先生|女士|小姐|老太太?|阿姨|大姐|大妈|大娘|婆婆|阿婆|奶奶|大爷|大叔|叔叔|叔|阿伯|伯伯|大伯|伯|姨|婶|大哥|老师|师傅|同学|[会组班]长|经理|主任|老板|同志)/g
const women = new Set(['老太', '老太太', '阿姨', '大姐', '大妈', '大娘', '婆婆', '阿婆', '奶奶', '姨', '婶'])
const neutral = new Set(['老师', '师傅'])
/** 蔡伯, 巢叔: of callers' own stories these tell others. */
const kin = /^[伯叔姨婶]$/
/** Titles of many a person of whom a call tells: only behind a full name that the caller told do they speak of the contact. */
const ofAnybody = /^(?:同学|[会组班]长|经理|主任|老板|同志)$/
const exact = new Set<string>(['先生', '女士', '小姐'])
const thirdPerson =
  /(那个?|这个?|那位|这位|位|老板|房东|邻居|经理|有个|有位|姓.?的?|投诉|联系|找|表扬|举报|您?的?(儿子|女儿|爱人|朋友|同事)|[他她]是|[您她我]的?)$/
// 明白先生, 谢谢女士: an ordinary word before the title is no surname.
const ordinaryBefore =
  /([的好位那对是吗呢这和]|谢谢|感谢|称呼|明白|了解|清楚|时候|方便|关系|安全|没事|可以|需要|现在|一下|知道|收到|登记|电话|请问|不起|马上|意思|放心)$/

/** What follows a name of which the seat makes sure, or whose number it asks for. */
const beforeQuestion = /(?<=^.{2,8})(?:[是对][吗吧]|是[一-龥]{1,3}的[一-龥][吗吧]|(?:您的?)?(?:联系)?电话)/

/** What a seat says before it speaks to the caller: 不客气伯伯. */
const courtesy =
  /^(?:好[的地]?|不客气|谢谢|感谢|嗯|哦|那|行|对不起|不好意思|抱歉|请问|明白了?|[您你宁][好号]|是的|没关系|没事|辛苦了?|不用谢)*$/

/**
 * The forms of address in the seat's words, and the citizen's own (我是王女士, 叫我王先生), in order. A third
 * party's is left out: 那位先生.
 */
export const formsOfAddress = oncePer((hearing: Hearing): readonly FormOfAddress[] =>
  hearing.lines.flatMap((line) => formsIn(hearing, line)),
)

function formsIn(hearing: Hearing, line: Line): readonly FormOfAddress[] {
  const titled = [...line.text.matchAll(pattern)].flatMap((match) => {
    const own = isSurnamedOld(line, match.index) ? 1 : 0
    const form = formAt(hearing, line, match[0].slice(own), match.index + own)
    if (form === undefined || (form.surname === undefined && isOwnOfSeat(hearing, line, match[0]))) return []
    return [isLikely(hearing, line, form) ? form : { ...form, surname: undefined }]
  })
  return titled.length > 0 || line.speaker === 'citizen' ? titled : untitled(hearing, line)
}

/** 老先生 with no surname before it may be a 先生 of that surname. */
const isSurnamedOld = ({ text }: Line, at: number): boolean =>
  text.startsWith('老先生', at) && surnameAt(text.slice(at - 1, at)) === undefined

/** 邬国梁是栋梁的梁吗, 欧阳倩电话是来电吗: a name alone, with which the seat begins. */
function untitled(hearing: Hearing, line: Line): readonly FormOfAddress[] {
  const end = beforeQuestion.exec(line.text)?.index
  const name = end === undefined ? undefined : echoedName(hearing, line, end)
  const answer = hearing.lines.slice(0, line.index).findLast(({ speaker }) => speaker === 'citizen')
  if (end === undefined || name === undefined || answer === undefined) return []
  // 粤盛建工是吗 makes sure of a firm.
  if (!isAskedForName(hearing, answer) && !answer.text.includes('姓')) return []
  const start = end - name.surname.length - name.given.length
  return [
    { ...name, title: undefined, turn: line.index, titleAt: end, evidence: cite(line, start, end, 0.85) },
  ]
}

/** 阿姨马上转: to a child who calls the seat 阿姨, the seat means itself. */
const isOwnOfSeat = (hearing: Hearing, { speaker }: Line, word: string): boolean =>
  speaker === 'seat' &&
  !exact.has(word) &&
  hearing.lines.some((other) => other.speaker === 'citizen' && other.text.startsWith(word))

/** A rare surname amid a line (时候先生) is one only where the citizen said something of its sound. */
function isLikely(hearing: Hearing, line: Line, { surname, titleAt }: FormOfAddress): boolean {
  if (surname === undefined || isCommonSurname(surname) || titleAt === surname.length) return true
  // 金字旁的钭钭先生
  if (line.text.slice(0, titleAt).endsWith(surname + surname)) return true
  // 姓楚楚小姐, 我是三号楼的毛先生
  if (line.speaker === 'citizen' && new RegExp(`姓${surname}|我是[一-龥]{1,8}的${surname}`).test(line.text))
    return true
  return hearing.lines.some(
    (other) =>
      other !== line &&
      (other.text.includes(surname) ||
        (other.speaker === 'citizen' &&
          Array.from(other.text).some((letter) => soundAlike(letter, surname)))),
  )
}

function formAt(hearing: Hearing, line: Line, word: string, titleAt: number): FormOfAddress | undefined {
  const after = line.text.slice(titleAt + word.length)
  // 伯伯的伯 spells a name.
  if (/^[的得地个]/.test(after) && /[伯叔姨婶]/.test(word)) return undefined
  return line.speaker === 'seat'
    ? fromSeat(hearing, line, word, titleAt)
    : fromCitizen(hearing, line, word, titleAt)
}

function fromSeat(hearing: Hearing, line: Line, word: string, titleAt: number): FormOfAddress | undefined {
  const { name, start } = fullBefore(hearing, line, titleAt)
  const left = line.text.slice(0, titleAt)
  const surname = name?.surname ?? surnameBefore(left, toldBefore(hearing, line))
  const beforeName = left.slice(0, name === undefined ? left.length - (surname?.length ?? 0) : start)
  const spokenTo = /^这?位$/.test(beforeName) && /^[您你请]/.test(line.text.slice(titleAt + word.length))
  if (!spokenTo && thirdPerson.test(beforeName) && !/^(?:好的?|嗯|是|哦)*姓$/.test(beforeName))
    return undefined
  // 刘先生还是, and 对: the first it is.
  const choice =
    isChoice(line.text) && !(line.text.endsWith('还是') && nextCitizenLine(hearing, line)?.reply === 'yes')
  if (name === undefined && (choice || ofAnybody.test(word))) return undefined
  // 跳舞的阿姨 are the matter; only 王阿姨, or 阿姨 as the first word, speaks to the caller.
  if (!exact.has(word) && surname === undefined && !courtesy.test(beforeName)) return undefined
  if (surname === undefined && (neutral.has(word) || !line.source.replaceAll('先森', '先生').includes(word)))
    return undefined
  const evidence = cite(line, beforeName.length, titleAt + word.length, surname === undefined ? 0.85 : 0.88)
  const answer = choice
    ? /^(?:是|啊)*(先生|女士|小姐)/.exec(nextCitizenLine(hearing, line)?.text ?? '')?.[1]
    : word
  const title = answer === undefined ? undefined : titleOf(answer)
  const full =
    name === undefined
      ? { anothers: surname !== undefined && isSurnameOfAnother(hearing, line, surname) }
      : { given: name.given, anothers: isToldOfAnother(hearing, line, name) }
  return { surname, ...full, title, turn: line.index, titleAt, evidence }
}

/** 邝金水先生, and 邝金水邝先生. */
function fullBefore(
  hearing: Hearing,
  line: Line,
  titleAt: number,
): { readonly name?: EchoedName; readonly start: number } {
  for (const end of [titleAt - 2, titleAt - 1, titleAt]) {
    const name = echoedName(hearing, line, end)
    if (name === undefined || (end < titleAt && line.text.slice(end, titleAt) !== name.surname)) continue
    return { name, start: end - name.surname.length - name.given.length }
  }
  return { start: titleAt }
}

function fromCitizen(hearing: Hearing, line: Line, word: string, titleAt: number): FormOfAddress | undefined {
  const forNumber = numberAsked(previousSeatLine(hearing, line)?.text ?? '') === 'phone'
  // 汤先生电话一三六…, to 您怎么联系.
  const asked = isAskedForName(hearing, line) || (forNumber && titleAt <= 2)
  if (
    (kin.test(word) && !(asked && /^(?:$|就[得行好]|得|吧)/.test(line.text.slice(titleAt + 1)))) ||
    ofAnybody.test(word)
  )
    return undefined
  const left = line.text.slice(0, titleAt)
  const surname = surnameBefore(left, left)
  const beforeName = left.slice(0, left.length - (surname?.length ?? 0))
  if (surname === undefined || !isOwn(beforeName, surname, asked)) return undefined
  const evidence = cite(line, beforeName.length, titleAt + word.length, 0.88)
  return { surname, title: titleOf(word), turn: line.index, titleAt, evidence }
}

/** 阮女士还是阮小姐 leaves it to the caller. */
function isChoice(text: string): boolean {
  return /(先生|女士|小姐|男士).{0,2}还是(?:$|.{0,2}(先生|女士|小姐|男士))/.test(text)
}

function isOwn(beforeName: string, surname: string, asked: boolean): boolean {
  // 霍霍元甲的霍霍先生
  if (new RegExp(`^(?:我?姓)?${surname}.{1,4}[的地得个]${surname}$`).test(beforeName)) return true
  // 姓敖敖包相会那个敖敖先生, 我姓柴先生
  if (asked && (beforeName.endsWith('姓') || Array.from(beforeName).some((one) => soundAlike(one, surname))))
    return true
  const own =
    /(我是(?:[一-龥]{1,8}的)?|我叫|[叫喊]我|(?:我|免贵|^)姓.{1,6}|称呼我|就?叫|(?:写|记|登记|填)(?:我|个|成)?|[的得].|^(嗯|啊|就|[男女][的地得])?)$/.test(
      beforeName,
    )
  return own && (asked || /我|叫|^[男女]/.test(beforeName))
}

function titleOf(word: string): Title | undefined {
  if (neutral.has(word) || ofAnybody.test(word)) return undefined
  if (word === '女士' || word === '小姐') return word
  return women.has(word) ? '女士' : '先生'
}

function surnameBefore(left: string, told: string): string | undefined {
  const two = left.slice(-2)
  const compound = surnameAt(two)
  if (compound?.length === 2) return compound
  const pair = toldPair(told, two)
  if (pair !== undefined) return pair
  const letter = left.slice(-1)
  // 姓那那英的那那先生
  const isNamed = told.includes(`姓${letter}`)
  return ordinaryBefore.test(left) && !isNamed ? undefined : (surnameAt(letter) ?? toldSurname(told, letter))
}

/** True when the citizen's next words reject the name or the title; 我是先生没错 and 对阳女士我不姓杨 confirm it. */
export function objectedTo(hearing: Hearing, form: FormOfAddress): boolean {
  const line = hearing.lines[form.turn]
  if (line?.speaker !== 'seat') return false
  const words = nextCitizenLine(hearing, line)?.text ?? ''
  const { surname = '', title } = form
  const confirms = new RegExp(`姓${surname}|${surname}${title ?? '先生'}`)
  if (surname !== '' && confirms.test(words.replace(/不姓./g, ''))) return false
  if (/不姓|不是(先生|女士|小姐)|我姓(?!什么|啥|谁)|叫错|不是姓/.test(words)) return true
  if (title === undefined) return false
  const addressed = title === '先生' ? '男' : '女'
  const right = genderPutRight(words, addressed)
  return right !== undefined && right.gender !== addressed
}
