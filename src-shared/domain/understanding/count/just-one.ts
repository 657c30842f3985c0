import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'

/** Where in a line it is told that one person is all there are. */
export interface JustOne {
  readonly start: number
  readonly end: number
}

/** 就一个人吗, 您是一个人, 老人是一个人吗: whether there is no other; but not 一个人在家吗, which asks where he is. */
const asksForOne =
  /(?:就|只有|是|只)[您他她它]?一个人?(?:吗|嘛|吧|么|呀)?(?:$|多大|还是|几点)|^一个人(?:吗|嘛|么)/
/** 几个人受伤, 多少人被困 */
const asksHowMany =
  /(?:几|多少)(?:个|位|名)?(?:人|工人|老人|孩子|小孩|学生|乘客|伤者)?(?:受伤|被困|不舒服|落水|中毒|欠薪|没拿到|被骗|在里面|困在)|(?:受伤|被困|不舒服|落水|中毒|被骗)的?(?:一共|总共|大概|有)*(?:几|多少)(?:个|位|名)?人?|(?:里面|里头|[车屋房梯]里|车上)(?:现在|有|困了|关了|一共)*(?:几|多少)个?人?$|(?:困|伤|骗|欠)了?(?:几|多少)(?:个|位|名)?人?/
const answersOne =
  /^(?:啊|嗯|哦|对|是|的|呀)*(?:就|只有?)?(?:我|他|她)?(?:自己)?一个(?:人|[^，]{0,3}(?:婆|伯|老人|孩子|男的|女的))?|^(?:啊|嗯|哦|对|是|的|呀)*(?:没有?)?就我(?:自己)?(?:一个人?)?(?:$|[，啊吧了])/
/** 里面就我一个人: told of those who are in a place, without being asked. */
const aloneInPlace =
  /(?:里面?|里头|车上|梯里|楼上|船上|屋里|现场)(?:现在|目前)?(?:就|只有|只剩|就剩)(?:我|他|她)(?:自己)?一个人?/
/** 接我一个人, 登记我一个人的: whom the wish is for. */
const wishForOne = /(?:接|救|登记|写|记|算)(?:我|他|她)一个人?(?!住|在)/

/** Where a citizen tells that the matter is about one person, which an answer of 一个 or 就我 does as well. */
export function justOne(hearing: Hearing, line: Line): JustOne | undefined {
  if (line.speaker !== 'citizen') return undefined
  const seat = previousSeatLine(hearing, line)
  const asked =
    seat !== undefined &&
    line.index - seat.index <= 1 &&
    (asksForOne.test(seat.text) || asksHowMany.test(seat.text))
  const match =
    (asked ? answersOne.exec(line.text) : null) ?? aloneInPlace.exec(line.text) ?? wishForOne.exec(line.text)
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length }
}
