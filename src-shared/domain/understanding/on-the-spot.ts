import type { HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue } from './hearing.ts'
import { spellMatter } from './matter-words.ts'
import type { RequestType } from './named-type.ts'
import { ticketRaised } from './ticket-raised.ts'

const question =
  /怎么(?!没|不|会|这样)|如何|哪里|哪个|哪些|在哪|多少|多久|几点|几号|什么|是不是|能不能|可不可以|要不要|有没有|需不需要|吗|啥|(可以|能|要)(吧|嘛|呢)$|是吧$|呢$|不$|没有?$/
const asks = /吗$|呢$|吧$|什么|哪|几|多少|怎么|是不是|请问/
const leastAnswer = 8

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
          (other) => other.speaker === 'seat' && other.text.length >= leastAnswer && !asks.test(other.text),
        ),
  )
  if (inquiry === undefined) return undefined
  return heardValue<RequestType>('咨询', [cite(inquiry, 0, inquiry.text.length, 0.7)], {
    reason: '来电人提问，坐席当场答复',
  })
}

const farewell = /再见|在见|不客气|再来电|谢谢|知道了|明白|晓得|好吧?$|没(?:有)?了$/
const withdrawn = /算了|不(?:用|要|需要|必)?(?:登记|反映|投诉|举报)了|先不|没事了/

/** True once a call draws to its end without anything taken down: no ticket, hence no 紧急程度. */
export function closedWithoutTicket(hearing: Hearing): boolean {
  if (ticketRaised(hearing)) return false
  const withdraws = hearing.lines.some((line) => line.speaker === 'citizen' && withdrawn.test(line.text))
  const collects = hearing.lines.some(({ asked }) => asked.has('name') || asked.has('phone'))
  const ends = hearing.lines.length > 2 && hearing.lines.slice(-2).some((line) => farewell.test(line.text))
  return ends && (withdraws || !collects)
}
