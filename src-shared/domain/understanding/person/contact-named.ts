import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { thirdNamed } from './agreed-contact.ts'
import { isTitled } from './contact-titles.ts'
import { asksForAnother } from './name-questions.ts'
import { type NameStatement, readName } from './name-statements.ts'
import { opening } from './own-names.ts'
import { relationIn, relatives } from './relations.ts'
import { soundAlike, surnameAt } from './surnames.ts'

const asksForCaller = /^(?!.*(他|她|联系人)).*(您贵姓|您怎么称呼|怎么称呼您|您的?(姓名|名字))/
const called = /(?:他|她|佢|名字)(?:的?名字)?(?:叫|姓|是)|[叫较教交](?!给|通)|姓/g

/** How many lines on a name may still be told without any word of whose it is. */
const soon = 6
/** What follows 小邱. */
const afterNickname =
  /^(?:$|[的吧就他她啦啊呢]|叫|姓|男|女|电话|手机|号码|[一-龥]{1,3}[的个那]|[零一二三四五六七八九幺\d]{2})/
const ofThird = new RegExp(`(?:[他她佢]|我(?:的|家)?${relatives})(?:的?名字)?(?:叫|姓|是姓)`, 'g')
const little = /^[吧啦啊呢呀的就是]*/

/** The name of the contact to whom `line` hands over before `from`: told there, in what the citizen says next of that person, or late. */
export function nameOfContact(
  hearing: Hearing,
  line: Line,
  from: number,
  known: readonly string[],
): NameStatement | undefined {
  for (const other of hearing.lines.slice(line.index)) {
    if (other.speaker !== 'citizen') continue
    const question = other === line ? '' : (previousSeatLine(hearing, other)?.text ?? '')
    if (asksForCaller.test(question)) break
    if (other.index >= line.index + soon) {
      const late = namedLate(other, question, known)
      if (late !== undefined) return late
      continue
    }
    const start = other === line ? from + (little.exec(line.text.slice(from))?.[0].length ?? 0) : 0
    const before = /^(他|她|佢)/.test(line.text.slice(from)) ? toldBefore(line, from, known) : undefined
    if (before !== undefined) return before
    if (/(?<!随|跟)我(姓|叫)/.test(other.text.slice(start))) break
    const soonNamed = namedSoon(other, start, other === line, question, known)
    if (soonNamed?.nickname !== undefined) return namedAfter(hearing, other, known) ?? soonNamed
    if (soonNamed !== undefined) return soonNamed
  }
  return toldOfRelation(hearing)
}

/** 小兰姓什么, and 姓蒋叫蒋兰: the name behind the one that everybody uses. */
function namedAfter(hearing: Hearing, line: Line, known: readonly string[]): NameStatement | undefined {
  for (const other of hearing.lines.slice(line.index + 1)) {
    const question = previousSeatLine(hearing, other)?.text ?? ''
    const late = other.speaker === 'citizen' ? namedLate(other, question, known) : undefined
    if (late !== undefined) return late
  }
  return undefined
}

function namedSoon(
  line: Line,
  start: number,
  handsOver: boolean,
  question: string,
  known: readonly string[],
): NameStatement | undefined {
  for (const match of line.text.slice(start).matchAll(called)) {
    const at = start + match.index + match[0].length
    const read = match[0].endsWith('姓')
      ? readName(line, at, 'surnamed', known)
      : (calledName(line, at) ?? readName(line, at, 'named', known))
    if (read !== undefined) return read
  }
  if (!(handsOver || /叫什么|名字|姓名|贵姓|称呼|联系人/.test(question))) return undefined
  const familiar = calledName(line, start)
  if (familiar !== undefined) return familiar
  const read = readName(line, start, 'bare', known)
  return read === undefined ? undefined : withTitle(read, known)
}

/** 四他姓董叫董国富 while the number is told, or the answer to 嫂子怎么称呼. */
function namedLate(line: Line, question: string, known: readonly string[]): NameStatement | undefined {
  for (const match of line.text.matchAll(ofThird)) {
    const by = match[0].endsWith('姓') ? 'surnamed' : 'named'
    const read = readName(line, match.index + match[0].length, by, known)
    if (read !== undefined) return read
  }
  if (!asksForAnother(question)) return undefined
  const surnamed = /^(?:[老小阿][一-龥])?(?:他|她|是)*姓/.exec(line.text)?.[0].length
  return surnamed === undefined
    ? readName(line, opening.exec(line.text)?.[0].length ?? 0, 'bare', known)
    : readName(line, surnamed, 'surnamed', known)
}

/** 桂姨, 黎班长, 小邱: no more than a surname and what everybody calls them; 小莫莫云飞 goes on to the full name. */
function calledName(line: Line, at: number): NameStatement | undefined {
  const familiar = /^[老小]/.exec(line.text.slice(at))?.[0] ?? ''
  const from = at + familiar.length
  const surname = surnameAt(line.text.slice(from, from + 1))
  if (surname === undefined) return undefined
  const after = line.text.slice(from + 1)
  if (familiar === '') return isTitled(after) ? readName(line, from, 'surnamed') : undefined
  const full = readName(line, from + 1, 'bare', [surname])
  if (full?.given !== undefined && soundAlike(full.surname, surname)) return full
  const alone = readName(line, from, 'surnamed')
  return alone === undefined || !afterNickname.test(after)
    ? undefined
    : { ...alone, nickname: familiar + surname }
}

/** The full name that the citizen tells of somebody who was named by surname: 联系人改为谭组长, and then 男的叫谭勇. */
export function withFullName(hearing: Hearing, told: NameStatement): NameStatement {
  if (told.given !== undefined) return told
  for (const line of hearing.lines.slice(told.line.index)) {
    if (line.speaker !== 'citizen') continue
    for (const match of line.text.matchAll(/(?<!我)(?:叫|全名是?|名字是?)/g)) {
      const full = readName(line, match.index + match[0].length, 'named', [told.surname])
      if (full?.given !== undefined && soundAlike(full.surname, told.surname)) return full
    }
  }
  return told
}

/** 林小姐双木林林佩仪: the full name after the form of address. */
function withTitle(read: NameStatement, known: readonly string[]): NameStatement {
  const own = /^(先生|女士|小姐)/.exec(read.line.text.slice(read.end))?.[0]
  const full = own === undefined ? undefined : readName(read.line, read.end + own.length, 'bare', known)
  return full?.given !== undefined && soundAlike(full.surname, read.surname) ? full : read
}

/** 我儿子的吧…他姓焦焦雨辰: told of a relation, before or long after the words that hand over. */
function toldOfRelation(hearing: Hearing): NameStatement | undefined {
  const told = thirdNamed(hearing)
  return told !== undefined && relationIn(told.about) !== '' ? told.statement : undefined
}

/** 她叫黄小丽联系人写她: the name stands before the words that hand over. */
function toldBefore(line: Line, until: number, known: readonly string[]): NameStatement | undefined {
  const match = /(?:他|她|佢)(?:的?名字)?(?:是|叫)/.exec(line.text.slice(0, until))
  return match === null ? undefined : readName(line, match.index + match[0].length, 'named', known)
}
