import { memoryPer } from '../../../base/remember.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import type { Line } from '../hearing/hearing.ts'
import { isCharged, isMoney, type Spoken } from './money.ts'
import { counted, isHeadRate, isPerUnit, isSpanRate } from './per-unit.ts'
import { isGivenUp, isSettledOn } from './settling.ts'
import { roleOf, type SumRole } from './sum-role.ts'

/** A sum of money that was spoken. */
export interface Sum {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly role: SumRole
  /** 不对是…: it replaces what was said before. */
  readonly corrects: boolean
  /** 就按八万九: the caller settles on it. */
  readonly settles: boolean
  /** 一百五我不要了. */
  readonly givenUp: boolean
  /** 三百块: with a unit of money. */
  readonly named: boolean
  /** 三千多块: about so much. */
  readonly approximate: boolean
}

const n = numeralSource
const unitPattern = new RegExp(
  `(?<whole>${n}(?:点${n})?)(?<about>多|来|几)?(?<big>万)?(?:块钱|元钱|块|元(?![里理岗旦宵件素朝村年路李])|人民币)` +
    // 三十八块五, 三十八块五毛; but 两块钱一张.
    `(?:(?<jiao>[一二三四五六七八九\\d])(?:[毛角]|(?<=块.)(?!小(?:时|份|包|瓶|盒|袋|碗)|[${counted}共零一二三四五六七八九十百千万\\d])))?`,
  'g',
)
const barePattern = new RegExp(`(?<whole>${n}(?:点${n})?)(?<about>多|来|几)?(?<big>万)?`, 'g')
const rangeAfter = new RegExp(`^(?:到|至)${n}`)
const rangeBefore = new RegExp(`${n}(?:块钱?|元)?(?:到|至)$`)
const correction =
  /(不对|不是|说错|记错|[说讲念]反|[算看念讲报听]错|口误|应该是|更正|错了|具体|确切|准确|精确)(了|地说|来说|算下来|我?说错了?|应该|其实|是|就是|共|一共|总共|有|欠|要)*$/
/** 两千五不是两千五百八: said first and taken back. */
const restarted = new RegExp(
  `(?<![是就共总按写零一二两三四五六七八九十百千万\\d]|明明|其实|应该)${n}(?:块钱?|元)?不是$`,
)
const rise = /(涨到|涨成|涨了|涨|调到|提到|加到|上调到|升到)(了|个)?$/
const rate = /(一个?|每个?)(月|天|年|平|次|度|人|小时|户|吨|方)/

/** The sums in a line, in order. `asked`: money was asked for, so that a bare number is a sum; `claimed` names what is not given back. */
export function sumsIn(line: Line, asked: boolean, claimed?: RegExp): readonly Sum[] {
  const key = `${String(asked)} ${claimed?.source ?? ''}`
  return knownSums(line, key, () => readSums(line, asked, claimed))
}

/** Several rules ask for the sums of a line, with every turn again. */
const knownSums = memoryPer<readonly Sum[]>()

function readSums(line: Line, asked: boolean, claimed: RegExp | undefined): readonly Sum[] {
  const { text } = line
  const spoken = [...text.matchAll(unitPattern)].flatMap((match) => spokenOf(match, true))
  const withUnit = spoken.filter(({ hasUnit }) => hasUnit)
  const bare = [
    ...spoken.filter(({ hasUnit }) => !hasUnit),
    ...[...text.matchAll(barePattern)].flatMap((match) => spokenOf(match, false)),
  ]
    .filter((each) => !withUnit.some((other) => each.start < other.end && each.end > other.start))
    .filter((each) => isMoney(text, each, asked) || (withUnit.length > 0 && isCharged(text, each)))
  return [...withUnit, ...bare]
    .sort((a, b) => a.start - b.start)
    .flatMap((each): readonly Sum[] => {
      const sum = sumOf(line, text, each, claimed)
      return sum === undefined ? [] : [sum]
    })
}

/** Demanded, owed or taken wrongly. */
export function isClaim({ role }: Sum): boolean {
  return role === 'claimed' || role === 'left'
}

/** What is said of sums in a match: 二千四七千二 are two. */
function spokenOf(match: RegExpExecArray, hasUnit: boolean): readonly Spoken[] {
  const { whole: words = '', big, jiao = '', about } = match.groups ?? {}
  const first = boundaryIn(words)
  const rest = { big: big !== undefined, jiao, about: about !== undefined }
  const start = match.index + (first ?? 0)
  const whole = words.slice(first ?? 0)
  // 八万六一分不能少, 两千一共四千: 一 belongs to what follows.
  const long = !hasUnit && whole.length > 2 && cardinalOf(whole) === undefined
  const after = match.input.slice(match.index + match[0].length)
  const together = !hasUnit && /.一$/.test(match[0]) && /^[共起直]/.test(after)
  const cut = together || (long && cardinalOf(whole.slice(0, -1)) !== undefined) ? 1 : 0
  const end = match.index + match[0].length - cut
  const last = { whole: whole.slice(0, whole.length - cut), ...rest, hasUnit, start, end }
  if (first === undefined) return [last]
  const alone = { big: false, jiao: '', about: false, hasUnit: false }
  return [{ whole: words.slice(0, first), ...alone, start: match.index, end: start }, last]
}

/** 三千五六百, 一百二三十 are told roughly, and no two sums. */
const rough =
  /千(?:一二|二三|三四|四五|五六|六七|七八|八九)百$|百(?:一二|二三|三四|四五|五六|六七|七八|八九)十$/

/** Where in a run of numerals a second sum begins: 六百|三千, 一万二|三百; undefined where there is one, or it is open. */
function boundaryIn(words: string): number | undefined {
  if (cardinalOf(words) !== undefined || rough.test(words)) return undefined
  const found = Array.from(words, (_, at) => at).filter(
    (at) => isLarge(words.slice(0, at)) && isLarge(words.slice(at)),
  )
  return found.length === 1 ? found[0] : undefined
}

const isLarge = (words: string): boolean => /[百千万]/.test(words) && cardinalOf(words) !== undefined

function sumOf(line: Line, text: string, spoken: Spoken, claimed: RegExp | undefined): Sum | undefined {
  const { start, end } = spoken
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end)
  const whole = wholeOf(spoken.whole)
  // 一块 is as often 一起 as one yuan, and 十元店 no sum at all.
  if (whole === undefined || (whole === 1 && !/[元钱]/.test(text.slice(start, end)))) return undefined
  // 砖头掉了两块: pieces.
  if (
    spoken.hasUnit &&
    /^[一二两三四五六七八九]块$/.test(text.slice(start, end)) &&
    /[掉落缺碎裂拆少铺换]了?$/.test(before)
  )
    return undefined
  if (/^(店|券|儿|地|砖|板|石|玻璃)/.test(after) || before.endsWith('几')) return undefined
  // 减去十二万九十六万: two sums without a word between them.
  if ((spoken.whole.match(/万/g)?.length ?? 0) > 1) return undefined
  // 不是三千零八十, to 三千八百元吗.
  const putRight = line.reply === 'no' && /^[^，]?不是$/.test(text.slice(0, start)) && !after.includes('是')
  const denied = before.endsWith('不是') && !putRight
  if (denied && !restarted.test(text.slice(0, start))) return undefined
  if (rangeAfter.test(after) || rangeBefore.test(before)) return undefined
  if (rise.test(before) && rate.test(text)) return undefined
  const headRate = isHeadRate(before)
  const spanRate = isPerUnit(before, after) && isSpanRate(before)
  if (isPerUnit(before, after) && !headRate && !spanRate) return undefined
  const value = whole * (spoken.big ? 10_000 : 1) + (cardinalOf(spoken.jiao) ?? 0) / 10
  const corrects =
    putRight ||
    correction.test(before) ||
    (/^而?不是/.test(after) && !restarted.test(text.slice(0, end) + '不是')) ||
    (line.reply === 'no' && /是(共|说)?$/.test(before))
  return {
    value,
    line,
    start,
    end,
    corrects,
    settles: isSettledOn(text, spoken),
    givenUp: isGivenUp(before, after),
    named: spoken.hasUnit,
    approximate: spoken.about || /^(块钱?|元)?(左右|上下|出头)/.test(after),
    role: headRate
      ? 'rate'
      : spanRate
        ? 'span'
        : claimed !== undefined && isLabelled(claimed, before, after)
          ? 'claimed'
          : roleOf(before, after),
  }
}

/** 押金三千, 三千块的押金. */
function isLabelled(claimed: RegExp, before: string, after: string): boolean {
  return (
    new RegExp(`${claimed.source}(是|交了|付了|一共|总共|有|的|我|了)*$`).test(before) ||
    new RegExp(`^的?${claimed.source}`).test(after)
  )
}

/** 八八百, 六千八吧六千八: what was stammered or said again counts once. */
function wholeOf(words: string): number | undefined {
  const again = /^(?<once>.{2,})八?\k<once>$/.exec(words)?.groups?.['once']
  if (again !== undefined) return cardinalOf(again)
  const stammered =
    words.length > 2 && words.startsWith(words.charAt(1)) ? cardinalOf(words.slice(1)) : undefined
  return cardinalOf(words) ?? stammered
}
