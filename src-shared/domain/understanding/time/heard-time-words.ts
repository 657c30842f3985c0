import { oncePerText } from '../../../base/remember.ts'
import { mendClocks } from './heard-clock.ts'
import { mendNumerals } from '../hearing/heard-numerals.ts'
import { createSpelling, dictionaryOf, sharesCharacter } from '../hearing/spelling.ts'

const words = dictionaryOf(
  [
    '昨天 昨晚 昨日 前天 前晚 今天 今日 今晚 今早 早上 上午 中午 下午 傍晚 晚上 夜里 半夜 凌晨 深夜 刚才 刚刚 最近 每天 每晚',
    '星期 礼拜 上周 上个 上上 这个 个月 月份 月初 月底 去年 前年 今年 小时 分钟 以前 开始 现在 到现在 目前 左右 多久 几点',
    '国庆 中秋 端午 清明 元旦 春节 除夕 元宵 年初 大年 正月 国庆节 中秋节 端午节 上个月 这个月 上星期 上礼拜 个小时 什么时候',
  ].flatMap((line) => line.split(' ')),
  2,
)
/** Words of the same sound that mean something of their own. */
const itself =
  /^(?:做晚(?=饭)|近天(?=河)|国情|下五(?=一)|前往|尽早|晌午|网上|往上|三个|上山|山上|千年|近年|小[事厮]|大[梁娘连量]|那天|记号|想在|先在|看着个)/
/** 找上 and 完上 are 早上 and 晚上 only beside a day or a clock. */
const beside = (text: string, at: number): boolean =>
  /[天日昨今前每]$/.test(text.slice(0, at)) ||
  /^..[几一二两三四五六七八九十]{1,2}[点电店典]/.test(text.slice(at))
const spell = createSpelling(words, (heard, meant, text, at) =>
  sharesCharacter(heard, meant) &&
  !itself.test(text.slice(at)) &&
  !(heard === '作日' && text[at - 1] === '工') &&
  !(heard === '一前' && text[at - 1] === '五') &&
  heard !== '前两' &&
  (!/^[早晚]上$/.test(meant) || !heard.endsWith('上') || beside(text, at))
    ? meant
    : undefined,
)
const wages = /工资|工钱|欠|结|付|发/

/**
 * Words of time that the recogniser wrote with another character of the same sound (没天 → 每天, 尚个月 → 上个月, 小时钱 →
 * 小时前), put right, and numerals with them. The length stays.
 */
export const mendTimeWords = oncePerText((text) => {
  const plain = cantonese.reduce((words, [said, meant]) => words.replace(said, meant), text)
  return withoutOthers(mendClocks(mendNumerals(phrases(spell(plain)))))
})

const numeral = '[零一二两三四五六七八九十]'
/** 明天下午三点, 下个月五号, 明年六月: what is to come is told as one stretch. */
const toCome = new RegExp(
  `(?<![说证声文]明?)(?:明[天早晚]|后天|明年|后年|下个?月|下个?(?:周|星期|礼拜)[一二三四五六日天]?)的?(?:${numeral}{1,2}月份?)?(?:${numeral}{1,3}[号日])?(?:早上|上午|中午|下午|晚上|凌晨)?(?:${numeral}{1,3}点(?:半|钟|[一三]刻|${numeral}{1,3}分?)?)?`,
  'g',
)
/** 每逢周末 tells of a habit, and so does 周末 alone; 比昨天歪 compares, 今天星期二嘛 reckons. */
const habitual =
  /每[逢到](?:周末|节假日|周[一二三四五六日天])|比(?:昨天|前天|上个?月|上周|去年)|今[天日]是?(?:星期|礼拜|周)[一二三四五六日天](?=嘛|对吧|是吧)|今[天日]都?是?[一二三四五六七八九十]{1,3}[号日](?=[啦了嘛])|(?<![上这那本]个?)周末(?!我|去|那天|[早晚]上|[上下]午|的时候)/g
/** 岑是山字头下面一个今天的今 spells a name. */
const character = /([今明昨前早晚])[天上年日]的\1/g
/** 昨晚凌晨两点 is in the night that follows. */
const smallHours = /([昨前])(?:天晚上|晚|天夜里|夜)(?:凌晨|半夜)/g

/** The words without times that are no incident's, and times of two words as one. The length stays. */
function withoutOthers(text: string): string {
  return text
    .replace(toCome, (words) => '，'.repeat(words.length))
    .replace(character, (words) => '，'.repeat(words.length))
    .replace(habitual, (words) => '，'.repeat(words.length))
    .replace(smallHours, (words: string, day: string) => `${day}天夜里`.padStart(words.length, '，'))
}

/** Words of time in Cantonese, and the words of the same length that mean the same. */
const cantonese: readonly (readonly [RegExp, string])[] = [
  [/不[四事市](?=今天|昨天|前天|昨晚|上个|这个|[一二三四五六七八九十]+[号月点])/g, '不是'],
  [/[寻琴尋巡噚]晚/g, '昨晚'],
  [/[寻琴尋巡噚]日/g, '昨日'],
  [/([今昨前])添/g, '$1天'],
  [/朝早|朝头/g, '早上'],
  [/今朝/g, '今早'],
  [/下[昼晏](?!来)/g, '下午'],
  [/上昼/g, '上午'],
  [/晏昼/g, '中午'],
  [/挨晚/g, '傍晚'],
  [/听[日晚](?=[早朝上下晚夜先再你佢他我返去来会就]|$)/g, '明天'],
  [/[呢嗰](?=个(?:月|星期|礼拜))/g, '这'],
  [/嗰日|嗰阵/g, '那天'],
  [/(?<=[前后第][一二两三]|[前后这那当])日(?!常|子|本|期|夜|[上下]午)/g, '天'],
  [/[什神甚][麽摸嘛末](?=时)/g, '什么'],
  [/前日/g, '前天'],
  [
    /[依而]家(?!具|电)|(?<=[停等坐站堵拖响漏流吵][到至]|[点分钟天号][^，]{0,4}到)宜家(?!买|家居|商场)/g,
    '现在',
  ],
  [/仲(?=[未没冇有喺在系是紧要喷流响停漏堵滴开烧])/g, '还'],
  [/[冇无](?=[咗左水电煤气网热])/g, '没'],
  [/(?<=[停断没坏漏爆堵撞跌塌倒])[咗左](?!右|边|侧|手)/g, '了'],
  [/([一二三四五六七八九十]点)几(?![个十分度种])/g, '$1多'],
  [/由(?=[昨今前上去][天晚日早个年周]|[一二三四五六七八九十]+[点号月])/g, '从'],
  [/凌[成城]/g, '凌晨'],
  [/(?<=国庆|中秋|元旦|春节|五一|端午|清明|[节假])候(?!鸟|车|诊|选|补)/g, '后'],
]

const minutesBefore = /(小时|分钟)[钱浅潜牵迁](?!包|都|给|不|没|还|是)/g
const before = /(小时|分钟|[天周]|星期|个月)[钱浅潜牵迁](?!包|都|给|不|没|还|是)/g
const period = '早上|上午|中午|下午|傍晚|晚上|夜里|半夜|凌晨'
const day = `昨[天晚日]|今[天早年晚]|前[天年晚]|去年|上个|上上|上周|上星期|上礼拜|这个月|这个?周|大前天|年初|国庆|${numeral}{1,2}[月号]`
/** Marks of month, day and clock, and little words beside them, where only they can stand. */
const marks: readonly (readonly [RegExp, string])[] = [
  [/([上下这个]|^)[理里李]拜(?=[一二三四五六日天])/g, '$1礼拜'],
  [/理拜/g, '礼拜'],
  [new RegExp(`(?<![上下中])元月(?=份|初|底|中旬|[到至]|${numeral}{1,3}[号日])`, 'g'), '一月'],
  // 八点不到七点五十: about eight, and then exactly.
  [new RegExp(`(?<=${numeral})点不到(?=${numeral}{1,2}点)`, 'g'), '，，，'],
  [/星其(?=[一二三四五六日天])/g, '星期'],
  [/[心新辛信]期(?=[一二三四五六日天])/g, '星期'],
  [/年[出触除](?=[一二三四五六七八九十])/g, '年初'],
  [/([上每这])各(?=星期|礼拜|月|周)/g, '$1个'],
  [/([上这本])[州洲粥舟走](?=[一二三四五六日天末])/g, '$1周'],
  [
    new RegExp(
      `(${numeral})[越阅乐粤悦约岳跃](?=份|初|底|中旬|开始|那时|就|${numeral}{1,3}[号日浩好]|[到至跟和]${numeral}|[这那]?[两三四五六]?个月)`,
      'g',
    ),
    '$1月',
  ],
  [
    new RegExp(
      `(?<=年|上|从|到|[，是在就的了]|^)(${numeral}{1,2})[越悦粤岳](?![秀来野过南读东西式菜语客])`,
      'g',
    ),
    '$1月',
  ],
  [new RegExp(`(月的?${numeral}{1,3})[好浩耗毫豪](?!几|多|像)`, 'g'), '$1号'],
  [new RegExp(`(${numeral})[好浩耗毫豪](?=${period}|那天|开始|起|左右|[到至道]|吧$)`, 'g'), '$1号'],
  [
    new RegExp(`((?:${period}|[昨今前]晚|今早)的?${numeral}{1,2})[电店典垫](?![里家子铺员脑话视])`, 'g'),
    '$1点',
  ],
  [
    new RegExp(
      `(${numeral})[电店典垫](?=[半办班]|多|钟|左右|[一三]刻|零?${numeral}{1,3}分?|开始|[到至])`,
      'g',
    ),
    '$1点',
  ],
  [/[办班板搬拌帮邦](?=个?(?:小时|钟头|钟前))/g, '半'],
  [/(左右|多|点|分|半|钟)听(?=[的得])/g, '$1停'],
  [/(点)(?:[班板搬拌伴邦](?![车次])|[办帮](?=左右|多|开始|的时候|[到至]|$))/g, '$1半'],
  [
    new RegExp(
      `(?<=[点半钟号月份分天年晚直上]|(?:礼拜|星期|周)[一二三四五六日])[道倒](?=现在|礼拜|星期|周[一二三四五六日]|目前|今[天早日]|${period}|${numeral}{1,3}[点号月])`,
      'g',
    ),
    '到',
  ],
  // 堵道八点十分; but 我知道八点开门.
  [new RegExp(`(?<=[堵吵闹放唱响排搞弄停修打等拖])[道倒](?=(?:${period})?${numeral}{1,3}点)`, 'g'), '到'],
  [new RegExp(`[充冲虫宠聪丛](?=${day})`, 'g'), '从'],
  [new RegExp(`一[充冲虫从](?=(?:${period})?${numeral}{1,3}点)`, 'g'), '，从'],
]

/** Words that only their neighbours make words of time. */
function phrases(text: string): string {
  return marks.reduce(
    (words, [slip, meant]) => words.replace(slip, meant),
    text.replace(wages.test(text) ? minutesBefore : before, '$1前'),
  )
}
