import type { HeardValue } from '../ticket-fields.ts'
import { cardinalOf, numeralSource } from '../../text/numerals.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from './hearing.ts'

interface Sum {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly total: boolean
  readonly disputed: boolean
  readonly corrects: boolean
  /** 一千八不退, 把一千八退给我: what is claimed. */
  readonly claimed: boolean
}

const n = numeralSource
const moneyPattern = new RegExp(
  `(?<whole>${n}(?:点${n})?|[零一二两三四五六七八九十百千万\\d.]+)(?<about>多|来)?(?<big>万)?(?:(?:块钱|元钱|块|元(?![里岗旦宵件素朝村年路])|人民币)(?:(?<jiao>[一二三四五六七八九五\\d])(?:毛|角)?)?(?<after>钱)?)`,
  'g',
)
const bigPattern = new RegExp(
  `(?<=(?:剩下的?|把|共|总共|合计|欠|退|赔|收|交|花|付|押金|定金|工资|费|款|罚|贷|骗|充)了?(?:我|我们)?(?:是|的)?)(?<whole>${n})(?=$|没|不|退|还|的|了|他|说|现在|到现在)`,
  'g',
)
const barePattern = new RegExp(`^(?:大概|差不多|就|一共|是|欠|要)*(?<whole>${n})(?=$|吧|左右|多)`, 'g')
const perUnit =
  /(每|一)(个?月|天|年|平米?|平方|度|吨|斤|人|次|小时|公里)(是|要|收|交|的?(电费|水费|工资|物业费|租金))?$/
const perUnitAfter = /^(一个?月|每|一天|一年|一平|一度|一吨|一斤|一人|一次|一小时|一公里|的?(工资标准|标准))/
const totalBefore =
  /(一共|总共|合计|总计|共|加起来|总额|金额|共计)(是|有|欠|要|收|花|交|付|退|被骗)?(了)?(我们?)?(大概|大约|差不多)?$/
const disputedBefore =
  /(欠|退还?|赔偿?|返还|收了?|多收|乱收|骗了?|扣了?|押金|定金|订金|工资|损失|罚款?|要回|拖欠|费用?|充了?|交了?|花了?|付了?|涉及|金额)(了|我们?|的|是|给|大概|有|共)*$/
const correction = /(不对|不是|说错|记错|应该是|更正|错了)[^，]{0,4}$/

/** 涉及金额: the sum at issue as the caller settles it; a total beats its parts and a correction what it corrects. */
export function hearAmount(hearing: Hearing): HeardValue<number> | undefined {
  const sums = hearing.lines.flatMap((line) =>
    line.speaker === 'citizen' ||
    (nextCitizenLine(hearing, line)?.reply === 'yes' && /核对|确认|对吗|是吗|吧$/.test(line.text))
      ? sumsIn(line)
      : [],
  )
  const corrected = sums.findLast((sum) => sum.corrects)
  const claimed = sums.findLast((sum) => sum.claimed)
  const total = sums.findLast((sum) => sum.total)
  const disputed = sums.filter((sum) => sum.disputed || sum.line.asked.has('amount'))
  const values = new Set((disputed.length > 0 ? disputed : sums).map((sum) => sum.value))
  const chosen =
    corrected ??
    claimed ??
    total ??
    (values.size === 1 ? (disputed[0] ?? sums[0]) : disputed.findLast((sum) => sum.line.asked.has('amount')))
  if (chosen === undefined) return undefined
  const confidence = chosen.disputed || chosen.total || chosen.corrects ? 0.9 : 0.75
  const others = [...new Set(sums.map((sum) => sum.value))].filter((value) => value !== chosen.value)
  return heardValue(chosen.value, [cite(chosen.line, chosen.start, chosen.end, confidence)], {
    alternatives: others,
  })
}

function sumsIn(line: Line): readonly Sum[] {
  const bare = line.asked.has('amount') ? line.text.matchAll(barePattern) : []
  return [...line.text.matchAll(moneyPattern), ...line.text.matchAll(bigPattern), ...bare].flatMap(
    (match): Sum[] => {
      const groups = match.groups ?? {}
      const start = match.index
      const end = start + match[0].length
      const before = line.text.slice(Math.max(0, start - 14), start)
      const after = line.text.slice(end)
      const whole = cardinalOf(groups['whole'] ?? '')
      // 一块 is as often 一起 as one yuan, and 十元店 no sum at all.
      if (whole === undefined || (whole === 1 && !/元|钱/.test(match[0])) || /^(店|券)/.test(after)) return []
      if (/^(儿|地|砖|板|石|玻璃)/.test(after) || perUnit.test(before) || perUnitAfter.test(after)) return []
      if (!/[元块]/.test(match[0]) && whole < 100) return []
      const value =
        whole * (groups['big'] === undefined ? 1 : 10_000) + (cardinalOf(groups['jiao'] ?? '') ?? 0) / 10
      const corrects = (correction.test(before) && !before.endsWith('不是')) || /^而?不是/.test(after)
      if (before.endsWith('不是')) return []
      return [
        {
          value,
          line,
          start,
          end,
          total: totalBefore.test(before),
          disputed: disputedBefore.test(before),
          corrects,
          claimed: line.asked.has('demand') || /^(钱)?(不退|没退|不还|没还|退给|还给|要退)/.test(after),
        },
      ]
    },
  )
}
