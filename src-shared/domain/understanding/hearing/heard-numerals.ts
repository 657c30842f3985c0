import { oncePerText } from '../../../base/remember.ts'
import { toSyllables } from '../../../text/pinyin.ts'

const digitSounds: Readonly<Record<string, string>> = {
  ...{
    yi: '一',
    er: '二',
    liang: '两',
    san: '三',
    si: '四',
    wu: '五',
    liu: '六',
    qi: '七',
    ba: '八',
    jiu: '九',
  },
  shi: '十',
}
const digits = '一二两三四五六七八九'
const period = '早上|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨|今晚|昨晚|今早|[到至]'
const clockEnd = `半|多|钟|左右|[一三]刻|[${digits}十]|之间|开始|以后|$`

/** 晚上是点半, 早上就点多: any sound of a numeral between a part of the day and 点. */
const hour = new RegExp(`(${period})([^\\d十零])(?=点(?:${clockEnd}))`, 'g')
/** 七点是分, 六点是五. */
const ten = new RegExp(`(点)是(?=[${digits}]?分|[${digits}](?![${digits}十])|左右|多|$|的时候)`, 'g')
/** 六点是十停的. */
const forty = /点[是事市](?=十)/g
/** 八点二是左右. */
const tens = new RegExp(`(点[二两三四五])[是时石实事](?=[${digits}]?(?:分|左右|多|$))`, 'g')
/** 七是一号, 二石号. */
const house = new RegExp(`([二三四五六七八九])[是时石实事](?=[${digits}]?[号浩])`, 'g')
/** 二百一是号: ten is not told from four behind it. */
const four = /(?<=百一)[是事市](?=号)/g
/** 五十而号, 八十是号, 二百零是号, 一百一十路号: behind a unit only a digit stands before 号. */
const lastDigit = new RegExp(`(?<=[十百零])([^${digits}十百千零幺\\d])(?=[号浩])`, 'g')
/** 依百二十三号, 山百零五号: and before 百 with more numerals behind it. */
const hundreds = new RegExp(`(?<![${digits}])([^${digits}十百千零\\d])(?=百[零十${digits}]{1,4}号)`, 'g')
/** 幺二八八号, 六百幺一号: one, as digits are dictated. */
const one = new RegExp(`[幺妖腰](?=[${digits}零幺十百]{0,4}[号栋室房])|(?<=[十百])[幺](?=[号${digits}])`, 'g')
/** 十二浩, and 十五好 where a day or the line ends. */
const houseMark = new RegExp(
  `([${digits}十百零\\d])(?:[浩毫皓]|好(?=$|早上|上午|中午|下午|晚上|那天|对面|旁边))`,
  'g',
)
/** 八店半. */
const clockMark = new RegExp(`([${digits}十])[店典电](?=半|多|钟|左右|[一三]刻|[二三四五]?十)`, 'g')
/** 三动 for 三栋. */
const building = new RegExp(`([${digits}十零百\\d])[动洞冻](?![作静手车物工态迁力员])`, 'g')

/** 后坐二零一 for 后座二零一. */
const seat = new RegExp(`([前后A-Za-z])坐(?=[零${digits}\\d]{3})`, 'g')

/**
 * Numerals that the recogniser wrote as other words of their sound, put right where only a numeral can stand: 晚上是点半
 * → 晚上十点半, 七点是分 → 七点十分, 八点二是 → 八点二十, 七是一号 → 七十一号, 三动 → 三栋. The length stays.
 */
export const mendNumerals = oncePerText((text) =>
  text
    .replace(clockMark, '$1点')
    .replace(hour, (_, before: string, word: string) => before + numeralFor(word))
    .replace(ten, '$1十')
    .replace(forty, '点四')
    .replace(tens, '$1十')
    .replace(house, '$1十')
    .replace(four, '四')
    .replace(lastDigit, digitFor)
    .replace(hundreds, digitFor)
    .replace(houseMark, '$1号')
    .replace(one, '一')
    .replace(building, '$1栋')
    .replace(seat, '$1座'),
)

/** What a sum ends in, or goes on with. */
const ofSum = `(?=[零${digits}]|块|元|多|的|吧|啊|$)`
/** 八签, 三千四白. */
const thousand = new RegExp(`(?<=[${digits}])[签迁铅仟谦牵]${ofSum}`, 'g')
const hundred = new RegExp(`(?<=[${digits}])[白佰摆败]${ofSum}`, 'g')
/** 三万午, 三千起百块. */
const restOfSum = /(?<=[千百万])[午吴武舞误起巴爸酒久山而儿似寺路留流](?=[百千]|块|元|的|吧|啊|$)/g
/** 山百一, 巴千块. */
const headOfSum = new RegExp(
  `(?<![零十百千万${digits}])[午吴武起巴爸酒久山](?=[百千万](?:[零${digits}]|块|元))`,
  'g',
)

/** Sums of money whose numerals were written as other words of their sound: 八签 → 八千, 三万午 → 三万五. The length stays. */
export function mendSums(text: string): string {
  return text
    .replace(thousand, '千')
    .replace(hundred, '百')
    .replace(headOfSum, digitFor)
    .replace(restOfSum, digitFor)
}

/** The digit that sounds like a character; s and sh are one sound to many, and so are lu and liu. */
function digitFor(character: string): string {
  const syllable = toSyllables(character)[0] ?? ''
  if (syllable === 'shi') return '四'
  return syllable === 'lu' ? '六' : (digitSounds[syllable.replace(/^sh/, 's')] ?? character)
}

/** The numeral from one to ten that sounds like a character: 十 for 是, 九 for 就. */
export const numeralFor = (character: string): string =>
  digitSounds[toSyllables(character)[0] ?? ''] ?? character
