import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import { refuses } from '../hearing/assent.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { nowMarkers } from '../hearing/stance.ts'
import { dangerCues } from './urgency-cues.ts'

/** A danger that the caller, asked for it, says is none (any more). */
export interface Closing {
  readonly reason: string
  /** The index of the answer; what was told up to it no longer counts. */
  readonly turn: number
}

const interrogative = /吗|有没有|有无|是不是|还是|没有?$|呢$|吧$|么$|了没/
const smoke = '烟'
/** 没有, 现在没有, 倒没有, 还好没有; but not 没有通知. */
const plainNo =
  /^(啊|哦|哎|诶|那|嗯|呃|现在|现再|目前|暂时|依家|倒|这倒|人|还|还好|早就|已经|都)*(没有?|冇|无|不是|唔系|没事|好了|不用|都出来了|出来了)/

/** Where the seat asks for a danger by its name (现在还有人被困吗, 是漏气吗) and the caller says no. */
export function closingsIn(hearing: Hearing): readonly Closing[] {
  return hearing.lines.flatMap((line) => {
    if (line.speaker !== 'seat') return []
    const text = spellMatter(line.text)
    if (!interrogative.test(text)) return []
    const answer = nextCitizenLine(hearing, line)
    if (answer === undefined || !(refuses(answer) || plainNo.test(answer.text))) return []
    return asksFor(text)
      .filter((reason) => !tells(answer, reason))
      .filter(
        (reason) => reason !== urgencyReasons.fire || text.includes(smoke) || !toldOfSmoke(hearing, line),
      )
      .map((reason) => ({ reason, turn: answer.index }))
  })
}

function asksFor(text: string): readonly string[] {
  const asked = dangerCues.filter((cue) => cue.urgency === '突发' && text.search(cue.pattern) >= 0)
  return [...new Set(asked.map(({ reason }) => reason))]
}

/** 没有着火就是冒烟: the denial itself tells of the danger. */
function tells(answer: Line, reason: string): boolean {
  const rest = spellMatter(answer.text).replace(/^.{0,4}?(没有?|不是|冇|无)[^，]{0,4}/, '')
  return dangerCues.some(
    (cue) => cue.reason === reason && rest.search(cue.pattern) >= 0 && nowMarkers.test(rest),
  )
}

function toldOfSmoke(hearing: Hearing, line: Line): boolean {
  return hearing.lines
    .slice(0, line.index)
    .some(({ speaker, text }) => speaker === 'citizen' && text.includes(smoke))
}

const statusAsked = /现在|目前|还(有|在|是|没)|解决|修好|情况|什么时候|什么时间|几点|恢复/
const overNow =
  /(?<!没|没有|不|还没)(修|处理|换|抢修|补)好了|(?<!没|没有|未|不)(解决|恢复|扑灭|救出来)了|灭了|(来|通)(水|电|气)了|(?<!不|没|还没|不太)稳定|没(什么)?大碍|脱离(了)?(生命)?危险|出院了?$|(去年|前年|上个月|好久|以前|早几年)的事/
/** 今早六点才来电: that it came back late is the grievance. */
const backSince = /(才|就|已经|终于|后来)(又)?(来|通|恢复|修好|抢修好|有)(了)?(供)?(电|水|气|热水|暖气|好|$)/
const notBack = /才能|才会|才肯|什么时候|几时|多久|没|未|吗$/

/** 现在好很多了, 人都没事了, 不拉了: of people, and told unasked. 现在好了，水都漫进来了 is none. */
const recovered =
  /(?:现[在再]|人|都|已经|后来)(?:就|都|也|已经|倒是?)*(?:好|没事|没什么事|缓过来)(?:多|很多|些)?了(?=$|不|就|但|可)|不(?:拉|吐|痛|疼|晕|流血)了|人(?:都|已经|也|就)*(?:救?(?:出|下|上)来|找到|找回来|回来|回家)了/

/** The index of the turn in which the caller, asked how things stand or not, says that all is over; 0 where none does. */
export function overSince(hearing: Hearing): number {
  const line = hearing.lines.findLast((other) => {
    if (other.speaker === 'seat') {
      return recovered.test(other.text) && nextCitizenLine(hearing, other)?.reply === 'yes'
    }
    if (recovered.test(other.text)) return true
    const question = previousSeatLine(hearing, other)?.text ?? ''
    if (!statusAsked.test(question)) return false
    return overNow.test(other.text) || (backSince.test(other.text) && !notBack.test(other.text))
  })
  return line?.index ?? 0
}

const datedAnswer =
  /上个?(月|周|星期|礼拜)|去年|前年|[一二三四五六七八九十]+月.{1,3}[号日]|大前天|(半个月|几天|好久|个月|年)以?前/
const stillLasting = /开始|一直|到现在|以来|现在|还/

/** 什么时候的事, answered with a day of a past week or month. */
export function datesThePast(line: Line): boolean {
  return line.asked.has('time') && datedAnswer.test(line.text) && !stillLasting.test(line.text)
}
