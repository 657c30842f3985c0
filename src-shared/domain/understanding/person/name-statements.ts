import type { Evidence } from '../../ticket-fields.ts'
import { nextBreak } from '../../../text/flat-text.ts'
import { cite, type Line } from '../hearing/hearing.ts'
import { type Spelling, spellingAt, spellingsIn } from './name-spelling.ts'
import { isCommonSurname, soundAlike, surnameAt } from './surnames.ts'

/** What was said of a person's name. */
export interface NameStatement {
  readonly surname: string
  /** The surname's spelling, where one follows. */
  readonly spelling: Spelling | undefined
  /** What follows the surname of a full name; undefined where the surname alone was said. */
  readonly given: string | undefined
  /** 叫我小王: what the caller wants to be called, where that is no more than a surname. */
  readonly nickname?: string
  readonly evidence: Evidence
  readonly line: Line
  /** The span of the statement in the line. */
  readonly start: number
  readonly end: number
}

/** How firmly the words before a name announce one: after 是 or nothing at all, only a plain name counts. */
type Announced = 'named' | 'surnamed' | 'bare'

const afterName =
  /^(我|的$|是|住|啊|呢|吧|今年|身份|你|那|想|要|在|这|家|打|来|反映|投诉|举报|咨询|联系|手机|电话|号码|性别|从|跟|把|因|也|呀|哦|嘛|了|谢谢|对|男|女|就|但[是您你我]|她|他|咯|啦|吖|嘅|哈|\d|[一医幺妖腰二三四五六七八九零]{3}|先生|女士|小姐|老师|好的|您)/
const notInName = /[的了吗呢吧啊我你他她您们这那哪什么是在有要去到哦呀不没就字打姓出别]/
const placeWord = /[区县镇村路楼栋街市省号]/
const title =
  /^(先生|女士|小姐|老师|师傅|阿姨|大姐|大姨|[伯爸妈](?=[伯啊男女我今]|$)|叔|婆婆|奶奶|伯伯|大叔|叔叔|大爷|太太?(?=$|[咯啦啊吧就我]))/
/** 陈生, 李工: behind a surname alone. */
const shortTitle = /^[总工生](?=$|[啊吧就])/
/** 叫幸运茶餐厅: what goes on so is the name of a house of business. */
const explained = /^(?:[一-龥](?:耳|字|点水?|个)?(?:旁|头|底|边)|就是|[左右上下][边面耳])/
/** 晏日字头一个安: a part of the surname. */
const component = /^(?:字|点水?)(?:旁|头|底|边)/
const business =
  /^[一-龥]{0,2}?(餐厅|餐馆|酒家|酒楼|公司|超市|药店|药房|商店|小店|饭店|茶庄|厂|工地|小区|花园|学校|医院|学院|公寓|平台|APP)/

/**
 * Reads the name that begins at `at`: a surname, its spelling, the given name and their spellings. `heardBefore` are
 * surnames known from elsewhere, which a recogniser may have written otherwise here.
 */
export function readName(
  line: Line,
  at: number,
  announced: Announced,
  heardBefore: readonly string[] = [],
): NameStatement | undefined {
  const { text } = line
  const first = spellingAt(text, at)
  // 周敏敏捷的敏 spells another character than the first, and so is no spelling of the surname.
  const spelledFirst =
    announced === 'surnamed' || first?.byParts === true || soundAlike(first?.letter ?? '', text.charAt(at))
      ? first
      : undefined
  const explained = spellingAt(text, at + 1)
  const misheard =
    explained !== undefined && soundAlike(explained.letter, text.charAt(at)) ? explained.letter : undefined
  const surname =
    surnameAt(text.slice(at)) ?? known(text.slice(at), heardBefore) ?? misheard ?? spelledFirst?.letter
  if (surname === undefined) return undefined
  const plain =
    text.startsWith(surname, at) || known(text.slice(at, at + surname.length), heardBefore) !== undefined
  const spelling = spellingAfter(text, at + surname.length, surname) ?? spelledFirst
  const full =
    announced === 'surnamed' || !plain ? undefined : givenName(line, at, surname, announced, heardBefore)
  if (full !== undefined && !(spelledFirst?.start === at && spelledFirst.end > full.end)) {
    const evidence = cite(line, at, full.end, full.sure ? 0.9 : 0.75)
    return {
      surname,
      spelling: spellingsIn(text, full.end).find((one) => soundAlike(one.letter, surname)),
      given: full.given,
      evidence,
      line,
      start: at,
      end: full.end,
    }
  }
  const described = component.test(text.slice(at + surname.length + 1))
  if (announced === 'bare' && spelling === undefined && !described && !isLone(text.slice(at), surname))
    return undefined
  const end = spelling?.end ?? at + surname.length
  const spelled = announced === 'surnamed' ? undefined : givenBySpelling(line, end, surname)
  const repeated = spelled ?? fullAfter(line, end, surname)
  if (repeated !== undefined) return { surname, spelling, ...repeated, line, start: at }
  return { surname, spelling, given: undefined, evidence: cite(line, at, end, 0.9), line, start: at, end }
}

/** 姓谢感谢的谢谢桂兰, 姓王王建国: the full name follows the surname or its spelling. */
function fullAfter(
  line: Line,
  end: number,
  surname: string,
): (Pick<NameStatement, 'evidence' | 'end'> & { readonly given: string }) | undefined {
  const called =
    /^(我|名字|大)?(叫|名叫|全名叫?|名字|单名一?个?|名)/.exec(line.text.slice(end))?.[0].length ?? 0
  const at = end + called
  if (!soundAlike(line.text.slice(at, at + surname.length), surname))
    return called === 0 ? undefined : givenAlone(line, at)
  const full = givenName(line, at, surname, called > 0 ? 'named' : 'bare', [surname])
  return full === undefined
    ? undefined
    : { given: full.given, evidence: cite(line, at, full.end, 0.88), end: full.end }
}

/** 王是三横王文化的文军人的军: the given name is spelled, and never said. */
function givenBySpelling(
  line: Line,
  at: number,
  surname: string,
): (Pick<NameStatement, 'evidence' | 'end'> & { readonly given: string }) | undefined {
  const first = spellingAt(line.text, at)
  const second = first === undefined ? undefined : spellingAt(line.text, first.end)
  if (first === undefined || second === undefined) return undefined
  const spelled = [first, second]
  if (spelled.some((one) => one.byParts || one.byRadical || soundAlike(one.letter, surname))) return undefined
  const given = spelled.map((one) => one.letter).join('')
  return { given, evidence: cite(line, at, second.end, 0.8), end: second.end }
}

/** 姓王叫建国, 姓李单名一个强: the given name without its surname. */
function givenAlone(
  line: Line,
  at: number,
): (Pick<NameStatement, 'evidence' | 'end'> & { readonly given: string }) | undefined {
  const words = line.text.slice(at, Math.min(nextBreak(line, at), line.text.length))
  const plain = /^([一-龥]{1,2}?)字?(?=$|先生|女士|小姐|电话|手机|一[二三四五六七八九幺]|1\d|[的啊呀])/
  const given =
    plain.exec(words)?.[1] ??
    [1, 2].map((length) => words.slice(0, length)).find((name) => spellsOne(words.slice(name.length), name))
  if (given === undefined || notInName.test(given)) return undefined
  const end = at + given.length
  return { given, evidence: cite(line, at, end, 0.8), end }
}

/** A given name of one or two characters, where a break, the end, an ordinary word or a spelling follows. */
function givenName(
  line: Line,
  at: number,
  surname: string,
  announced: Announced,
  heardBefore: readonly string[] = [],
): { readonly given: string; readonly end: number; readonly sure: boolean } | undefined {
  const from = at + surname.length
  const words = line.text.slice(from, Math.min(nextBreak(line, at), line.text.length))
  // 叫桃桃 of a 陶女士 is what friends call her.
  const letter = line.text.charAt(at)
  if (words.startsWith(letter) && surnameAt(letter) === undefined) return undefined
  if (title.test(words) || shortTitle.test(words) || spellingAt(line.text, from)?.end === from + 3)
    return undefined
  for (const length of [2, 1]) {
    const given = words.slice(0, length)
    const rest = line.text.slice(from + length)
    if (given.length < length || notInName.test(given) || placeWord.test(given) || /^的./.test(rest)) continue
    if (length === 2 && (afterName.test(words.slice(1)) || title.test(words.slice(1)))) continue
    if (component.test(rest) || (length === 2 && component.test(given.charAt(1) + rest))) continue
    if (business.test(rest) || surname + given === '谢谢') continue
    // 缪男老师 tells the gender.
    if (/[一二两三双]$/.test(given) && /^[个口]/.test(rest)) continue
    if (given === '男' || given === '女' || /^[姐哥叔姨婶嫂]$/.test(given)) continue
    // 我叫林居看了: the neighbours were called.
    if (surname === '林' && given.startsWith('居')) continue
    // 侯宇侯是侯门的侯: the surname again, to be spelled.
    const again = length === 2 && soundAlike(given.charAt(1), surname)
    if (again && !spellsOne(rest, given.charAt(0)) && /^(是|就是|[一-龥]{1,3}[的得地])/.test(rest)) continue
    const broken = words.length === length
    const spelled = spellsOne(rest, surname + given)
    if (
      length === 2 &&
      !spelled &&
      spellsOne(words.slice(1) + line.text.slice(from + words.length), surname + given.charAt(0))
    )
      continue
    const named = new RegExp(`^[${given}](?:就)?是`).test(rest)
    const stops = broken || spelled || named || explained.test(rest) || afterName.test(rest)
    const sure = spelled || heardBefore.includes(surname) || isCommonSurname(surname)
    if (announced === 'bare' && !(stops && sure)) continue
    return { given, end: from + length, sure: stops }
  }
  return undefined
}

/** True when the words begin by spelling a character of the name. */
function spellsOne(words: string, name: string): boolean {
  // 侯是侯门的侯: the character is named before it is spelled.
  const spelling = spellingAt(words, 0) ?? spellingAt(words.replace(/^[一-龥]?(?:就)?是/, ''), 0)
  return (
    spelling !== undefined && Array.from(name).some((character) => soundAlike(character, spelling.letter))
  )
}

function spellingAfter(text: string, from: number, surname: string): Spelling | undefined {
  // 林就是双木那个林: little words lead over to the spelling.
  const at = from + (/^(?:就是|是|就|啊|呢|哦|嘛)*/.exec(text.slice(from))?.[0].length ?? 0)
  const spelling = spellingAt(text, at) ?? spellingAt(text, from)
  return spelling !== undefined && (spelling.byParts || soundAlike(spelling.letter, surname))
    ? spelling
    : undefined
}

/** A surname that the words only sound like: 良 where the seat said 梁先生. */
function known(words: string, surnames: readonly string[]): string | undefined {
  if (/^[你我他她您的了是有不]/.test(words)) return undefined
  return surnames.find((surname) => words !== '' && soundAlike(words.slice(0, surname.length), surname))
}

/** The surname is all there is: 王, 王啊, 陈先生. */
function isLone(words: string, surname: string): boolean {
  const rest = words.slice(surname.length)
  return isCommonSurname(surname) && (/^[啊呀哦咯啦吧]?$/.test(rest) || /^(先生|女士|小姐)/.test(rest))
}
