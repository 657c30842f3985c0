import { oncePer } from '../../../base/remember.ts'
import { mendTimeWords } from './heard-time-words.ts'
import { type Hearing, type Line, previousSeatLine, type Topic, topicsOf } from '../hearing/hearing.ts'
import { isHabitAsked } from './time-role.ts'

/** A line with what the call tells of the times in it. */
export interface TimedLine extends Line {
  /** True where the seat said a day, which the answer may put right: 那就是五月三十一号吧. */
  readonly dayTold: boolean
  /** True where all clocks tell when something usually happens. */
  readonly habitual: boolean
  /** True where the seat asked how long something else lasted: 用了多久. */
  readonly usage: boolean
  /** True where the seat asked how long ago something happened once: 捡到多久了. */
  readonly once: boolean
  /** True where the seat asked for a better time than the one that was told: 具体呢. */
  readonly exact: boolean
  /** True where the seat asked what the caller wants. */
  readonly wished: boolean
  /** True where the seat gave two times to choose from: 七点半还是七点四十五. */
  readonly chosen: boolean
  /** True where the seat asked for the hours of something: 什么时间段. */
  readonly hours: boolean
  /** The seat's line before. */
  readonly question: string
  /** All that the citizen says in the call. */
  readonly spoken: string
}

const usage = /(?:用|住|做|干|租|练|学|读|吃|上班|工作|办)了?多(?:久|长时间)/
/** 是什么时间段 */
const spanAsked = /(?:什么|哪个|哪些)时间?段|几点到几点/
/** 您几点下班, 什么时候方便, 几点报的警: asked for something else than the matter. */
const hoursAsked =
  /(?:几点|什么时[候间])[^，]{0,4}(?:下班|上班|开门|关门?(?![的了得住闭停])|营业|放学|方便|有空|接电话|回复|报的?[警修案]|投诉|打的?电话)|(?:希望|方便)[^，]{0,4}什么时候/
/** 您的诉求, 希望怎么处理 */
const wishAsked = /诉求|要求|需求|希望|想要|[怎如](?:么|何)(?:处理|解决|办)|意见|建议/
const once =
  /多(?:久|长时间)(?:以|之)?前|(?:捡|拾|摔|撞|走|丢|掉|发现|看到|出去|离开|出事|发生)[^，]{0,4}多(?:久|长时间)/

/** 那就是五月三十一号, 您说的是上周五吧 */
const dayNamed =
  /(?:[一二三四五六七八九十]月[一二三四五六七八九十]*[号日]?|[一二三四五六七八九十]点(?=[^，]{0,5}[吗吧])|(?:^|[是就从])[一二三四五六七八九十]{1,3}[号日](?![之楼门栋])|(?:周|星期|礼拜)[一二三四五六日天])(?!.*[谁哪什怎几])[^，]{0,6}(?:吗|吧|对不对|是不是|开始|起|左右|的事|底|初)?$/

/** 对二十七号左右 says the day again; 是三号 puts it right. */
const agrees = /^[啊哦嗯哎]*(?:对|系|嗯|没错|无错|好|是(?![一二三四五六七八九十上]))/

/** All that the citizen says, with its words of time put right. */
const spokenIn = oncePer(({ lines }: Hearing) =>
  lines.map(({ speaker, text }) => (speaker === 'citizen' ? mendTimeWords(text) : '')).join('，'),
)

/** The line with its words of time put right; a clock in answer to 一般几点 tells of a habit. */
export const inContext = (hearing: Hearing, line: Line): TimedLine => timedLines(hearing)(line)

const timedLines = oncePer((hearing: Hearing) => oncePer((line: Line) => readTimed(hearing, line)))

function readTimed(hearing: Hearing, line: Line): TimedLine {
  const heard = line.speaker === 'citizen' ? (previousSeatLine(hearing, line)?.text ?? '') : ''
  const question = mendTimeWords(heard)
  const text = withoutWeekly(mendTimeWords(line.text), hearing)
  const dayTold =
    !agrees.test(line.text) && dayNamed.test(question) && !/[路街巷道村栋楼][^，]{0,9}号/.test(question)
  return {
    ...line,
    text,
    asked: askedIn(hearing, line, question),
    dayTold,
    exact: isExactAsked(hearing, line, question) || isChoiceAsked(question),
    spoken: spokenIn(hearing),
    wished: wishAsked.test(question),
    chosen: isChoiceAsked(question) || dayTold,
    habitual: isHabitAsked(question) || hoursAsked.test(question),
    question,
    hours: spanAsked.test(question),
    usage: usage.test(question),
    once: once.test(question),
  }
}

/** 周三下午开几个自习室, where 每周三闭馆 was said: a day of every week. The length stays. */
function withoutWeekly(text: string, hearing: Hearing): string {
  const day = weeklyDay(hearing)
  return day === undefined
    ? text
    : text.replace(new RegExp(`(?<!(?:上|这|本|每|逢)个?)(?:周|星期|礼拜)${day}`, 'g'), (words) =>
        '，'.repeat(words.length),
      )
}

const weeklyDay = oncePer(({ lines }: Hearing): string | undefined => {
  const weekly = lines.map(({ text }) => /每个?(?:周|星期|礼拜)(?<day>[一二三四五六日天])/.exec(text))
  return weekly.find((match) => match !== null)?.groups?.['day']
})

/** 东路几号, 东路二十几号 asks for a house. */
const houseAsked = /[路街巷道村里园]的?(?:大概|具体)?[一二三四五六七八九十百零]*几号/g
const timeAsked = /什么时候|几点|哪一?天|何时|几号|多久|时间/
/** 麻烦说一下事发时间, 哪个时间段 */
const timeNamed =
  /(?:事发|发生|具体|大概|当时|准确)的?(?:时间|日期)|时间(?:呢|是|段)|哪个月|哪一?年|哪[几些][天日]|几月|几时|日期(?!.{0,3}(?:登记|受理))/
/** 约定什么时候完工, 合同到什么时候: what was agreed is no incident. */
const agreedAsked =
  /(?:约定|约好|说好|合同|预约|承诺|有效期|保质期|到期)[^，]{0,6}(?:什么时候|几号|几点|哪一?天|几月)/
/** 是从今天开始还是一直有, 第一天是哪天, 从去年九月份开始 (told wrong by the seat) */
const sinceNamed =
  /[今昨]天才?开始|第一天(?!上班)|(?:几号|几点|哪一?天|何时|什么时[候间])起(?!的?[火床飞诉])|^(?:那|就是|也就是|大概)?从[^，]{0,8}(?:开始|起)[^，]{0,3}?(?:的|吗|是吗|对吗|是吧|吧)*$/
/** 大概十一点开始的对吗 */
const beginningNamed = /[点半分号月天晚][^，哪几什]{0,3}开始的?(?:吗|是吗|对吗|对吧|是吧|吧)/
const otherTimes = /营业|办公|办理|上班|方便|联系|答复|回访/
/** 几天了 */
const daysAsked = /(?:(?<!哪)几|多少)(?:天|个?星期|个?礼拜|周|个月|个?小时)了?$/
/** 周六还是周日, 七点半还是七点四十五 */
const choiceAsked =
  /[周期拜月号日点天早晚午一二三四五六七八九十][^，]{0,4}还是[^，]{0,4}[周期拜月号日点天早晚午一二三四五六七八九十]/
const timed = /周|星期|礼拜|月|号|[点天早晚午](?!心)/
const isChoiceAsked = (question: string): boolean => choiceAsked.test(question) && timed.test(question)
/** 具体呢, 哪天 after a time that was told roughly. */
const moreExactly = /^(?:那)?(?:具体|大概|准确)(?:呢|是|一点|点)?$/
const timeTold = /[月号周天年节]|星期|礼拜|国庆|中秋|春节|元旦/

/** 什么时侯开史的 asks for the time, too; 东路几号 does not. */
function askedIn(hearing: Hearing, line: Line, question: string): ReadonlySet<Topic> {
  const asked = new Set(line.asked)
  const about = question.replace(houseAsked, '')
  if (about !== question && !timeAsked.test(about)) asked.delete('time')
  for (const topic of topicsOf(about)) if (topic === 'time' || topic === 'since') asked.add(topic)
  if (isExactAsked(hearing, line, question) || isChoiceAsked(question)) asked.add('time')
  if (timeNamed.test(question) && !otherTimes.test(question)) asked.add('time')
  if (asked.has('time') && sinceBefore(hearing, line)) asked.add('since')
  if (asked.has('time') && /从哪(?=一?[天年]|一?个?(?:月|周|星期|礼拜))|从几|开始/.test(question))
    asked.add('since')
  if (agreedAsked.test(question)) asked.delete('time')
  if (sinceNamed.test(question)) asked.add('time').add('since')
  if (beginningNamed.test(question)) asked.add('time')
  if (daysAsked.test(question)) asked.add('time').add('since')
  return asked
}

/** 您说的月初是哪个月, where it was asked since when just before. */
const sinceBefore = ({ lines }: Hearing, line: Line): boolean =>
  isAnchorAsked(lines[line.index - 1]?.text ?? '', lines[line.index - 2]?.text ?? '') ||
  (whichAsked.test(lines[line.index - 1]?.text ?? '') && lines[line.index - 2]?.asked.has('since') === true)

/** 开学大概是什么时候, after 从开学: asked for what was named as the beginning. */
function isAnchorAsked(question: string, told: string): boolean {
  const anchor = /(?:从|自从)(?<first>\p{Script=Han})[^，]{1,7}$/u.exec(told)?.groups?.['first']
  return anchor !== undefined && question.startsWith(anchor) && timeAsked.test(question)
}
const whichAsked = /您说的|是(?:指|说)|哪(?:一?个)?(?:月|年|周|星期|礼拜)/

/** 小票上是几号, 能确认吗: asked to look at what tells it. */
const checkAsked =
  /(?:小票|记录|单据|发票|截图|短信|日历|合同|收据|通知)[^，]{0,4}(?:几[号点月]|哪一?天|什么时[候间])|(?:到底|究竟)是?(?:几|哪|什么)|(?:确定|确认|想想|看一下|查一下)[^，]{0,4}(?:哪|几|什么时)/

/** 国庆之后是哪天, 月初几号: the day is asked for of what was told roughly. */
const roughAsked =
  /(?:[前后]|左右|月[初底]|中旬|期间|那几天|那阵|假期?|[上这]个?(?:月|周|星期|礼拜))(?:具体|大概)?(?:是|的)?(?:哪一?天|几号|周几|星期几)$/

const isExactAsked = (hearing: Hearing, line: Line, question: string): boolean =>
  (moreExactly.test(question) ||
    checkAsked.test(question) ||
    roughAsked.test(question.replace(/[呢啊]$/, ''))) &&
  timeTold.test(hearing.lines[line.index - 2]?.text ?? '')
