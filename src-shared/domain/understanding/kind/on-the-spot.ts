import { typeReasons } from '../../../catalogue/kind-reasons.ts'
import type { HeardValue } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import type { RequestType } from './named-type.ts'
import { ticketRaised } from './ticket-raised.ts'

const question =
  /怎么(?!没|不|会|这样)|如何|哪里|哪个|哪些|在哪|多少|多久|几点|几号|几天|几个|什么|是不是|能不能|可不可以|要不要|有没有|需不需要|(.)不\1|吗|啥|(可以|能|要)(吧|嘛|呢)$|是吧$|呢$|不$|没有?$/
const asks = /吗$|呢$|吧$|什么|哪|几|多少|怎么|是不是|请问/
const leastAnswer = 4
/** Words that answer nothing. */
const noAnswer = /打错|拨错|不是的|^(?:您好|请讲|请说|您说|好的|嗯|稍等|不客气|喂)|听得?到|再见|一二三四五/

/** 咨询 where the caller asks, the seat tells, and nothing is taken down. */
export function answeredOnTheSpot(hearing: Hearing): HeardValue<RequestType> | undefined {
  const collects = hearing.lines.some(
    ({ asked }) => asked.has('confidential') || asked.has('phone') || asked.has('demand'),
  )
  if (collects || ticketRaised(hearing)) return undefined
  const inquiry = hearing.lines.find(
    (line) =>
      line.speaker === 'citizen' &&
      line.text.length >= 5 &&
      question.test(spellMatter(line.text)) &&
      hearing.lines
        .slice(line.index + 1)
        .some(
          (other) =>
            other.speaker === 'seat' &&
            other.text.length >= leastAnswer &&
            !asks.test(other.text) &&
            !noAnswer.test(other.text),
        ),
  )
  if (inquiry === undefined) return undefined
  return heardValue<RequestType>('咨询', [cite(inquiry, 0, inquiry.text.length, 0.7)], {
    reason: typeReasons.answeredOnTheSpot,
  })
}

const farewell = /再见|在见|不客气|再来电|谢谢|知道了|明白|晓得|好吧?$|没(?:有)?了$|拜拜|白白/
const withdrawn =
  /(?<!名字?|姓名?|我)算[了勒啦]|不(?:用|要|需要|必)?(?:登记|反映|投诉|举报|说)[了勒啦]|先不|没事[了勒]|(?:不要|别)(?:再)?打给?我|挂[了勒啦]/
const cutOff = /^嘟+|(?:电话|通话|线路)(?:已经?)?(?:中断|断|挂断)|(?:市民|对方|来电人)(?:已经?)?挂/

/** True once a call draws to its end, or breaks off, without anything taken down: no ticket, hence no 紧急程度. */
export function closedWithoutTicket(hearing: Hearing): boolean {
  const last = hearing.lines.slice(-2)
  const broken = last.some((line) => cutOff.test(line.text))
  const gone = hearing.lines.findLast((line) => line.speaker === 'citizen' && withdrawn.test(line.text))
  const leaves = gone !== undefined && (broken || hearing.lines.length - gone.index <= 3)
  if (ticketRaised(hearing, leaves ? gone.index : 0)) return false
  const collects = hearing.lines.some(({ asked }) => asked.has('name') || asked.has('phone'))
  const ends = hearing.lines.length > 2 && last.some((line) => farewell.test(line.text))
  return leaves || broken || (ends && (gone !== undefined || !collects))
}
