import type { HeardValue } from '../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Topic } from './hearing.ts'

const confidentialAsked =
  /(?<!不用|不需要|不|无需)保密|(不要|别|不能|不想|不希望|不可以)(告诉|让|透露|泄露|给)(.{0,6})(知道|我是谁|我的(信息|身份|名字|姓名|电话)|是我|是谁)|(不要|别|不能)(透露|泄露|公开|告诉).{0,6}(我|信息|身份|姓名|个人|他们|对方|物业|老板|公司|学校)|别说是我|怕.{0,4}报复/
const confidentialDeclined = /(不用|不需要|无需|不必|没必要|不)保密|可以(公开|告诉)|不怕.{0,4}知道/
const anonymousAsked =
  /(?<!不用|不需要|不是|不|无需)匿名|(不想|不要|不愿意?|不方便|不)(留|透露|说|提供|报)(我的)?(姓名|名字|真名|姓什么)|名字.{0,3}(不留|就不说|不方便|不用)/
const anonymousDeclined = /(不用|不需要|无需|不)匿名|实名/

interface Wish {
  readonly topic: Topic
  readonly wished: RegExp
  readonly declined: RegExp
}

/** 保密: the other party must not learn who called. False only where it was offered or mentioned and declined. */
export function hearConfidential(hearing: Hearing): HeardValue<boolean> | undefined {
  return hearWish(hearing, {
    topic: 'confidential',
    wished: confidentialAsked,
    declined: confidentialDeclined,
  })
}

/** 匿名: no name is left, though a telephone number may be. */
export function hearAnonymous(hearing: Hearing): HeardValue<boolean> | undefined {
  return hearWish(hearing, { topic: 'anonymous', wished: anonymousAsked, declined: anonymousDeclined })
}

function hearWish(hearing: Hearing, wish: Wish): HeardValue<boolean> | undefined {
  let heard: HeardValue<boolean> | undefined
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const declined = wish.declined.exec(line.text)
    const match = declined ?? wish.wished.exec(line.text)
    if (match !== null) {
      const evidence = cite(line, match.index, match.index + match[0].length, 0.93)
      heard = heardValue(declined === null, [evidence])
    } else if (
      line.asked.has(wish.topic) &&
      line.reply !== 'none' &&
      line.asked.size === 1 &&
      heard === undefined
    )
      heard = heardValue(line.reply === 'yes', [cite(line, 0, line.text.length, 0.9)])
  }
  return heard
}
