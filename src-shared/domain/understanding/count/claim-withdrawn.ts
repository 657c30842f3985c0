import { oncePer } from '../../../base/remember.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'

/** Where in a call the caller gives up every claim for money: after so many characters of a line. */
export interface Withdrawal {
  readonly index: number
  readonly end: number
}

/** 不要他赔双倍, 赔礼 gives up what is beside the sum. */
const back =
  '(?:退|赔|补)(?:偿|款|钱|费|还|给|什么|我)*(?!礼|罪|笑|[两双三十百]+倍|误工|精神|利息|违约|别的|其他|那么多)'
const other = '(?:他|她|它|你|对方|店家?|商家|物业|公司|人家|老板|学校|平台|房东)们?'
/** 钱的事, 赔偿 */
const matter = '(?:钱|(?<![存取借贷])款|赔偿?|损失)(?:的)?(?:事情?|问题)?'
/** Who else sees to the money. */
const office =
  '(?:警察|派出所|公安|民警|警方|法院|律师|保险(?:公司)?)(?:那边|会|在|已经|去|来|帮)*(?:管|追|查|处理|办|判|跟|负责|赔|解决|立案|$)'
/** Not the caller's own wish: 他说不用退, 是不是不用赔. */
const notOwn =
  '(?<!要|是不是|(?:他|她|它|店|商家|公司|老板|物业|平台|房东|学校|客服|经理|老师|中介)们?(?:都|就|又|还|也|现在|一直)*(?:说|讲|话|答复|回复)?(?:我|可以)?(?:就|都|也)?)'
const patterns: readonly RegExp[] = [
  // 不用他们赔, 不要退钱
  new RegExp(
    `${notOwn}(?:不用|不必|不要|无需|不需要|用不着|没必要|犯不着|懒得)(?:再|让|叫|要|找|跟|求|${other})*${back}(?:了|吧|啦)?`,
    'g',
  ),
  // 我就不退了, 老婆说不退了
  new RegExp(
    `(?:我们?|咱们?|老婆|老公|家里|我[爸妈]|决定|商量|想想|想通|想了|干脆|觉得)(?:说|就|也|都|又|还是|后|了|一下|想|现在|决定|过)*不(?:要求|想|打算|准备|需要)?(?:要)?(?:再)?(?:让|叫|找)?(?:${other})?${back}(?:了|啦|吧)`,
    'g',
  ),
  // 开始想让他赔个一百块后来想想没必要
  new RegExp(
    `(?:本来|原来|一?开始|起初|原先|刚才)(?:是|我|也)*想[^，]{0,8}${back}.{0,16}?(?:没(?:有)?那?个?必要|算了|不用了|不要了|不${back}了)`,
    'g',
  ),
  // 原先想退费的后来教练答应了所以我要的是排课
  new RegExp(
    `(?:本来|原来|一?开始|起初|原先|刚才)(?:是|我|也)*(?:想|要)[^，]{0,8}${back}[^退赔]{0,16}?(?:所以|现在|就|只|还是)我?(?:就|只|还是)?(?:想|要|希望|[叫让](?:他|她|它)们?(?:回来|来|给我)*[修做补弄装])(?!他|[^，]{0,6}[退赔钱])`,
    'g',
  ),
  // 赔的那个算了先修
  /(?:退|赔|补)(?:偿|款|钱|费)?的(?:那个|事情?|部分)?(?:就|也|都|先)*(?:算了|不要了?|不用|不提|免了)/g,
  // 我不是要钱, 举报不要钱
  /不(?:是|要|图|为)(?:来|为了?)?(?:要|图)?钱(?!不|没|的)/g,
  // 钱要不回来就算了, 不用写钱了
  /(?<![退赔给还补付交])(?:钱|款)(?:的事)?[^，退赔一二两三四五六七八九十百千万]{0,5}(?:就|也)?算了/g,
  /(?:不用|不必|别|不要|不)(?:再)?(?:写|记|登记|提|填)(?:这个|那个|退|赔)?(?:钱|款|金额)/g,
  // 钱退给我了, and not 把钱退给我了就算了
  /(?<!(?:把|要|等|将)[^，]{0,5}|[一两三四五六七八九十百千万块元]|说|的)钱(?:退|还|赔)(?:给|回)?我?(?:来)?了(?!就|我就|才|再|[零一二两三四五六七八九十百千万半部点])/g,
  // 不谈赔了
  /不(?:再|想|要)?(?:谈|提|说|扯|纠缠|追究|计较)(?:什么)?(?:退|赔|钱|补)(?:偿|款|钱|费)?(?:的事情?)?(?:了|啦)/g,
  // 不退也行
  /不(?:退|赔)(?:款|钱|费|给我)?(?:也|都)(?:行|可以|没关系|没事|无所谓|罢了|得|好)/g,
  // 钱已经退给我了
  /(?<!说|显示|讲)(?:钱|款)(?:他|她|对方|商家|公司|老板|物业|店里)?们?(?:已经?|昨天|刚刚?|今天|前天|后来|都|也)+(?:全)?(?:退|还|赔|给)(?:回|给|到)?我?来?了(?![零一二两三四五六七八九十百千万半部点])/g,
  /(?<!说|显示|讲|房|房子)(?:已经|都已)(?:都|全)?退(?:款|钱|回来|给我|还给?我?)?了(?!.*(?:没|不(?:给|肯|退|还)|拒|钱|款)|[零一二两三四五六七八九十百千万半部])/g,
  /(?:我们)?(?:已经)?(?:两清|私了|谈妥|赔偿?谈好)了/g,
  // 赔钱跟他们谈, 钱的事我自己找他解决
  new RegExp(
    `${matter}(?:就|我们?|会|想|自己)*(?:跟|和|同|找|与)(?:${other}|车主|邻居|司机|楼上|那人|人)们?(?:自己|再|慢慢|私下|单独|去)*(?:谈|商量|解决|协商|说|算|要)(?!了|过|不|好几|几|的)`,
    'g',
  ),
  // 钱警察在管, 追款交给派出所了
  new RegExp(`${matter}(?:那边|就|由|让|归|都|已经|交给|有|是|会|走|等|看)*${office}`, 'g'),
  // 钱不用你们管, 不用帮我追款
  new RegExp(
    `${matter}(?:就|都|也|你们?|您)*(?:不用|不必|不需要|用不着)(?:你们?|您|这边)*(?:管|追|要|帮|操心)`,
    'g',
  ),
  /(?:不用|不必|不需要|用不着)(?:你们?|您|再)*(?:帮|替)?(?:我们?)?(?:追|要|讨|管)回?(?:钱|款|赔偿|损失)/g,
  // 赔偿以后再谈, 钱再说, 赔钱先放一边
  new RegExp(
    `${matter}(?:就|可以|我)*(?:(?:以后|回头|之后|后面|改天|将来)?再(?:说|谈|讲)|另(?:外再)?[说谈]|先?放(?:到|在)?(?:一边|后面))`,
    'g',
  ),
  // 费用我自己出
  /(?:费用?|钱)(?:就|都|也|是)*我们?(?:自己)?(?:给|出|付|掏|承担|负责|认)(?!过)/g,
  /(?:钱|退[款钱费]?|赔偿?)(?:的事)?(?:就|都|也|我)*(?:不用|不要|不提|不谈|不追究|不计较|免)了/g,
]
/** 您是要求赔偿吗, asked by the seat. */
const asksForClaim =
  /(?:要|求|需要|希望|想|主张).{0,6}(?:退|赔|补偿).{0,8}(?:吗|嘛|么)$|(?:钱|款|[元块])(?:也|还|要)*(?:不要)?(?:登记|记|写)(?:吗|嘛|么)?$/
const declines =
  /^(?:啊|哦|嗯|哎|唉)*(?:不(?!止|是|只|但|仅|对|行|够|接受|同意|满意|认可|认|服|肯|答应|愿意|甘心|划算)|没有|没(?!错)|算了|[^，]{0,5}我?自己(?:去|来)?(?:跟|找|和|同)|免了|用不着|不是(?!退|赔|全))/
/** 对方赔了吗, 赔了赔了. */
const asksWhetherPaid = /(?:退|赔|还|结|付)(?:钱|款|偿)?(?:给您)?了(?:吗|没有?)$/
const paidAlready =
  /^(?:啊|哦|嗯|对|早就|已经|都|全)*(?:退|赔|还|结|付|给)(?:钱|款)?(?:清|完)?了(?!一?半|一?部分|[零一二两三四五六七八九十百千万\d]|点|但|不过|可)/
/** 不退费要求书面整改, 诉求改为复工: the seat sums up that no money is wanted. */
const summedUp = new RegExp(
  `以(?![^，]*[退赔钱款])[^，]{2,8}为主|(?:^|好的?|那|就|明白|您|只|是)不(?:要求|主张|需要|用|涉及|申请|再)*${back}|不(?:用|必|需要|涉及)(?:再)?(?:追|讨|要)回?(?:钱|款|损失)|(?:诉求|要求)(?:就)?改(?:为|成|到)(?!.*(?:退|赔|补|付|元|块|钱))`,
)
/** What is demanded all the same, or again: 还是退钱吧. */
const again =
  /(?<!不再|不|别)(?:要|必须|还是|就|得|应该|请|全额|全部)(?:让|叫)?(?:他们?|它们?|商家)?(?:把.{0,4})?(?:退|赔|补偿)(?!不|票无|休)|(?:拿|要|追)回来?/

/** Where the caller last gives up every claim for money, unless he takes it up again. */
export function withdrawalOf(hearing: Hearing): Withdrawal | undefined {
  const found = hearing.lines.flatMap((line) => givenUpIn(hearing, line))
  const last = found.at(-1)
  if (last === undefined) return undefined
  const rest = hearing.lines.filter(({ speaker, index }) => speaker === 'citizen' && index > last.index)
  return rest.some(({ text }) => again.test(text)) ? undefined : last
}

const givenUpInWords = oncePer(({ index, text }: Line): readonly Withdrawal[] =>
  patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)]
      .filter((match) => !isOfOneThing(text.slice(0, match.index)) && !isOfOneThing(match[0]))
      .filter((match) => !again.test(text.slice(match.index + match[0].length)))
      .map((match) => ({ index, end: match.index + match[0].length })),
  ),
)

function givenUpIn(hearing: Hearing, line: Line): readonly Withdrawal[] {
  if (line.speaker === 'seat') return summedUpIn(hearing, line)
  const seat = hearing.lines[line.index - 1]
  const { index, text } = line
  const found = givenUpInWords(line)
  if (found.length > 0) return found
  if (seat?.speaker !== 'seat') return []
  if (choosesElse(seat.text, text)) return [{ index, end: text.length }]
  const answer = refusalOf(seat.text, text)
  return answer === null ? [] : [{ index, end: answer[0].length }]
}

const ofClaim = /[退赔钱款费]|补偿/
const ofSum = /[十百千万块元\d]/
/** Words that tell nothing of what is chosen. */
const idle = /要求|希望|您|我|想|是|的|先|尽快|就|安排|处理|吗|呢|他们?/g

/** 先恢复使用就好, to 退七百八十四还是恢复使用: of two ways the caller takes the one without money. */
function choosesElse(question: string, answer: string): boolean {
  const ways = question.split('还是')
  const [other, ...more] = ways.filter((way) => !ofClaim.test(way))
  if (ways.length !== 2 || other === undefined || more.length > 0 || ofSum.test(other)) return false
  if (/退|赔|补偿/.test(answer.replace(/不[退赔]/g, ''))) return false
  const words = other.replace(idle, '')
  const said = answer.replace(idle, '')
  return Array.from(words.slice(0, -1), (first, at) => first + words.charAt(at + 1)).some((pair) =>
    said.includes(pair),
  )
}

/** The words by which an answer declines a claim, or says that it was met. */
function refusalOf(question: string, answer: string): RegExpExecArray | null {
  if (asksForClaim.test(question)) return declines.exec(answer)
  return asksWhetherPaid.test(question) ? paidAlready.exec(answer) : null
}

/** 运费不用退了 gives up one sum of several. */
const isOfOneThing = (before: string): boolean =>
  /(?:[^药疗学退][费金款]|餐|课|卡|票|(?<![退赔补]的)[那这][个块笔])(?:就|都|也|的|算了|不要了|不用了)*$/.test(
    before,
  )

function summedUpIn(hearing: Hearing, line: Line): readonly Withdrawal[] {
  const [told, answer] = [hearing.lines[line.index - 1], hearing.lines[line.index + 1]]
  // 不要求, to 不要求退费, agrees.
  const objects = answer?.reply === 'no' && !/^不(?:要求|主张|需要|退|赔|用)/.test(answer.text)
  return summedUp.test(line.text) && told?.speaker === 'citizen' && !objects
    ? [{ index: line.index, end: line.text.length }]
    : []
}
