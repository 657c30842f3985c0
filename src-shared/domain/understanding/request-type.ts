import type { HeardValue, TicketFields } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from './hearing.ts'
import { hearDanger, ticketRaised } from './urgency.ts'

type RequestType = NonNullable<TicketFields['requestType']>

interface Cue {
  readonly type: RequestType
  readonly pattern: RegExp
  /** 4: the caller names the type; 3: the words say it; 2: they are typical of it; 1: they lean towards it. */
  readonly weight: number
  readonly reason: string
}

const cues: readonly Cue[] = [
  { type: '举报', pattern: /举报(?!过|了|电话|的人|人|信息|材料)/, weight: 4, reason: '来电人表示要举报' },
  {
    type: '投诉',
    pattern: /投诉(?!过|了|电话|渠道|热线|的人|人|无门|没有?(用|结果|人[理管]))/,
    weight: 4,
    reason: '来电人表示要投诉',
  },
  {
    type: '建议',
    pattern:
      /(有个|提个?|一个|提一?[个点条]|小|我)建议|建议(一下|你们|政府|增|在|把|能|可以|设|加|开|延长|相关|早|晚)/,
    weight: 4,
    reason: '来电人提出建议',
  },
  {
    type: '表扬',
    pattern:
      /表扬|点个?赞|送.{0,3}锦旗|(想|要|特别|专门|特意).{0,4}感谢|提出感谢|(打来|来电).{0,3}(说声|道|表示)(谢|感谢)/,
    weight: 4,
    reason: '来电人表示表扬或感谢',
  },
  {
    type: '求助',
    pattern: /求助|救命|帮帮(我|忙)|(需要|请求)(帮助|援助|协助)|求求/,
    weight: 3,
    reason: '来电人请求帮助',
  },
  {
    type: '求助',
    pattern: /(能不能|可不可以|能否).{0,4}(安排|派|让|叫|找|帮)|快(点)?(叫|派|来人)|派人来/,
    weight: 2.7,
    reason: '请有关部门采取行动',
  },
  {
    type: '求助',
    pattern: /(丢|落|掉)了?(一?个|我的|在)?.{0,4}(手机|钱包|行李|证件|书包)|遗失|失物/,
    weight: 2,
    reason: '寻找遗失的物品',
  },
  {
    type: '咨询',
    pattern:
      /(想|要|来|就是)(咨询|问一?下|问问|了解|请教|打听)|咨询(一下|个)|请问(一下|下)|^请问|^我?问一?下/,
    weight: 2.5,
    reason: '来电人表示要咨询',
  },
  {
    type: '举报',
    pattern:
      /非法(经营|行医|集资|营运)|无证(经营|行医)|无照经营|偷税|漏税|赌博|传销|黑作坊|偷排(污|废)|卖假药|制假|售假|黑车/,
    weight: 2,
    reason: '反映的是违法行为',
  },
  {
    type: '投诉',
    pattern:
      /(不给|不肯|拒绝|不愿意?)(办|退|发|开|修|换|赔|还)|拖欠|欠薪|欠了?我|没有?(发|给).{0,3}工资|乱收费|多收|态度(很|太|特别|非常|恶劣|不好|差)|恶劣|扰民|噪音|太吵|吵得|吵死|打桩|不(作为|理人|理我|承认|退|还钱|赔)|退不了|跑路|强制|被?骗|违规|占用|占道|过期|变质|假货|质量(差|有?问题)|赔偿?|推诿|乱停|(?<!气(有|的)?.?)异味|臭|油烟|违建|违法搭建|加建|克扣|扣了?我|虚假|绕路|甩客|广场舞|收费不合理|往(楼)?下扔|高空抛物|乱扔|烧垃圾|烟很大|物业不/,
    weight: 1.6,
    reason: '反映某一方的行为有问题',
  },
  {
    type: '求助',
    pattern:
      /(停|没有?|断)(水|电|气|暖|热水)|暖气不热|(路灯|街灯|电梯|水管|管道|护栏|红绿灯|信号灯|路面|健身器材|下水道|消防栓).{0,6}(坏|破|堵|裂|爆|塌|不亮|漏)|漏水|爆管|生锈|不亮|井盖|积水|走丢|走失|找不到|树.{0,4}(倒|断)|晕倒|迷路/,
    weight: 1.5,
    reason: '需要有关部门帮助解决',
  },
  {
    type: '咨询',
    pattern:
      /(怎么|如何|在哪里?|哪里|去哪)(可以)?(办(?!$|[啊呢呀吧])|申请|领|交|查|续|提取|报名|缴|开|补|预约|报销|年审)|需要(什么|哪些)(材料|手续|条件|证件)|什么(条件|手续|材料|政策)|几点(上班|下班|开门)|(条件|流程|标准|政策|电话)(是(什么|多少|怎样)|有哪些)|(可以|能|能不能|是不是可以)(办|报销|申请|领).{0,8}吗|怎么(办理|弄|报案)|处理得?怎么?样|什么时候(有结果|能有|出结果|开始(办|申请|报名))/,
    weight: 1.5,
    reason: '询问政策、办事方法或进度',
  },
]
const negatedBefore =
  /(不是|不是要|并不|没有?要|不想|不|别|之前|上次|以前|上回|已经|曾经|去年)(要|来|想)?(向.{1,6})?$/

/**
 * 诉求类型 from the citizen's words: a type that the caller names counts most, then what the matter is like. Denied and
 * past ones (不是投诉, 上次投诉过) do not count. Two types equally strong leave the later named one.
 */
export function hearRequestType(hearing: Hearing): HeardValue<RequestType> | undefined {
  const scores = new Map<RequestType, { score: number; cue: Cue; line: Line; start: number; end: number }>()
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    for (const cue of cues) {
      const match = cue.pattern.exec(line.text)
      if (match === null || deniedAt(line, match, cue)) continue
      const entry = { score: cue.weight, cue, line, start: match.index, end: match.index + match[0].length }
      const best = scores.get(cue.type)
      if (best === undefined) scores.set(cue.type, entry)
      else if (cue.weight > best.cue.weight) scores.set(cue.type, { ...entry, score: entry.score + 0.5 })
      else scores.set(cue.type, { ...best, score: best.score + 0.3 })
    }
  }
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score || b.line.index - a.line.index)
  const [best, second] = ranked
  if (best === undefined) return unnamed(hearing)
  const margin = best.score - (second?.score ?? 0)
  const confidence = best.cue.weight >= 3 ? 0.95 : margin >= 1 ? 0.85 : margin >= 0.5 ? 0.75 : 0.6
  return heardValue(best.cue.type, [cite(best.line, best.start, best.end, confidence)], {
    alternatives: ranked.slice(1).map((entry) => entry.cue.type),
    reason: best.cue.reason,
  })
}

/** Somebody who only tells of a danger asks for help; a ticket raised for anything else is most often a complaint. */
function unnamed(hearing: Hearing): HeardValue<RequestType> | undefined {
  const danger = hearDanger(hearing, '突发') ?? hearDanger(hearing, '及时')
  if (danger !== undefined)
    return heardValue<RequestType>('求助', danger.evidence, {
      confidence: 0.75,
      reason: '需要有关部门帮助解决',
    })
  const told = hearing.lines.find((line) => line.speaker === 'citizen' && line.text.length >= 10)
  const taken = hearing.lines.some(
    ({ asked }) => asked.has('name') || asked.has('phone') || asked.has('address'),
  )
  if (told === undefined || !(taken || ticketRaised(hearing))) return undefined
  const evidence = [cite(told, 0, told.text.length, 0.55)]
  return heardValue<RequestType>('投诉', evidence, { reason: '坐席正在登记，未听到其他类型的说法' })
}

function deniedAt(line: Line, match: RegExpExecArray, cue: Cue): boolean {
  const before = line.text.slice(Math.max(0, match.index - 8), match.index)
  const after = line.text.slice(match.index + match[0].length)
  if (cue.weight >= 2.5 && negatedBefore.test(before)) return true
  // 怎么投诉 asks, 投诉过 tells of the past, and 没有投诉 denies.
  if (cue.weight === 4 && /如果|要是|的话|万一.{0,3}$/.test(line.text.slice(0, match.index))) return true
  if (
    (cue.type === '投诉' || cue.type === '举报') &&
    cue.weight === 4 &&
    (/怎么|如何|哪里/.test(before) || /^(过|电话|了.{0,3}次)/.test(after))
  )
    return true
  return (
    cue.type === '求助' &&
    cue.weight < 2 &&
    /^(了)?(已经)?(的事情?)?(现在)?(已经)?(修好|解决|恢复)/.test(after)
  )
}
