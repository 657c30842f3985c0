import { arabicCardinal, arabicDigits, digit, numeralCharacters } from './numeral.ts'
import { join, patternRule, type Rule } from './rule.ts'

const month = '(十[一二]?|[一二三四五六七八九])'
const day = '(三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])'
/** A day without its 号: nothing that would make it another number may follow. */
const unspokenDay = `(三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?)(?![${numeralCharacters}几多来个点名位人户家岁块元条天年次米度楼栋层])`
const year = `(${digit}{4}|${digit}{2})`

/** Years spoken with two digits: 二三年 may be two or three years, unless a month follows. */
function yearOf(words: string, sure: boolean): string | undefined {
  const digits = arabicDigits(words)
  if (digits?.length === 4) return /^(?:1[89]|20)/.test(digits) ? digits : undefined
  return sure || (!'一二三四五六七八九'.includes(words) && words !== '三五') ? digits : undefined
}

/** Dates (日期) keep 号, 日 and 份 as spoken: 二零二六年三月十二号 → 2026年3月12号. */
export const dateRules: readonly Rule[] = [
  patternRule('date', `${year}年的?${month}月${day}(号|日)`, (years, months, days, word) =>
    join(yearOf(years, true), '年', arabicCardinal(months), '月', arabicCardinal(days), word),
  ),
  patternRule('date', `${year}年的?${month}月${unspokenDay}`, (years, months, days) =>
    join(yearOf(years, true), '年', arabicCardinal(months), '月', arabicCardinal(days), '日'),
  ),
  patternRule('date', `${year}年的?${month}月(份?)`, (years, months, part) =>
    join(yearOf(years, true), '年', arabicCardinal(months), '月', part),
  ),
  patternRule('date', `两千(?:零(${digit}))?年(?=[之以]?[前后]|${month}月|[买办盖建]|的)`, (last) =>
    join('200', last === '' ? '0' : arabicDigits(last), '年'),
  ),
  patternRule('date', `${year}年(?![级代纪龄])`, (years) => join(yearOf(years, false), '年')),
  patternRule('date', `${month}月${day}(号|日)`, (months, days, word) =>
    join(arabicCardinal(months), '月', arabicCardinal(days), word),
  ),
  patternRule('date', `([二三四五六七八九]|十[一二]?)月${unspokenDay}`, (months, days) =>
    join(arabicCardinal(months), '月', arabicCardinal(days), '日'),
  ),
  patternRule(
    'date',
    `一月(?=份|底|初|中旬|上旬|下旬|以来|开始|到|至)|(?<=[年从到至])一月(?!一次)`,
    () => '1月',
  ),
  patternRule('date', `([二三四五六七八九]|十[一二]?)月(份?)`, (months, part) =>
    join(arabicCardinal(months), '月', part),
  ),
  patternRule(
    'date',
    `(?<=[本上下这当每]个?月的?|从|到|至|在|于)${day}(号|日)(?![楼院门线码桌铺])`,
    (days, word) => join(arabicCardinal(days), word),
  ),
  patternRule(
    'date',
    `${day}(号|日)(?=[之以]?前|[之以]?后|上午|下午|早上|晚上|中午|那天|当天|开始|左右|左近|[到至]${day}[号日])`,
    (days, word) => join(arabicCardinal(days), word),
  ),
  patternRule(
    'date',
    `([三四五六七八九]|十[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十一?)日(?![报常子本])`,
    (days) => join(arabicCardinal(days), '日'),
  ),
  patternRule('date', `([二三四五六七八九])十年代`, (decade) => join(arabicCardinal(decade), '0年代')),
  patternRule('date', `([三四五六七八九零〇]零)(后(?!面|边|来)|年代)`, (digits, word) =>
    join(arabicDigits(digits), word),
  ),
  patternRule('date', `(二十一?|十[一二三四五六七八九])世纪`, (words) => join(arabicCardinal(words), '世纪')),
]

const hour = '(二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])'
const tens = '[二三四五]?十[一二三四五六七八九]?'
/** Parts of the day, after which 一点 is an hour and not "a little". */
const partOfDay =
  '(?:上午|中午|下午|早上|早晨|清早|清晨|晚上|夜里|夜间|半夜|深夜|凌晨|傍晚|午夜|今晚|昨晚|明晚|当晚|每晚|今早|昨夜)(?:的|大概|差不多|都|快|到|从|是|在)*'
const inTheDay = `(?<=${partOfDay}|点(?:半|多|钟)?[到至]|从|等到)`
/** 晚上一点声音都没有: nothing at all, and no hour. */
const notAtAll = '(?![都也儿没不声点]|动静|消息|办法|反应|响动|[水电光][都也])'

const minutes = (words: string): string | undefined => {
  const value = /^[零〇]/.test(words) ? arabicDigits(words) : arabicCardinal(words)
  return value?.padStart(2, '0')
}
const clock = (hours = '', spoken = ''): string | undefined =>
  join(arabicCardinal(hours), ':', minutes(spoken))

/** A count behind an hour, which is no decimal: 六点一个人都没来. */
const countAfter = '(?=[一二两三四五六七八九][个下直起些位名家次定般边面会路辆台条户])'

/**
 * Times of day (时刻): hour and minutes become a clock time (三点二十 → 3:20), 半 and 刻 stay as spoken (十点半 → 10点半). Parts
 * of the day stay in front, so that 下午三点 is never turned into another hour.
 */
export const timeRules: readonly Rule[] = [
  patternRule('time', `${hour}点钟?(${tens}|[零〇]?${digit})分(?![之钱店行公局享红])`, clock),
  patternRule('time', `${hour}点(${tens})(?![${numeralCharacters}几多来点块元米度个万年岁公平倍人])`, clock),
  patternRule('time', `(?<=${partOfDay})${hour}点([零〇]${digit})(?!${digit})`, clock),
  // 十点一后, 十点一前: 以后 and 以前 as a recogniser hears them.
  patternRule('time', `${hour}点(?=[一三]刻|一[后前])`, (hours) => join(arabicCardinal(hours), '点')),
  patternRule('time', `${inTheDay}一点(?:(?!${digit})${notAtAll}|${countAfter})`, () => '1点'),
  patternRule('time', `一点(?=半|钟|整|多钟|[到至]${hour}点)`, () => '1点'),
  patternRule(
    'time',
    `(二十[一二三四]?|十[一二三四五六七八九]?|[零二两三四五六七八九])点(?:(?!${digit})|${countAfter})`,
    (hours) => join(arabicCardinal(hours), '点'),
  ),
]
