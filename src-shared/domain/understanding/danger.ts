import type { Evidence, HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine, previousSeatLine } from './hearing.ts'
import { spellMatter } from './matter-words.ts'
import { dangerFromScene, dangerFromSeat } from './danger-scene.ts'
import { dangerCues, type Urgency, type UrgencyCue } from './urgency-cues.ts'

/** Some words of a line, and why they matter. */
export interface Sign {
  readonly reason: string
  readonly evidence: Evidence
}

const pastBefore = /(上次|之前|以前|去年|前年|上回|曾经|当时|那次|那年|早几年)(?!.{0,6}(开始|起|到现在|以来))/
/** A missing cover or a leak of last week lasts; a fire of last week is over. */
const datedBefore =
  /(上个?(月|周|星期|礼拜)|前段时间|前(几|两|一)?(天|周|月|年)|[一二三四五六七八九十]月)(?!.{0,6}(开始|起|到现在|以来))/
const events: ReadonlySet<string> = new Set([
  '涉及火情',
  '有人被困或落水',
  '有人受伤或危及生命',
  '危及公共安全',
])
const nowMarkers = /现在|又|还(是|在|没)|正在|今天|今早|刚才|刚刚|目前|这会儿|再次|今晚|一直/
const deniedBefore =
  /(没有?|不是|不会|未|并没|不存在|没有发生|别|没人|没有人|没得|不用怕|不像|冇)(什么|任何|出现|闻到|听说|说|过|人)?$/
const feared =
  /(怕|担心|万一|要是|如果|假如|假设|会不会|容易|可能会?|预防|防止|避免|以免|有没有|是不是会|迟早|早晚|怎么(预防|处理)|防|有.{0,2}隐患|哪天|等到|等(?=.{0,3}(出|着|掉|砸))|难道要|非要|再这样|再不|总有一天|搞不好|说不定|引起|引发|造成|导致)[^，]{0,9}$/
const resolvedAfter =
  /^(了|的事|的)?(现在|后来|都|也|就|已经)*好了|^.{0,6}(已经?.{0,4}(修好|休好|解决|好了|处理|恢复|来了|灭了|救出来|赔)|修好了|恢复了|灭了|没事了|解决了|(怎么|咋)办.{0,4}(万一|假如|的话))/
const otherSense =
  /^(费|表|器|卡|单|演练|预案|证|险|保险|补贴|通知的?(短信|时间)|处罚|赔偿标准|隐患|宣传|报警器|的?(新闻|视频|规定|电话|标准|培训))/
/** 工伤 and food poisoning whose compensation is now at issue endanger nobody any more. */
const injury = /伤|骨折|血|中毒|泻|吐|打|撞|砸|倒|塌|坠|掉|咬|摔|跌|医院|拉肚子|吊针/
const settling = /赔|医药费|工伤|误工|报销|退钱|退款/

/** What was heard that makes the matter that urgent; 突发 also from the scene told and from how the seat acts. */
export function hearDanger(hearing: Hearing, urgency: Urgency): HeardValue<Urgency> | undefined {
  const told = toldSigns(hearing, urgency)
  const found =
    urgency === '突发' && told.length === 0 ? [...dangerFromScene(hearing), ...dangerFromSeat(hearing)] : told
  const over = overSince(hearing)
  const lasting = found.filter(({ evidence }) => evidence.turn >= over)
  const [first] = lasting
  if (first === undefined) return undefined
  return heardValue(
    urgency,
    lasting.slice(0, 3).map((sign) => sign.evidence),
    { reason: first.reason },
  )
}

function toldSigns(hearing: Hearing, urgency: Urgency): readonly Sign[] {
  const cues = dangerCues.filter((cue) => cue.urgency === urgency)
  const settled = hearing.lines.some((line) => line.speaker === 'citizen' && settling.test(line.text))
  const told = hearing.lines.flatMap((line) => {
    if (line.speaker === 'citizen') return signsIn(line, cues, settled)
    return urgency === '突发' && affirmed(hearing, line) ? signsIn(line, cues, settled, true) : []
  })
  const isPast = hearing.lines.some(datesThePast)
  return isPast ? told.filter((sign) => !events.has(sign.reason)) : told
}

const datedAnswer =
  /上个?(月|周|星期|礼拜)|去年|前年|[一二三四五六七八九十]+月.{1,3}[号日]|大前天|(半个月|几天|好久|个月|年)以?前/
const stillLasting = /开始|一直|到现在|以来|现在|还/

/** 什么时候的事, answered with a day of a past week or month. */
function datesThePast(line: Line): boolean {
  return line.asked.has('time') && datedAnswer.test(line.text) && !stillLasting.test(line.text)
}

const statusAsked = /现在|目前|还(有|在|是|没)|解决|修好|情况|什么时候/
const overNow =
  /(?<!没|没有|不|还没)(修|处理|换|抢修|补)好了|(?<!没|没有|未|不)(解决|恢复|扑灭|救出来)了|灭了|来(水|电|气)了|(去年|前年|上个月|好久|以前|早几年)的事/

/** The index of the turn in which the caller, asked how things stand, says that all is over; 0 where none does. */
function overSince(hearing: Hearing): number {
  const line = hearing.lines.findLast(
    (other) =>
      other.speaker === 'citizen' &&
      overNow.test(other.text) &&
      statusAsked.test(previousSeatLine(hearing, other)?.text ?? ''),
  )
  return line?.index ?? 0
}

/** Questions such as 里面有人被困吗, to which the caller says yes, tell of the danger as well as the caller's own words. */
function affirmed(hearing: Hearing, line: Line): boolean {
  const answer = nextCitizenLine(hearing, line)
  if (answer === undefined || /^(没|冇|不|还没|暂时没|人没|无)/.test(answer.text)) return false
  return (
    answer.reply === 'yes' ||
    /^(有|诶对|就是|系|嘞|差不多|也就|大概|(一|两|三|四|五|六|七|八|九|十)+(个|位))/.test(answer.text)
  )
}

function signsIn(line: Line, cues: readonly UrgencyCue[], settled: boolean, asked = false): readonly Sign[] {
  const text = spellMatter(line.text)
  return cues.flatMap((cue) =>
    [...text.matchAll(cue.pattern)]
      .filter((match) => {
        const [start, end] = [match.index, match.index + match[0].length]
        if (cue.unless?.test(text.slice(Math.max(0, start - 10), end + 8)) === true) return false
        if (settled && injury.test(match[0]) && !/现在|正在|还在/.test(text)) return false
        return asked ? !instructed(text) : isPresent(text, start, end, events.has(cue.reason))
      })
      .map((match) => ({
        reason: cue.reason,
        evidence: cite(line, match.index, match.index + match[0].length, asked ? 0.85 : 0.9),
      })),
  )
}

/** A seat that offers, cites rules or tells what may happen asks about nothing. */
function instructed(text: string): boolean {
  return (
    /如果|万一|避免|以免|防止|担心|隐患|可能|规定|之前|上次|以前/.test(text) || !/[吗呢吧么几多没]/.test(text)
  )
}

/** Neither denied, feared, over, past, nor part of another word. */
function isPresent(text: string, start: number, end: number, isEvent: boolean): boolean {
  const before = text.slice(Math.max(0, start - 16), start)
  const after = text.slice(end)
  if (deniedBefore.test(before) || feared.test(before) || otherSense.test(after) || resolvedAfter.test(after))
    return false
  const past = pastBefore.test(before) || (isEvent && datedBefore.test(before))
  return !past || nowMarkers.test(before)
}
