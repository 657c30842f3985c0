import {
  arabicCardinal,
  arabicNumber,
  decimal,
  digit,
  numeral,
  numeralCharacters,
  smallValue,
} from './numeral.ts'
import { join, patternRule, type Rule } from './rule.ts'
import type { SpanKind } from './written-text.ts'

const value = `(${decimal}|${numeral})`

const time =
  '(?:个?工作日|个自然日|个[半多]?小时|小时|个钟头?|钟头|分钟|秒钟?|天(?!地|河|津|然|气|空|花|台)|周年|周(?!围|边|末|岁)|年(?!级|代|初|纪|轻|龄|底|夜|货|糕)|个[半多]?月|个多?星期|星期|个礼拜|礼拜|个?季度)'
/** Units of measure (计量单位), longer ones first. */
const measure =
  '(?:平方公里|平方米|立方米|平方|平米|立方|公里|千米|里路|里地|厘米|公分|毫米|公斤|千克|毫升|千瓦时|千瓦|公顷|英寸|分贝|度电|兆|吨|斤|亩|克(?!服|扣|隆)|升(?!学|级|旗|高|降|温|职|值)|米(?!饭|线|粉|酒|其|面|糊|饼)|倍|瓦|伏|个百分点)'
/** Measures that are other words behind a small number: 三方, 八平, 一度. */
const largeMeasure = '(?:平(?!安|台|时|均|房|常|价|等|稳|衡)|方(?!面|便|案|法|式|向|位|舱|形|圆|针)|度|码|级)'
/** Measure words (量词), each with what it must not be part of. */
const countWord =
  '(?:个|位(?!置|于)|名(?!字|牌|称)|人(?!民|工|家|行道|大)|次(?!日|要|品)|家(?!里|长|庭|属|务|暴|装|具|电|乡|园)|户(?!口|籍|型|外)|辆|台(?!风|州|湾|阶|账|北)|间(?!隔|接|断)|套(?!路)|条(?!件|例|款)|张|份(?!额|内)|只(?!有|是|能|要|会|好|不|给|收|剩|知)|头(?=牛|猪|羊|驴)|棵|根(?!本|据)|批(?!准|发|评|复)|袋|箱|桶|瓶|盒|件|处(?!理|罚|分|于|置|长)|项(?!目|链)|封(?!闭|路|控)|笔(?!记|试)|盏|扇|部(?!门|分|队|位|长|委)|口(?!子|罩|头|碑|气)|趟|遍|回(?!事|家|来|去|复|访|应|答|收)|场(?!所|地|馆)|起(?!来|码|诉|点|床)|颗|本(?!来|地|人|身|月|周|年|市|区|次)|页|包(?!括|子|裹)|桌|顿|支(?!付|持|出|部|行)|枚|艘|架(?!空|子)|例(?!如|外)|宗|成(?!立|为|了|功|员|都|本|年|人)|折(?!腾|扣|叠)|股(?!份|票|东)|串|种(?!植|子)|把(?!手|我|他|它|这|那|人)|车道|层楼|根本|道门|节课|条街|届|轮(?!流|胎|椅|换|船)|周岁|岁|居室|车次|面墙|跨|桩|声|米线)'

/** 一个 is vague as often as not, and 二 with such a word is an order: 二套房, 二次供水, where two are 两. */
const wordsUnits = (words: string, unit: string): string | undefined =>
  words === '一' || words === '二' ? undefined : join(arabicCardinal(words), unit)

function counted(
  kind: SpanKind,
  unit: string,
  write: (words: string, unit: string) => string | undefined = wordsUnits,
): Rule {
  return patternRule(kind, `${value}(${unit})`, (words, spokenUnit) => write(words, spokenUnit))
}

/** 二十多个 → 20多个; 三四十, 十几 and the like are no one number and stay. */
function approximate(kind: SpanKind, unit: string): Rule {
  return patternRule(kind, `(${numeral})(多|来|余)(个?(?:${unit}))`, (words, about, rest) =>
    smallValue(words) === undefined || words === '十' ? join(arabicCardinal(words), about, rest) : undefined,
  )
}

/** One of a unit of time is a length where the words around say so: 停水一天了, but not 一天到晚. */
const lengthBefore = '(?<=[了过满近]|不到|将近|超过|至少|最多|停[水电气]|延长|提前|推迟|大概|已经|快|等)'
const lengthAfter = '(?=多|半|了|内|以内|之内|左右|以上|以后|之后|之前|以前)'
const oneTime = '(年|天|周|个月|个小时|小时|分钟|个星期|个多月|个多小时|个钟头)'

/** Ages, lengths of time, measures and counts of things (数量). */
export const countRules: readonly Rule[] = [
  counted('age', '岁|周岁', (words, unit) => join(arabicNumber(words), unit)),
  approximate('age', '岁|周岁'),
  patternRule('age', `([二三四五六七八九]零)(后|岁)`, (words, unit) => join(arabicNumber(words), unit)),
  patternRule('duration', `${lengthBefore}一${oneTime}(?!比|到|四|一)`, (unit) => join('1', unit)),
  patternRule('duration', `(?<![每第有那某哪])一${oneTime}${lengthAfter}`, (unit) => join('1', unit)),
  patternRule('duration', '一(个[半多])(?=小时|月|星期|钟头|礼拜)', (unit) => join('1', unit)),
  counted('duration', time),
  approximate('duration', `${time}|月|钟`),
  patternRule(
    'measure',
    `(${digit}|两)米(${digit}{1,2})(?![${numeralCharacters}楼层个号栋多几])`,
    (metres, rest) => join(arabicCardinal(metres), '.', arabicNumber(rest), '米'),
  ),
  patternRule(
    'measure',
    `(${numeral})度(${digit})(?![${numeralCharacters}楼层个号栋天次])`,
    (degrees, tenth) =>
      smallValue(degrees) === undefined
        ? join(arabicCardinal(degrees), '.', arabicNumber(tenth), '度')
        : undefined,
  ),
  patternRule('measure', `(?<=零下|[烧温]|才|只有|不到|低于)(${numeral})(度)`, wordsUnits),
  patternRule(
    'measure',
    `(?<=斤|[少差缺重称]了?)([二三四五六七八九])两(?![${numeralCharacters}个天次年位人家])`,
    (words) => join(arabicCardinal(words), '两'),
  ),
  patternRule('measure', `负(${numeral})(度)`, (words, unit) => join('负', arabicCardinal(words), unit)),
  counted('measure', measure),
  counted('measure', largeMeasure, (words, unit) =>
    smallValue(words) === undefined || words === '十' ? wordsUnits(words, unit) : undefined,
  ),
  approximate('measure', `${measure}|度|平`),
  counted('count', countWord),
  approximate('count', countWord),
]
