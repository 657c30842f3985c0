import { mendNumerals } from '../hearing/heard-numerals.ts'
import { createSpelling, dictionaryOf, sharesCharacter } from '../hearing/spelling.ts'

const words = dictionaryOf(
  [
    '昨天 昨晚 昨日 前天 前晚 今天 今晚 今早 早上 上午 中午 下午 傍晚 晚上 夜里 半夜 凌晨 深夜 刚才 刚刚 最近 每天 每晚',
    '星期 礼拜 上周 上个 上上 这个 个月 月份 月初 月底 去年 前年 今年 小时 分钟 以前 开始 现在 到现在 目前 左右',
    '国庆 中秋 端午 清明 元旦 春节 除夕 元宵 年初 大年 正月 国庆节 中秋节 端午节 上个月 这个月 上星期 上礼拜 个小时',
  ].flatMap((line) => line.split(' ')),
)
/** Words of the same sound that mean something of their own. */
const itself = /^(做晚(?=饭)|国情|下五(?=一))/
const spell = createSpelling(words, (heard, meant, text, at) =>
  sharesCharacter(heard, meant) && !itself.test(text.slice(at)) ? meant : undefined,
)
const wages = /工资|工钱|欠|结|付|发/

/**
 * Words of time that the recogniser wrote with another character of the same sound (没天 → 每天, 尚个月 → 上个月, 小时钱 →
 * 小时前), put right, and numerals with them. The length stays.
 */
export function mendTimeWords(text: string): string {
  const plain = cantonese.reduce((words, [said, meant]) => words.replace(said, meant), text)
  return withoutOthers(mendNumerals(phrases(spell(plain))))
}

const numeral = '[零一二两三四五六七八九十]'
/** 明天下午三点, 下个月五号, 明年六月: what is to come is told as one stretch. */
const toCome = new RegExp(
  `(?<![说证声文]明?)(?:明[天早晚]|后天|明年|后年|下个?月|下个?(?:周|星期|礼拜)[一二三四五六日天]?)的?(?:${numeral}{1,2}月份?)?(?:${numeral}{1,3}[号日])?(?:早上|上午|中午|下午|晚上|凌晨)?(?:${numeral}{1,3}点(?:半|钟|[一三]刻|${numeral}{1,3}分?)?)?`,
  'g',
)
/** 每逢周末 tells of a habit, 比昨天歪 compares. */
const habitual =
  /每[逢到](?:周末|节假日|周[一二三四五六日天])|比(?:昨天|前天|上个?月|上周|去年)|(?:建议|能不能|希望|要是)[^，上这]{0,4}周末|(?<![上这那本]个?)周末(?=交通|单行|开放|不上班|也要)/g
/** 五月六月七月三个月: from the first to the last. */
const months = new RegExp(
  `(${numeral}{1,2}月)(?:${numeral}月)+(?=${numeral}{1,2}月(?:份|[这那]?[两三四五六]个月))`,
  'g',
)
/** 昨晚凌晨两点 is in the night that follows. */
const smallHours = /([昨前])(?:天晚上|晚|天夜里|夜)(?:凌晨|半夜)/g

/** The words without times that are no incident's, and times of two words as one. The length stays. */
function withoutOthers(text: string): string {
  return text
    .replace(toCome, (words) => '，'.repeat(words.length))
    .replace(habitual, (words) => '，'.repeat(words.length))
    .replace(
      months,
      (words: string, from: string) => `${from}${'，'.repeat(words.length - from.length - 1)}到`,
    )
    .replace(smallHours, (words: string, day: string) => `${day}天夜里`.padStart(words.length, '，'))
}

/** Words of time in Cantonese, and the words of the same length that mean the same. */
const cantonese: readonly (readonly [RegExp, string])[] = [
  [/不[四事市](?=今天|昨天|前天|昨晚|上个|这个|[一二三四五六七八九十]+[号月点])/g, '不是'],
  [/[寻琴尋巡]晚/g, '昨晚'],
  [/[寻琴尋巡]日/g, '昨日'],
  [/今朝/g, '今早'],
  [/前日/g, '前天'],
  [/[依而]家(?!具|电)/g, '现在'],
]

const before = /(小时|分钟|[天周]|星期|个月)[钱浅潜](?!包|都|给|不|没|还|是)/g
const minutesBefore = /(小时|分钟)[钱浅潜](?!包|都|给|不|没|还|是)/g

/** Words that only their neighbours make words of time. */
function phrases(text: string): string {
  return text
    .replace(wages.test(text) ? minutesBefore : before, '$1前')
    .replace(/([上下这个]|^)[理里李]拜(?=[一二三四五六日天])/g, '$1礼拜')
    .replace(/理拜/g, '礼拜')
    .replace(/星其(?=[一二三四五六日天])/g, '星期')
    .replace(/[心新辛信]期(?=[一二三四五六日天])/g, '星期')
    .replace(/年[出触除](?=[一二三四五六七八九十])/g, '年初')
    .replace(/([上每这])各(?=星期|礼拜|月|周)/g, '$1个')
    .replace(/([上这本])[州洲粥舟](?=[一二三四五六日天末])/g, '$1周')
    .replace(/([一二三四五六七八九十])[越阅乐](份|(?=[一二三四五六七八九十]+[号日浩]))/g, '$1月$2')
}
