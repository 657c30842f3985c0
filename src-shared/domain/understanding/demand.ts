import type { HeardValue, TicketFields } from '../ticket-fields.ts'
import { nextBreak } from '../../text/flat-text.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from './hearing.ts'

type RequestType = NonNullable<TicketFields['requestType']>

interface Wish {
  readonly pattern: RegExp
  /** The verb that the line of the ticket begins with. */
  readonly verb: string
  readonly weight: number
}

const wishes: readonly Wish[] = [
  {
    pattern:
      /(?:诉求|要求|目的|想法)(?:就|主要)?是(?:希望|要求|想要?|要|让|请)?(?:你们|政府|有关部门|相关部门)?/,
    verb: '要求',
    weight: 3,
  },
  {
    pattern:
      /(?<!没有?|什么|啥|合理|符合|他们|他|公司|老板|物业|按|不)要求(?!是|我|他(?!们)|的|不|过|了|高)(?:你们|政府|有关部门|相关部门)?/,
    verb: '要求',
    weight: 3,
  },
  {
    pattern: /希望(?:你们|您|政府|有关部门|相关部门|咱们)?(?:能够?|可以|把)?(?:帮(?:我们?|忙))?/,
    verb: '希望',
    weight: 3,
  },
  {
    pattern: /(?:我|我们)(?:就|只|现在)*(?:想|要)(?:让|叫|请)(?:你们|他们?|物业|公司)?/,
    verb: '要求',
    weight: 2,
  },
  {
    pattern: /(?:能不能|可不可以|能否)(?:请|麻烦|让)?(?:你们|您|政府|有关部门|相关部门)?(?:帮(?:我们?|忙))?/,
    verb: '希望',
    weight: 2,
  },
  { pattern: /麻烦(?:你们|您|你)(?:这边|能)?(?:帮(?:我们?|忙))?/, verb: '希望', weight: 1.5 },
  {
    pattern: /(?<![申邀聘])请(?:你们|您|政府|有关部门|相关部门|尽快|马上|立即)(?:能够?)?(?:帮(?:我们?|忙))?/,
    verb: '希望',
    weight: 1.5,
  },
  { pattern: /(?:赶紧|尽快|马上|立即)(?=给|派|处理|解决|修|恢复|退|赔|来|安排|停)/, verb: '要求', weight: 1 },
]
const consulted =
  /(?:想|要|来|就是|我)*(?:咨询|问|了解|打听|请教)(?:一?下|个)?(?:关于)?(?!题|过|了)|请问(?:一?下)?/
const proposed = /建议(?:你们|政府|有关部门|相关部门|一下|是|就是|能|可以)*/
const praised = /(?:表扬|感谢)(?:一?下)?(?=.{2,})/
const clauseEnd =
  /谢谢|我的?(?:电话|手机|名字)|电话是|我叫|我姓|不然|否则|因为|好不好|行不行|可不可以$|可以吗|行吗|好吗|对吗|是吗|对吧|吧$|啊$|呀$|吗$|就这些|就这样|没有?别的/
const softening = /^(一?下|呢|啊|就|的|，)+|(一?下|呢|啊|的话)$/g
const leastLength = 2
const mostLength = 60

/**
 * 诉求目的: one line that begins with a verb, from the caller's own wish or the seat's read-back of it. The clearest wish
 * counts, of equal ones the later; a question's demand is what is asked.
 */
export function hearDemand(
  hearing: Hearing,
  requestType: HeardValue<RequestType> | undefined,
): HeardValue<string> | undefined {
  const type = requestType?.value
  if (type === '咨询') return firstClause(hearing, consulted, '咨询')
  if (type === '建议') return firstClause(hearing, proposed, '建议') ?? clearestWish(hearing)
  if (type === '表扬') return firstClause(hearing, praised, '表扬')
  return type === undefined ? undefined : clearestWish(hearing)
}

function clearestWish(hearing: Hearing): HeardValue<string> | undefined {
  let best: { weight: number; value: HeardValue<string> } | undefined
  for (const line of hearing.lines) {
    const confirmed =
      line.speaker === 'seat' &&
      /诉求|希望|要求/.test(line.text) &&
      nextCitizenLine(hearing, line)?.reply === 'yes'
    if (line.speaker === 'seat' && !confirmed) continue
    for (const wish of wishes) {
      const value = clauseAfter(line, wish.pattern, wish.verb, 0.6 + wish.weight * 0.1)
      const weight = wish.weight + (line.asked.has('demand') ? 1 : 0)
      if (value !== undefined && (best === undefined || weight >= best.weight)) {
        best = { weight, value }
        break
      }
      if (value !== undefined) break
    }
  }
  return best?.value
}

function firstClause(hearing: Hearing, pattern: RegExp, verb: string): HeardValue<string> | undefined {
  for (const line of hearing.lines) {
    const value = line.speaker === 'citizen' ? clauseAfter(line, pattern, verb, 0.85) : undefined
    if (value !== undefined) return value
  }
  return undefined
}

function clauseAfter(
  line: Line,
  pattern: RegExp,
  verb: string,
  confidence: number,
): HeardValue<string> | undefined {
  const match = pattern.exec(line.text)
  if (match === null) return undefined
  const start = match.index + match[0].length
  const rest = line.text.slice(start, nextBreak(line, Math.max(start, 0)))
  const stop = rest.slice(1).search(clauseEnd)
  const clause = (stop < 0 ? rest : rest.slice(0, stop + 1)).replace(softening, '')
  if (clause.length < leastLength) return undefined
  const urgent = /(尽快|马上|立即)$/.exec(match[0])?.[0] ?? ''
  const spoken = /希望(?!.*要求)/.test(match[0]) ? '希望' : verb
  const value = spoken + urgent + clause.slice(0, mostLength)
  return heardValue(value, [cite(line, match.index, start + (stop < 0 ? rest.length : stop + 1), confidence)])
}
