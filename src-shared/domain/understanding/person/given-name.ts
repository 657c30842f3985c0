import { nextBreak } from '../../../text/flat-text.ts'
import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Line } from '../hearing/hearing.ts'
import { spellingAt, spellingsIn } from './name-spelling.ts'
import { isCommonSurname, soundAlike, surnameAt } from './surnames.ts'

/** How firmly the words before a name announce one: after 是 or nothing at all, only a plain name counts. */
export type Announced = 'named' | 'surnamed' | 'bare'

/** A given name that was told without the surname before it. */
export interface GivenAlone {
  readonly given: string
  readonly evidence: Evidence
  readonly end: number
}

const afterName =
  /^(我|登|复姓|的(?=$|[吧啦啊呢嘛]|[一幺1][3-9三四五六七八九]|电话|手机|号码)|是|住|打|写|留|啊|呢|吧|今年|身份|你|那|想|要|在|这|家|打|来|反映|投诉|举报|咨询|联系|手机|电话|号码|性别|从|跟|把|因|也|呀|哦|嘛|了|谢谢|对|男|女|就|但[是您你我]|她|他|咯|啦|吖|嘅|哈|\d|[一医幺妖腰二三四五六七八九零]{3}|先生|女士|小姐|老师|好的|您|开[店车公]|做|跑|负责|上班|退休|当|帮|随时|白天|晚上|平时)/
const notInName = /[的了吗呢吧啊我你他她您们这那哪什么是在有要去到哦呀不没就字打姓出别]/
const placeWord = /[区县镇村路楼街市省号]|^栋|[一二三四五六七八九十几]栋/
/** A form of address behind a surname. */
export const title =
  /^(先生|女士|小姐|同学|同志|大[哥爷妈娘婶]|姑娘|[女男]生|老师|师傅|阿姨|大姐|大姨|[伯爸妈](?=[伯啊男女我今吧就得]|$)|叔|婆婆|阿[婆公伯叔]|奶奶|伯伯|大叔|叔叔|大爷|经理|主任|老板|主管|会计|医生|律师|教授|校长|[店厂队班站组楼村]长|妈妈|爸爸|爷爷|太太?(?=$|[咯啦啊吧就我也]))/
/** 陈生, 李工: behind a surname alone. */
const shortTitle = /^[总工生](?=$|[啊吧就打]|电话|手机|[一幺])/
/** 冉左边一个…, 郝耳字旁: the parts of a character follow. */
const explained =
  /^(?:[一-龥]{1,2}(?:耳|字|点水?|个)?(?:旁|头|底|边)|就是|[左右上下][边面耳]|[两二三四][个口匹只头条颗块][一-龥]{1,2}(?=$|[的得地不那是，]))/
/** 繁华那个音, 建设的建: what stands before is a word that explains a character. */
const namesSound = /^(?:的(?![吧啦啊呢嘛]|[一幺1][3-9三四五六七八九]).|(?:那|这)?个(?:音|字|读音|发音))/
/** 晏日字头一个安: a part of the surname. */
export const component = /^(?:字|点水?)(?:旁|头|底|边)/
/** 雯|上面雨字头下面文, 晗|左边日: how a character is put together. */
const builtOf = /^(?:[左右上下里外][边面半头]|左.{1,2}右|[三两]点水|宝盖|走之|[一-龥]{1,2}旁|[门厂广]字?里)/
/** 打我老婆的她白天在家: words of every day that begin like a surname. */
const everyday =
  /^(?:谢谢|白天|平[时常]|常[常年]|时[常间]|周(?:末|[一二三四五六日])|马上|全天|成天|连着|应该|方便|单独|容易|安排|年纪)/
/** 左二十一年: a count. */
const count = /^[零一二两三四五六七八九十百千万]+(?:[十百千万]|[多几]?[年个岁天块元])/
/** 阮|耳朵旁…: a part of the surname, and no given name. */
const radical = /^(?:[一-龥]{1,2}旁(?!边)|[一-龥]字[头底边])/
/** 叫幸运茶餐厅: what goes on so is the name of a house of business. */
const business =
  /^[一-龥]{0,2}?(餐厅|餐馆|酒家|酒楼|公司|超市|药店|药房|商店|小店|饭店|茶庄|厂|工地|小区|花园|学校|医院|学院|公寓|平台|APP)/

/** Three more characters of a saying, 的 and the character that it spells. */
const idiomBehindFirst = 5

/** 姓王叫建国, 姓李单名一个强: the given name without its surname. */
export function givenAlone(line: Line, at: number): GivenAlone | undefined {
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
export function givenName(
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
  if (title.test(words) || shortTitle.test(words) || radical.test(words)) return undefined
  // 雷|雷打雷的雷, 喻|家喻户晓的喻, 游|游泳那个游: a word that explains the surname.
  const explaining = spellingAt(line.text, from)
  if (
    explaining?.end === from + 3 ||
    (explaining?.byRadical === false && soundAlike(explaining.letter, surname))
  )
    return undefined
  for (const length of [2, 1]) {
    const given = words.slice(0, length)
    const rest = line.text.slice(from + length)
    if (given.length < length || notInName.test(given) || placeWord.test(given) || namesSound.test(rest))
      continue
    if (pointsAtWord(given, rest)) continue
    if (length === 2 && (afterName.test(words.slice(1)) || title.test(words.slice(1)))) continue
    if ((length === 2 && builtOf.test(given.charAt(1) + rest)) || isIdiom(given, rest)) continue
    if (count.test(given + rest) && !spellsOne(rest, given)) continue
    if (component.test(rest) || (length === 2 && component.test(given.charAt(1) + rest))) continue
    if (business.test(rest) || everyday.test(surname + given)) continue
    // 缪男老师 tells the gender.
    if (/[一二两三双]$/.test(given) && /^[个口匹只头条颗块]/.test(rest)) continue
    if (given === '男' || given === '女' || /^[姐哥叔姨婶嫂]$/.test(given)) continue
    // 我叫林居看了: the neighbours were called.
    if (surname === '林' && given.startsWith('居')) continue
    // 程怡怡是心字旁的怡: the character again, to be spelled.
    if (length === 2 && isNamedAgain(given, rest)) continue
    // 侯宇侯是侯门的侯: the surname again, to be spelled.
    const again = length === 2 && soundAlike(given.charAt(1), surname)
    if (again && !spellsOne(rest, given.charAt(0)) && /^(是|就是|[一-龥]{1,3}[的得地])/.test(rest)) continue
    const broken = words.length === length
    const spelled = spellsOne(rest, surname + given) || isIdiom(given + rest.charAt(0), rest.slice(1))
    if (
      length === 2 &&
      !spelled &&
      spellsOne(words.slice(1) + line.text.slice(from + words.length), surname + given.charAt(0))
    )
      continue
    // 邬大勇邬是乌加右耳旁: a character of the name again, to be spelled.
    const named =
      /^.就?是/.test(rest) && Array.from(surname + given).some((one) => soundAlike(one, rest.charAt(0)))
    // 柯大伟木可柯: the surname again, at the end of its parts.
    const inParts =
      length === 2 &&
      !given.startsWith(surname) &&
      new RegExp(`^(?!.?[的得地个嘅])[一-龥]{2}${surname}`).test(rest)
    // 阚志文门里面一个敢志气的志文化的文
    const inTurn = length === 2 && spellsAll(rest, given)
    const stops =
      broken || inParts || inTurn || spelled || named || explained.test(rest) || afterName.test(rest)
    const sure = spelled || inParts || inTurn || heardBefore.includes(surname) || isCommonSurname(surname)
    if (announced === 'bare' && !(stops && sure)) continue
    return { given, end: from + length, sure: stops }
  }
  return undefined
}

const isNamedAgain = ([first = '', second = '']: string, rest: string): boolean =>
  first === second && new RegExp(`^就?是.{1,8}${first}`).test(rest)

/** 骆驼那个, where 彦斌这个斌 goes on to spell the name. */
const pointsAtWord = (given: string, rest: string): boolean =>
  /^[那这]个/.test(rest) && !Array.from(given).includes(rest.charAt(2))

/** 鸣|一鸣惊人的鸣: the second character begins the saying that spells the first. */
function isIdiom(given: string, rest: string): boolean {
  const [first = '', second = ''] = given
  const spelling = second === '' ? undefined : spellingAt(rest, 0)
  return (
    spelling?.letter === first &&
    spelling.end === idiomBehindFirst &&
    !rest.slice(0, idiomBehindFirst - 1).includes(second)
  )
}

/** True when the words begin by spelling a character of the name. */
export function spellsOne(words: string, name: string): boolean {
  // 侯是侯门的侯: the character is named before it is spelled.
  const spelling = spellingAt(words, 0) ?? spellingAt(words.replace(/^[一-龥]?(?:就)?是/, ''), 0)
  return (
    spelling !== undefined && Array.from(name).some((character) => soundAlike(character, spelling.letter))
  )
}

/** True when the words spell each character of a given name, sooner or later. */
function spellsAll(words: string, given: string): boolean {
  const letters = spellingsIn(words).map(({ letter }) => letter)
  return Array.from(given).every((character) => letters.some((letter) => soundAlike(letter, character)))
}
