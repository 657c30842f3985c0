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
const itself = /^(做晚(?=饭)|国情)/
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
  return mendNumerals(phrases(spell(plain)))
}

/** Words of time in Cantonese, and the words of the same length that mean the same. */
const cantonese: readonly (readonly [RegExp, string])[] = [
  [/[寻琴尋巡]晚/g, '昨晚'],
  [/[寻琴尋巡]日/g, '昨日'],
  [/今朝/g, '今早'],
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
