import { longestOfBoth } from './demand-claim.ts'
import { alike } from './demand-clause.ts'
import { isWish, moodOf, type Mood, wordDemand, wordsFrom } from './demand-line.ts'
import { clearWish, type Wish } from './demand-wish.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { wishText, withoutBrackets } from './wish-text.ts'

/** What a caller begins a further wish with. */
const further =
  /^(?:对了?|嗯|好|啊|哦|那|是的?|行|就|哎|，)*(?:还有|还要|另外|补充|顺便|同时|再(?:就是|一个|有|叫|让|把|给)|(?=(?!了|我|他|你|这|那也)[^，我你他]{1,7}也(?:都)?(?:要|得|该)(?:他们?|她)?(?:出|付|退|赔|查|修|换|装|清|拆|处理|整改|道歉|罚)))(?:一?[点个件]|的?是|就是|也|事|一下|要求|他|，)*/
/** 还有吗, 还有补充吗. */
const asksMore = /^(?:那|除[^，]{1,12})?还有(?:吗|嘛|呢|别的吗|其他的吗)?$|补充(?:什么|的)?(?:没有|吗)/
/** Words that ask for something by their shape: a verb first, or a thing and what is to be done with it. */
const asking =
  /(?:别|不要|不准|不许|不能)[^，]{1,8}$|也(?:都)?(?:要|得|该)[^，]{1,6}|^(?:让|叫|请|把|要(?!是|不)|退|赔|修|换|拆|查|加|装|派|清|别|不要|不准|催|希望|建议|得|能不能|可以|给[^我])|(?:退|赔|还|付|补)(?:给|回|了|我|一下)|[^，不没]{2}给我|(?:[加放装补换给建设画开修清拆改写查检看管]|取消|整改|处理|下架|道歉)(?:个|一[个下盏台次]|[几两]?[个盏台张]|上|掉|了|到)?(?:嘛|吧|啊)?(?=$|他们?|她|我们?|这|那|大家|不然)/
/** How the call is dealt with: whom to ring, what to keep secret, what to write down. No part of the matter. */
export const ofTheCall =
  /投诉|举报|表扬|感谢|没权|回?个[话信]|耳|偏?旁|讲一遍|转告我|通知我|提前[跟告]|电话|号码|手机|来电(?!人)|短信|名字|保密|匿名|知道|回[复电访我话]|[打告联][给诉系]我|登记|备注|写[上我]|记[上下]|别说|不要说|不说|谢谢|算了|不用|问一下|咨询/

/** 工资还有三千没给: told of what somebody does not do. */
const toldNot = /[没不](?:给|退|发|修|还|有|肯|让|来|管)(?!$)|没[给退发修还]$/

/** The wish with what else the caller asks for in other lines, as far as a line holds it. */
export function withFurther(hearing: Hearing, main: Wish, mood: Mood | undefined): Wish {
  return hearing.lines.reduce<Wish>((whole, line) => {
    if (line.speaker !== 'citizen' || line.index === main.line.index) return whole
    const value = furtherIn(hearing, line, main, mood)
    return value === undefined ? whole : { ...whole, value: joined(whole.value, value) }
  }, main)
}

function furtherIn(hearing: Hearing, line: Line, main: Wish, mood: Mood | undefined): string | undefined {
  const text = wishText(line.text)
  const begun = further.exec(text)?.[0] ?? ''
  const asked = asksMore.test(wishText(previousSeatLine(hearing, line)?.text ?? ''))
  if (begun !== '' || asked) {
    const { rest } = moodOf(wordsFrom(line, begun.length, text))
    if ((asked || asking.test(rest)) && isWish(rest) && !toldNot.test(rest) && !ofTheCall.test(rest))
      return wordDemand(rest, mood ?? '要求')
  }
  if (line.index <= main.line.index + 1 || line.asked.has('name')) return undefined
  const wish = clearWish(hearing, line, mood)
  return wish?.value
}

/** 还有一个要求…: a line that goes on from a wish that was told before. */
export const beginsFurther = (line: Line): boolean =>
  line.speaker === 'citizen' && further.test(wishText(line.text))

/** A further wish behind the one that the matter itself makes. */
export const behind = (first: Wish | undefined, second: Wish): Wish =>
  first === undefined ? second : { ...second, value: joined(first.value, second.value) }

/** The parts of a further wish that the first does not hold already, before the brackets that tell what it is about. */
function joined(whole: string, more: string): string {
  const matter = /（.*）$/.exec(whole)?.[0] ?? ''
  const own = whole.slice(0, whole.length - matter.length)
  const parts = withoutBrackets(more.slice(2))
    .split('，')
    .filter(
      (part) =>
        part.length > 1 &&
        !ofTheCall.test(part) &&
        !own.split('，').some((other) => alike(other.replace(/^(?:要求|希望|建议)/, ''), part)),
    )
  const both = [own, ...parts].join('，')
  if (parts.length === 0 || both.length > longestOfBoth) return whole
  return both.length + matter.length > longestOfBoth ? both : both + matter
}
