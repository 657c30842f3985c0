import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import type { Sign } from './danger.ts'
import { cite, type Hearing, nextCitizenLine } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'

const safety =
  /远离|离远|站远|(走|躲|退|让)(得)?(远|开)(一?点|些)|不要(再)?(靠近|涉水|开灯|点火|打火|扒门|强行|触碰|刺激|移动(他|她|伤))|不要.{0,8}(电器|明火|开关|电源)|别.{0,2}(扒门|碰电|点火|开灯|靠近|刺激)|上风|侧[躺卧着]|(马上|立即|立刻|赶紧|先|快).{0,12}(撤离|疏散|到外面|出去|下楼|离开(现场|那里|那个|房间|房子|屋|家|危险)|到安全)|(马上|现在)就(出来|下楼|离开)|(让|叫|请|劝|通知)(大家|孩子|小孩|他们?|人|老人|居民|工人|旁边的人|周围的人|其他人).{0,6}(离开|撤|走开|躲开|出来|不要)|(先|马上|立即|立刻|赶紧).{0,6}(打开|开)(一下)?(门窗|窗户|窗)|(请|提醒).{0,12}(绕开|避开|绕行)|关(掉|闭|好|上)?.{0,3}(燃气|煤气|天然气).{0,3}阀|(一直|多)(跟|根|陪)(着)?(他|她|孩子|小孩|老人)(说话|聊)|(有变化|不舒服|加重).{0,4}(马上|立即|立刻)打|(马上|立即|立刻|赶紧|赶快|请|一定|务必).{0,4}(拨?打|拨)(119|120|[一幺][一幺]九|[一幺]二零)/
const urgently = '(?:马上|立即|立刻|吗上|紧急|火速|已经?|以经|现在|这就|正在|同时|先|帮您|给您)'
const verbs = '(?:转|联系|通知|联动|呼叫|拨打|叫|派|报|协调)'
const medical = '(?:急救|救护|120|一二零|幺二零)'
const brigade = '(?:消防|119|一一九|幺幺九|应急|燃气.{0,2}抢[险修]|抢险|救援)'
const police = '(?:警方|公安(?!反诈)|民警|报警|(?:110|一一零|幺幺零)(?![零一二三四五六七八九幺\\d]))'
const calling = (whom: string): RegExp =>
  new RegExp(
    `${urgently}[^，]{0,10}?${verbs}[^，]{0,12}?${whom}|${whom}[^，]{0,6}?(?:马上|立即|立刻|这就|正在|已经?)[^，]{0,3}?(?:联系|通知|过去|到|出发|赶|来|派)`,
  )
/** Whom the seat calls, and the matters for which they are called though nobody is in danger. */
const rescues: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [calling(medical), undefined],
  [
    calling(brigade),
    /通道|充电|隐患|灭火器|消防栓|[猫狗鸟蜂蛇鼠]|检查消防|停气|没(煤|燃)?气|恢复供|(?:不热|没有?)热水/,
  ],
  [
    calling(police),
    /偷|丢了|骗|噪|吵|停车|通道|钱包|手机|赌|嫖|欠|工资|押金|身份证|挪车|占道|飙车|炸街|诈|传销|投诉/,
  ],
]
const conditional = /如果|下次|万一|以后|平时|再遇|假如|担心|可以(先)?(打开|开)|建议您|登记转/

/** 按紧急件转办: how seats mark what cannot wait, failed supplies among it. */
const marked = /(按|作|列|当)为?紧急(件|工单|事件|情况)/

/** Whether the seat marks the matter as one that cannot wait. */
export const marksUrgent = (hearing: Hearing): boolean =>
  hearing.lines.some(({ speaker, text }) => speaker === 'seat' && marked.test(text))

/** A seat gives safety instructions and calls for rescue where it has understood that somebody is in danger. */
export function dangerFromSeat(hearing: Hearing): readonly Sign[] {
  const told = hearing.lines.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)
  return hearing.lines.flatMap((line) => {
    if (line.speaker !== 'seat' || conditional.test(line.text)) return []
    const text = spellMatter(line.text)
    const match = safety.exec(text) ?? rescueIn(text, told)
    if (match === null || nextCitizenLine(hearing, line)?.reply === 'no') return []
    const evidence = cite(line, match.index, match.index + match[0].length, 0.8)
    return [{ reason: urgencyReasons.seatActs, evidence }]
  })
}

function rescueIn(text: string, told: readonly string[]): RegExpExecArray | null {
  for (const [call, harmless] of rescues) {
    const match = call.exec(text)
    if (match !== null && !told.some((words) => harmless?.test(words) === true)) return match
  }
  return null
}
