import type { HeardValue } from '../../ticket-fields.ts'
import { cardinalOf, numeralSource } from '../../../text/numerals.ts'
import {
  cite,
  type Hearing,
  heardValue,
  type Line,
  nextCitizenLine,
  previousSeatLine,
} from '../hearing/hearing.ts'
import { respell } from '../hearing/respell.ts'

const totalWeight = 2
/** A seat's line of at most so many characters does nothing but repeat. */
const shortLine = 12

interface Count {
  readonly value: number
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly weight: number
}

const persons =
  '人|工人|农民工|员工|同事|学生|孩子|小孩|小朋友|家长|老人|业主|居民|邻居|乘客|伤者|租客|村民|民工|工友|受害者|消费者|同学|客人|游客|病人|学员|住户|群众|姐妹|兄弟|老乡|朋友|女工|旅客|租户|商户|摊主|顾客|团友|室友|舍友|保洁员|清洁工|环卫工|临时工|职工|队员|护工|路人|行人|小伙子?|年轻人|小年轻|青年|男的|女的|大妈|大爷|阿姨|阿伯|大叔|妇女|男孩|女孩|婴儿|患者|选手|考生|菜农|果农|农户|农民|渔民|摊贩|商贩|司机|骑手|外卖员|快递员'
const n = numeralSource
/** 四十个人有十二个发烧, 联名的业主有一百零六个: of whom the number that follows is. */
const among =
  '(?:(?:人|学生|孩子)(?:(?:里面?|当中|中)?有|(?:拉|吐|伤|倒|病|晕)了)|(?:业主|家长|工人|工友|同事|员工|住户|租户|村民)(?:一共|总共|大概)?有)'
const wholeOf = new RegExp(
  `^(?:(?:里面?|当中|中)?有|(?:拉|吐|伤|倒|病|晕)了)${numeralSource}个(?!月|小时|星期|礼拜|钟|多)`,
)
const pattern = new RegExp(
  `(?<count>${n})(?<about>多|来|几)?(?:个(?:${persons})|号人|名(?:${persons})?|位(?:${persons})|人(?![民家行口员工物才们数字海])|口人|(?<=家(?:${n}))口|(?<=${among}(?:${n}))个(?!月|小时|星期|礼拜|钟|多))`,
  'g',
)
/** After a question for the number of persons the measure word is enough. */
const answerPattern = new RegExp(
  `(?<count>${n})(?<about>多|来|几)?(?:个(?!月|小时|星期|礼拜|钟)|名|位|口|人|$|吧|左右)`,
  'g',
)
const askedPattern =
  /多少(个|名|位)?.{0,2}(人|业主|学生|家长|员工|乘客|住户|同事|工友|孩子|小孩|户)|几(个|位|名|口)?人|几(位|名|个)(?=用餐|呢|$|老人|孩子|小孩|学生|工人|同事|家长|伤者|乘客|业主)|人数|具体(是|有)?多少(?!钱|块|元|金额|费|号)|(一百|几十|十|百)多?人确切|确切是多少(?!钱|块|元)|具体(是)?(多少|几)个/
/** 人数能具体点吗: after a number of persons that was rough. */
const exactly =
  /(确定|具体|准确|确切|精确|清楚).{0,6}(数字?|人数|多少)|(数字?|人数).{0,6}(确定|具体|准确|确切|精确|清楚)/
const roughly = new RegExp(
  `(?:${n})(?:多|来|几|个|十)*(?:个|名|位|号)?(?:${persons})|几[十百千]个?(?:${persons})|${n}(?:多|来|几)?个(?=左右|没|$)`,
)
/** 加上组长吗: whom the number takes in. */
const included = /(加上|算上|包括|连).{0,6}[吗吧]$/
/** What follows a number of persons that answers the seat's own. */
const endsCount = /^(?:$|人|吧|啊|啦|左右|都|也|没|了|不|在|全|对|就)/
const totalBefore =
  /(数了?一?下|数了数|现在是?|一共|总共|共|[加合]起来|涉及|大概有|有|就是?|名单上|确切|我们|我们家?|嗯|一家|全家|是|连我们?|加上我们?|大概|差不多|陆陆续续)(是|有|大概|涉及|都|家|这|里)*$/
/** 那就十八个, 不止二十三个: a total in place of the one that the seat took down. */
const newTotal =
  /(一共|总共|加起来|[连加算]上?(我们?|他们?|[^，\d]{2,3})|[那哪]?就|不止|其实|应该)(是|有|得)*$/
/** 十个就十个吧. */
const conceded = new RegExp(`(${n}个)就\\1`)
const correction = /(不对|不是|说错|记错|应该是|更正|错了)(了|我?说错了?|应该|其实|是|就是|共|一共|总共|有)*$/
const notPersons =
  /(第|每|被|人均|满|前|排|等了|几|十|百|千|哪|另|这|那|某|反正|派了?|来了?|叫了|带了|坐了|住了|只有|站了|换了|[找叫喊请]|找了|我家?有|家里有|管|照顾|照看|负责|[带抱牵背]着?|教|加派?|派|增加|安排|(表扬|感谢|夸|谢谢|点赞|举报)(一下|那|这|他们)*)$/
/** 一共住了二十三个人 counts those who live there. */
const counted = /(一共|总共|里面|加起来|共)(住|坐|站|来|睡|挤)了$/
/** Persons on duty, who are there for the matter or are praised for it. */
const acting = /(?:队员|护工)$/
const addsMore = new RegExp(`(?:加上?|连|算上|一共|总共|加起来)[^，]{0,4}${n}[个名位]`)
const attendants = /连(司机|领队|老板|导游)$/
/** 欠我们八个人的钱 */
const wronged = /(?:欠|拖欠|骗|扣|收)了?(?:我们|咱们)$/
/** 八岁的三个同学 of a son, 两个师傅 who helped: persons, but not those the matter is about. */
const besidePersons =
  /^平时|^[^，]{0,3}(?:差一?点|险些|差些)|^(?:扶|抬|帮|救|追上)|^(?:一起)?(?:围着|堵着|追着|骂我)|^的(?:学费|费用?|钱|工资|一个)|^(?:疏导|维持|值守|值班|看守|指挥|引导)|^在.{0,4}(玩|散步|经过|路过|排队|抽烟|打牌|聊天|闲|唱|跳|吵|骂)|^(都|就|在)?(说话|态度|过来|来(看|修|处理|查)|上门|打(我|人)|值班|上班|干活)|^(以上|以下|同意|同[意一]|在(骂|吵|看|围观)|围观|都在(骂|说|看)|插队|住(?!院|进医院))/

/** 涉及人数: persons involved. 一个人 and 没有一个人 are figures of speech; an approximate number (十几个) is none. */
export function hearPeople(hearing: Hearing): HeardValue<number> | undefined {
  const counts = hearing.lines.flatMap((line) => countsIn(hearing, line))
  const top = Math.max(0, ...counts.map((count) => count.weight))
  const chosen = counts.filter((count) => count.weight === top)
  const values = new Set(chosen.map((count) => count.value))
  const best = top >= 3 ? chosen.at(-1) : values.size === 1 ? chosen[0] : undefined
  if (best === undefined) return undefined
  const confidence = best.weight >= 2 ? 0.9 : 0.75
  const alternatives = [...new Set(counts.map((count) => count.value))].filter(
    (value) => value !== best.value,
  )
  return heardValue(best.value, [cite(best.line, best.start, best.end, confidence)], { alternatives })
}

function countsIn(hearing: Hearing, line: Line): readonly Count[] {
  const question = line.speaker === 'citizen' ? questionOf(hearing, line) : undefined
  if (line.speaker === 'seat' && !isRestated(hearing, line)) return []
  const text = respell(line.text)
  let whole = 0
  return [...text.matchAll(question === undefined ? pattern : answerPattern)].flatMap((match): Count[] => {
    const value = personsIn(match)
    const before = text.slice(Math.max(0, match.index - 10), match.index)
    const end = match.index + match[0].length
    const total =
      question === 'stated'
        ? newTotal.test(before) || before.endsWith(`${match[0]}就`) || /还有|漏了|再加/.test(before)
        : totalBefore.test(before) && !before.endsWith('还有')
    // 有二十七个有三个在发烧: three of them.
    const part =
      (value ?? 0) < whole && !correction.test(before) && !/^(?:吧|啊|了|人)*$/.test(text.slice(end))
    // 一桌八个人有六个拉肚子: the six are asked for.
    const among = /^人?(?:里面?|当中|中)?有/.test(text.slice(end))
    if (!among && (total || question === 'asked')) whole = Math.max(whole, value ?? 0)
    if (part || wholeOf.test(text.slice(end))) return []
    if (value === undefined || isBeside(before, text.slice(end))) return []
    // 五十一个连司机五十二: the passengers are the number, unless there is no other.
    if (attendants.test(before) && (question === undefined || /[个名位人]连/.test(before))) return []
    // 十号到二十五号人在外地 tells a date, and 十名啊 that somebody gives a name (实名).
    if (match[0].endsWith('号人') && /[月到至初]$/.test(before)) return []
    if (question === undefined && (match[0] === '十名' || acting.test(match[0]))) return []
    // 四百三十六块五, to 具体多少, is money.
    if (question === 'asked' && !/[个名位口人]/.test(match[0]) && /[块元钱]/.test(text)) return []
    if (question === 'stated' && !isCounted(match[0], text.slice(end), total)) return []
    // 五个吧我跟四个服务员: what an answer opens with is the answer; 六个工人加上我七个 goes on to it.
    const summed = addsMore.test(text.slice(end))
    const opens = question === 'asked' && before === '' && !summed ? 2.2 : 0
    const weight =
      (correction.test(before) ? 4 : 0) + weightOf(line, question, total) + (total ? totalWeight : 0) + opens
    return [{ value, line, start: match.index, end, weight }]
  })
}

/** An answer counts more than a mention, what the seat takes down more than both, and a new total after that most. */
function weightOf(line: Line, question: Question | undefined, total: boolean): number {
  if (line.speaker === 'seat') return 5.5
  if (question === 'exact' || (question === 'stated' && total)) return 6
  return question === undefined ? 0 : 3
}

/** The number of a match; an approximate one and a single person are none. */
function personsIn(match: RegExpExecArray): number | undefined {
  // 六千二十七个人 is a sum of 六千二 and seventeen persons, who would be 六千零二十七 else.
  const value = cardinalOf((match.groups?.['count'] ?? '').replace(/^.*千[一二三四五六七八九](?=十)/, ''))
  if (value === undefined || match.groups?.['about'] !== undefined) return undefined
  return Number.isInteger(value) && value <= 100_000 && value >= 2 ? value : undefined
}

/** In answer to a number that was read back, what is counted must be persons. */
function isCounted(words: string, after: string, total: boolean): boolean {
  return /[个名位口人]$/.test(words) && (total || endsCount.test(after))
}

/** Persons that the matter is not about, or no persons at all. */
function isBeside(before: string, after: string): boolean {
  return (
    (notPersons.test(before) && !counted.test(before)) ||
    before.endsWith('不是') ||
    (besidePersons.test(after) && !wronged.test(before))
  )
}

/** What makes a line an answer: a question for the number or for a better one, or a number that the seat takes down. */
type Question = 'asked' | 'exact' | 'stated'

function questionOf(hearing: Hearing, line: Line): Question | undefined {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || line.index - seat.index > 2) return undefined
  // 全班多少人 asks for more than those whom the matter is about.
  if (askedPattern.test(seat.text) && !/全[班校厂村楼部]|你们(?:公司|厂|店)/.test(seat.text)) return 'asked'
  if (conceded.test(line.text) && hearing.lines.some(({ text }) => askedPattern.test(text))) return 'exact'
  if (seat.index === line.index - 1 && statesCount(seat.text)) return 'stated'
  const follows = exactly.test(seat.text) || included.test(seat.text)
  const told = hearing.lines.slice(Math.max(0, seat.index - 3), seat.index)
  return follows && told.some(({ text }) => roughly.test(text)) ? 'exact' : undefined
}

/** 学生二十六老师两司机一那总共二十九 */
const statedTotal = new RegExp(`(?:总共|一共|[加合]起来)(?:是|有)?${n}$`)
const peopled = new RegExp(`${persons}|老师|司机`)

function statesCount(text: string): boolean {
  if (statedTotal.test(text) && peopled.test(text)) return true
  return [...text.matchAll(pattern), ...(included.test(text) ? text.matchAll(answerPattern) : [])].some(
    (match) => personsIn(match) !== undefined,
  )
}

/** 也就是十一个人不舒服: a number that the seat repeats and the citizen lets stand. */
function isRestated(hearing: Hearing, line: Line): boolean {
  if (opensWithCount(hearing, line)) return true
  const short = line.text.length <= shortLine
  if (!short && !/也就是|就是说|一共|总共|对吗|是吗|是吧|对吧|核对|确认|受影响|登记/.test(line.text))
    return false
  const answer = nextCitizenLine(hearing, line)
  // 哦对油漆的三个也没发那就十八个: agreed, and yet another number.
  if (answer?.index === line.index + 1 && totals(answer)) return false
  const reply = answer?.reply
  return reply === 'yes' || (reply === 'none' && line.text.includes('也就是'))
}

/** 好的三十一人反映什么问题: what a seat opens with is the number that it was just told. */
function opensWithCount(hearing: Hearing, line: Line): boolean {
  const [told, answer] = [hearing.lines[line.index - 1], nextCitizenLine(hearing, line)]
  const [first] = [...respell(line.text).matchAll(pattern)]
  return (
    first !== undefined &&
    told?.speaker === 'citizen' &&
    toldCount.test(respell(told.text)) &&
    opening.test(line.text.slice(0, first.index)) &&
    answer?.reply !== 'no' &&
    !(answer !== undefined && toldCount.test(respell(answer.text)))
  )
}

const opening = /^(?:好的?|嗯|哦|那|就是|也就是说?|所以|涉及|一共|总共)*$/
const toldCount = new RegExp(
  `(?<![第零一二两三四五六七八九十百])${n}(?:多|来|几)?(?:个(?!月|小时|星期|礼拜|钟)|[名位口人])`,
)

function totals(answer: Line): boolean {
  return [...answer.text.matchAll(answerPattern)].some((match) =>
    newTotal.test(answer.text.slice(0, match.index)),
  )
}
