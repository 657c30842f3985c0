import { memoryPer, oncePer } from '../../../base/remember.ts'
import { cite, type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { spellingAt, spellingsIn } from './name-spelling.ts'
import { anothers, asksForAnother, isAskedForName } from './name-questions.ts'
import { genderPutRight } from './gender-put-right.ts'
import { spellsOne, title } from './given-name.ts'
import { type NameStatement, readName, toldWhole } from './name-statements.ts'
import { numberAsked } from '../phone/phone-words.ts'
import { relatives } from './relations.ts'
import { isCommonSurname, soundAlike, surnameAt } from './surnames.ts'

const surnameCue = /(?:我|免贵|本人|就|敝|小|不对|错了)(?:是)?姓(?!名)|^(?:啊|哦|就|是|我)*(?:免贵)?姓(?!名)/g
/** What still tells of the caller when somebody else's name was asked for. */
const ownSurnameCue = /(?:我|免贵|本人)(?:是)?姓(?!名)/g
/** 不是王是黄: the seat's form of address is put right. */
const correctedCue = /(?:我?不是|我?不姓)[^不是](?:先生|女士|小姐)?(?:的)?我?(?:是|姓)/g
/** 信池水池的池: 姓 by its sound, where the surname behind it is spelled. */
const surnameCueWhenAsked =
  /(?<!不)姓(?!名|什么)|(?<=^(?:啊|哦|嗯|我|免贵)*)([信性兴幸])(?!\1)(?=([一-龥])[一-龥]{2,3}?[的地得]\2)/g
const nameCue =
  /(?:(?<!当|把|骂|叫)我|本人)(?:就|是)?(?:叫做?|的?(?:名字|姓名|全名|大名)(?:是|就?叫))|(?:名字|姓名|全名|大名)(?:是|就?叫|是叫)|全名(?=[一-龥]{2,4}(?:$|电话|手机))/g
/** 交 is how 叫 is often heard. */
const nameCueWhenAsked =
  /(?<![能要会请没去快])(?:叫|较(?=[一-龥]{2})|交(?![给通警管费钱的了过到]))(?!我|他|她|人|你|做|什么)/g
const softCue = /我是|^(?:啊|哦)?是/g
/** 我是他女儿苟丽丽: by the relation to whom the call is about. */
const asRelation = new RegExp(`我就?是(?:他|她|老人家?|病人|患者|学生|孩子|事主)的?${relatives}`, 'g')
const callMe = /(?<!我)[叫喊称]呼?我(?:做|老|小|阿)?(?!孙[女子儿媳])/g
/** 留洪秋月吧: whose name is to be written down, said in answer to the seat's question. */
const leftCue = /(?<!不)(?:留|写|登记|填|记)(?:一下|个|成)?(?!我|一|这|那|他|她|老)/g
/** 联系我彭晓峰嘛: the caller by the full name. */
const leftMe = /(?:联系|打给?|找|写|留)我/g
const leftAfter = /^(?:吧|啦|的名字|的名|的电话|就行|就可以|就好|她|他|电话|手机|$)/
/** 业委会的卞卞之琳的卞: whom the caller speaks for, and then the surname. */
const affiliation = /^[一-龥]{1,8}?(?:会|部|司|队|厂|店|校|院|行|社|组|室|心)的/g
const beforeNumber = /^[一-龥]{3}(?:的?(?:电话|手机|号码)|[1一幺][3-9三四五六七八九])/
const agreeing = /^(?:对|是|嗯|没错|啊)(?:的|啊|呀|啦|了|对|先生|女士|小姐)*/
/** What stands before a name in an answer. */
export const opening =
  /^[零一二三四五六七八九十幺\d]*(?:啊|哦|好的?|行|叫|我叫|我是|就是|就叫|免贵|那就?|我|喂|对|(?:名字|姓名|全名)(?:就?是)?)*/
/**
 * What the citizen said of their own name, in order. `heardBefore` are the surnames by which the seat addressed them.
 */
export function ownNames(hearing: Hearing, heardBefore: readonly string[]): readonly NameStatement[] {
  return heardBefore.length === 0 ? unaddressed(hearing) : readOwnNames(hearing, heardBefore)
}

/** Several rules ask for what is told without regard to the seat's forms of address. */
const unaddressed = oncePer((hearing: Hearing) => readOwnNames(hearing, []))

function readOwnNames(hearing: Hearing, heardBefore: readonly string[]): readonly NameStatement[] {
  const known = [...heardBefore]
  return hearing.lines.flatMap((line) => {
    if (line.speaker !== 'citizen') return []
    const asked = isAskedForName(hearing, line)
    const seat = previousSeatLine(hearing, line)?.text ?? ''
    const forContact = asked || numberAsked(seat) === 'phone'
    const anothersAsked = asksForAnother(seat)
    const seatNamed = /先生|女士|小姐|姓/.test(seat)
    const said = [
      ...namesIn(line, { asked, forContact, anothersAsked, seatNamed }, known),
      ...confirmedSpelling(hearing, line, known),
    ]
    known.push(...said.map((entry) => entry.surname))
    return said
  })
}

/** 是木子李吗 and 对, or 弓长张还是立早章 and the answer to it: the spelling is the seat's. */
function confirmedSpelling(hearing: Hearing, line: Line, known: readonly string[]): readonly NameStatement[] {
  const seat = previousSeatLine(hearing, line)
  if (seat?.index !== line.index - 1 || line.reply !== 'yes' || seat.text.includes('还是')) return []
  const spelling = spellingsIn(seat.text).find(
    (one) =>
      (one.byParts || surnameAt(one.letter) !== undefined) &&
      known.some((surname) => soundAlike(surname, one.letter)),
  )
  if (spelling === undefined) return []
  const evidence = cite(seat, spelling.start, spelling.end, 0.9)
  return [{ surname: spelling.letter, spelling, given: undefined, evidence, line, start: 0, end: 0 }]
}

/** What the question before a line makes of a name in it. */
type Question = Readonly<Record<'asked' | 'forContact' | 'anothersAsked' | 'seatNamed', boolean>>

const knownNames = memoryPer<readonly NameStatement[]>()

/** The names in a line, read again only where the question or the surnames known before it have changed. */
function namesIn(line: Line, question: Question, known: readonly string[]): readonly NameStatement[] {
  const key = [...Object.values(question), ...new Set(known)].join(' ')
  return knownNames(line, key, () => readNames(line, question, known))
}

function readNames(
  line: Line,
  { asked, forContact, anothersAsked, seatNamed }: Question,
  known: readonly string[],
): readonly NameStatement[] {
  const said: NameStatement[] = []
  const add = (cue: RegExp, read: (at: number) => NameStatement | undefined): void => {
    for (const match of line.text.matchAll(cue)) {
      const at = match.index + match[0].length
      if (
        (!/我|本人|免贵/.test(match[0]) && isAnothers(line, match.index)) ||
        said.some((entry) => at > entry.start && at <= entry.end)
      )
        continue
      const statement = read(at)
      if (statement !== undefined) said.push(statement)
    }
  }
  add(anothersAsked ? ownSurnameCue : surnameCue, (at) => readName(line, at, 'surnamed', known))
  if (seatNamed) add(correctedCue, (at) => readName(line, at, 'surnamed', known))
  if (asked && said.length === 0) add(surnameCueWhenAsked, (at) => readName(line, at, 'surnamed', known))
  const heard = [...known, ...said.map((entry) => entry.surname)]
  add(nameCue, (at) => fullOnly(readName(line, at, 'named', heard)))
  if (asked || said.length > 0) add(nameCueWhenAsked, (at) => fullOnly(readName(line, at, 'named', heard)))
  if (forContact) add(leftCue, (at) => leftName(line, at, heard))
  add(
    callMe,
    (at) => wholeName(line, at, known) ?? nicknamed(line, at, readName(line, at, 'surnamed', known)),
  )
  add(leftMe, (at) => fullOnly(readName(line, at, 'bare', known)))
  if (asked) add(asRelation, (at) => fullOnly(readName(line, at, 'bare', heard)))
  if (asked && said.length === 0) add(softCue, (at) => readName(line, at, 'bare', heard))
  if (asked && said.length === 0) {
    const at = opening.exec(line.text)?.[0].length ?? 0
    // 元海萱电话一三九…: the number behind it makes a name of a rare surname.
    const rare = beforeNumber.test(line.text.slice(at)) ? surnameAt(line.text.slice(at)) : undefined
    const bare = readName(line, at, 'bare', rare === undefined ? heard : [...heard, rare])
    if (bare !== undefined) said.push(bare)
    else
      add(
        affiliation,
        (at) => spelledOnly(readName(line, at, 'bare', heard)) ?? titled(readName(line, at, 'surnamed')),
      )
  }
  if (seatNamed && said.length === 0) said.push(...completed(line, heard))
  return said
}

/** 对的于小婷, 女的蒲慧兰 and 是女士伊娟 after 于女士是吗: the answer makes the name whole. */
function completed(line: Line, known: readonly string[]): readonly NameStatement[] {
  const at = genderPutRight(line.text)?.length ?? agreeing.exec(line.text)?.[0].length ?? 0
  const read = readName(line, at, 'bare', known)
  const rest = line.text.slice(read?.end)
  const whole =
    read?.given !== undefined &&
    (at > 0 || read.given.length > 1) &&
    surnameAt(line.text.slice(at)) !== undefined &&
    (rest.length <= 1 || toldWhole.test(rest) || spellsOne(rest, read.surname + read.given))
  return whole && known.some((surname) => soundAlike(surname, read.surname)) ? [read] : []
}

/** 叫我叶落就好. */
function wholeName(line: Line, at: number, known: readonly string[]): NameStatement | undefined {
  const read = /[老小阿]/.test(line.text.charAt(at - 1)) ? undefined : readName(line, at, 'named', known)
  return read?.given !== undefined && /^(?:就[好行可]|吧|可以|好了|$)/.test(line.text.slice(read.end))
    ? read
    : undefined
}

/** 叫我小王, 喊我阿强. */
function nicknamed(line: Line, at: number, read: NameStatement | undefined): NameStatement | undefined {
  const before = line.text.charAt(at - 1)
  return read === undefined || read.given !== undefined || !/[老小阿]/.test(before)
    ? read
    : { ...read, nickname: before + read.surname }
}

/** After 叫 stands a name or a verb's object (叫他, 叫物业), never a surname alone. */
function fullOnly(statement: NameStatement | undefined): NameStatement | undefined {
  return statement?.given === undefined && statement?.spelling === undefined ? undefined : statement
}

function spelledOnly(statement: NameStatement | undefined): NameStatement | undefined {
  return statement?.spelling === undefined && statement?.given === undefined ? undefined : statement
}

/** 办公室的高主任: behind whom the caller speaks for, a surname with a title. */
function titled(statement: NameStatement | undefined): NameStatement | undefined {
  if (statement === undefined) return undefined
  const { line, start, surname } = statement
  return title.test(line.text.slice(start + surname.length)) ? statement : undefined
}

function leftName(line: Line, at: number, known: readonly string[]): NameStatement | undefined {
  const read = readName(line, at, 'named', known)
  if (read?.given === undefined) return titled(read)
  if (spellingAt(line.text, read.end) !== undefined) return read
  return isCommonSurname(read.surname) && leftAfter.test(line.text.slice(read.end)) ? read : undefined
}

/** 我爸姓古, 那个护士姓菜: the words before the cue name somebody else. */
function isAnothers(line: Line, at: number): boolean {
  return anothers.test(line.text.slice(Math.max(0, at - 10), at))
}
