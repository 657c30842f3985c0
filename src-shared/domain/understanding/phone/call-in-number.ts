import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { handedOverAt } from '../person/other-contact.ts'
import { relationIn, relatives } from '../person/relations.ts'
import { callerDigits, digitRuns } from './phone-digits.ts'
import { agrees, isQuestion, numberAsked, objects } from './phone-words.ts'

// How people point at the telephone in their hand, piece by piece: 现在 打过来的 这个 号码.
const unit = '[个部只台支张]'
const noun = '(?:来电|来的|号码?|卡|电话|座机|手机号?|机)'
const inward = '(?:[过国]?来|[进入]来|进|给你们?)'
const de = '[的得地]'
const now = '(?:现[在再]|正在|刚才|刚刚|目前)'
const thisNumber = `${now}?(?:[打拨]${inward}?${de}?|来电的?)?这${unit}(?:${noun}|[打拨]${inward})?${de}?`
/** What follows where no more is to be said of it: 就行, 吧, 有事问我. */
const settled =
  '(?=$|就|打|找我|[早晚]上|白天|[上下]午|[一二三四五六七八九十]+点|可以|行|得|吧|好|但|能|成|中|呗|有事|随时)'
/** 别打他, 别记那个: another number is put aside, and then comes the one to call. */
const aside = '(?:别|不要|不用|莫|甭)(?:打|记|留|写|用|联系)(?:他|她|它|那[个部边]|别的|别人)?的?'
const settledCallIn = '(?=$|就|吧|好|可以|行|得|啊|啦|呀|了|这|嘛|咯|呢|你|您|我)'
const put = '(?:[打达大搭答留用记写拨填]|联系|登记)'

/** Words that point at the call-in number while a number is awaited. */
const pointing = new RegExp(
  [
    '来电|来[店点](?=的|号)|本[机号]|还[是四事]这个|同一?个?号|同一个电话|(?<!不)一样的|打的一样|为准|就(?:是|[打用留记])?这号(?=$|[码吧她他我你行可得好])|就(?:是)?它',
    `(?:${now}|我)在?[打用拨](?:${inward}|着|电话)?的?[这那]?(?:${unit}|号|电话|手机)`,
    `${now}在?[打用拨](?:${inward}|着)?${de}(?=$|就|吧|可以|行|好|呀|啊|啦)`,
    `[打拨]${inward}的?[这那]?(?:[个部]|号|电话|手机)`,
    '^就?(?:是|用)?我(?:现在|刚才)?打的$|[打用留记]我?(?:现在|目前|来电|打来)的?$',
    `[打拨](?:[过进]?来|回来)${de}(?=$|[吧就啊啦嘛那这对行])|[打拨]你们(?:这个电话)?的这`,
    `这${unit}(?:号码?|电话|手机|机|来电|卡)|[现手](?:在|上|里|头)的?这[个部]|[呢哩]个|上面[那这]个`,
    `就(?:[是打用留记按写填拨回]|登记)?[我回]?(?:现在)?的?这[个部只支张](?!问题|事|情况|要求|意思|诉求|意见|样)`,
    `[打用留记回拨][回给]?我?(?:现在)?的?这[个部只]|^(?:对|是的?|啊)?(?:这个|现在)(?:就|可以|吧|号|是我[的自本]|$)`,
    '(?:显示|看到|看得到|看见).{0,4}(?:号|那个|这个)|(?:直接)?(?:回拨|打[回过]来)(?:过来|给我)?就|屏幕上',
    '(?:看|按|照)着?(?:你们?那?边?)?(?:来电)?显示的?(?:号码?)?(?:打|记|写|留|就)|(?:就|就?只有)(?:这|呢)一?个(?!问题|事|要求|诉求|情况)|这[个部](?:二十四小时|随时|一直|全天|都)*(?:开机|打得通|能接|接得到)',
    '(?:屏幕|系统|后台|你们?那[边里]?).{0,3}[上里]?(?:有|显示|看得?到).{0,6}(?:电话|号|就)',
  ].join('|'),
)

/** 打这个就得, 电话就是我打的这个, 电话用我这个: by these words the call-in number is settled on, whatever else is said. */
export const callInSettled = new RegExp(
  [
    `(?<![别不])(?:可以|就|你|您|还是|但|不过|^|那|${aside})[打达大搭答留用记写](?:给|回)?我?${thisNumber}${settled}`,
    `(?<![他她们子司店业])(?:电话|号码|手机号?|联系方式|我的)(?:你们?|您)?(?:就|也|可以|直接|吧|嘛)*(?:是|${put})?(?:给|回)?我?(?:${thisNumber}|${now}[打拨]${inward}?${de})${settled}`,
    `[打用留记写]我?这${unit}${noun}?(?:就|也|都)?(?:可以|行|成)(?!不)`,
    '(?<![别不他她们])(?:[打回留记用]|联系)我(?:现在)?这[个部](?:号码?|电话|手机|$)',
    `(?<![别不])(?:[打回留记用写]|联系)(?:给|回)?我?的?本[机号]`,
    `就这[个部](?:号码?|电话|手机)${settled}`,
    `(?:以后|往后|今后)(?:就|都|也)*(?:用|打|留|记)(?:给|回)?我?${thisNumber}${settled}`,
    `(?:不用|换|停|注销)了(?:就|都|是|用|打|留|记)*${thisNumber}${settled}`,
    '^(?:对|是的?|嗯)*就是这[个部](?:号码?|电话|手机)$',
    '(?<![别不])(?:就|可以|直接)打这[里边](?=$|就|吧|可以|行|好)',
    '还是我(?:现在)?的?这[个部张](?:号码?|电话|手机)?(?=$|[吧就好])',
    `(?:就|[用留记按])我?[打拨]${inward}${de}?这[个部](?=$|[就吧可行也好只啊啦])`,
    '(?<![他她们子司店业]|(?<!我)的)(?:电话|手机|号码)[你您]们?(?:那[边里]?)?(?:应该|都|也|不是|能|会|可以)*(?:看得?[到见]|有?显示)的?(?![吗么没不])',
    `(?<![别不莫])[打拨][过回]来(?:就|${de}这[个部]|(?<=回来)${settled})`,
    `(?<![别不跟和同])(?:[打记留用写按填]|还是|登记)(?:一下|我|我的|这个)*(?:来电|打来|打[过进]来|本机)(?:的|显示)*(?:号码?|电话|这[个部]|那[个部])?(?!有|会|时)${settledCallIn}`,
    `(?:跟|和|与|同)(?:我)?(?:现在|刚才)?(?:来电|打来的?|打[过进]来的?|打的|您那边|你那边|屏幕上?|显示)(?:的|显示|看到|号码?|电话|那[个部]|这[个部])*(?:是|都)?(?:一样|相同|同一?个)(?!.{0,3}(?:前|除))`,
    '(?:电话|手机|号码|我的)(?:就|也)?(?:是|在)(?:你们?|您)?(?:那边|那里|屏幕上?|来电)?(?:来电)?(?:显示|看到|看得到)的?(?:那个|这个|号码?|上)?(?=$|就|吧|啦|好|呀|啊)',
    '[跟和]你们?(?:通话|讲话|说话|讲电话)的?(?:这|就)|我的(?:就|也|是|号|用)*来电|我的?(?:就|也)?在来电上',
    '[打留记用]我的.{0,8}(?:现在的?这[个部]|来电)$',
    '^(?:就|用|打|留|记|是|我|对|的)*(?:本机|来电)(?:号码?|电话|显示|这个|那个|的)*(?:就行|就好|可以|行|好|吧|啊|咯)*$',
    `^这个[打拨](?:[过进]?来)?${de}(?=可以|行|得|就|好|$)`,
  ].join('|'),
)
/** 姓庞打这个电话: bidden at the end of the words that tell a name, where 我打这个电话 would be a tale. */
const bidden = new RegExp(
  `(?<![我他她们才又来再都别不没上天午直])[打留用记写](?:给|回)?我?这[个部]${noun}?(?:就(?:行|好|可以|成))?[啦吧啊呗嘛]?$`,
)
/** 打我手机就好: the caller's own, of which no digit is told. */
const ownPhone = new RegExp(
  `(?:^|[打留用记写拨回是就]|联系)(?:给|回)?我(?:的|自己的?|这边的?|本人的?)?(?:手机|电话|号码?)(?=(?:就|都)?(?:行|好|可以|得|成|中)|吧?$)`,
)
const asksDigits = /多少|[说讲报念]$|哪[个一]|几号|请[说讲报]/

const offering =
  /来电|本号|(电话|号码|手机号?)这个|本机|您?(现在|正在|目前|当前|这次|刚才)(在)?(打|用|拨|使用|通话)?.{0,5}(号|电话|手机|这个|来的?|的)|打(过|进)?来的?|(您|就|[打用留记拨回](?:给|到)?|是|按)(现在)?的?这[个部台]|这[个部台](号码?|电话|手机)|显示|您打的/
/** 就联系这个来电, 是来电这个, 这个电话保持畅通: an offer without the form of a question. */
const stated =
  /(?:联系|[打拨回留记用]|登记)(?:给|到)?您?(?:现在)?的?(?:这[个部台]|来电|本机)|^(?:好的?)?就?是?(?:来电|本机|打来的)|这[个部台](?:电话|手机|号码?).{0,3}保持/
/** 那您方便的时候再打来好吗. */
const farewell = /(?:再|随时|重新|回头|下次|改天|欢迎|稍后|晚点)(?:打|拨|来电)/
/** 座机可以吗, to who calls from one. */
const landlineOffered =
  /^(?:.*(?:电话|联系|留|记|打))?(?:这个|您的?)*(?:座机|固话)(?:号码?)?(?:可以|行|能|方便|好)/
const tailCue =
  /(尾号|尾数|尾|后[三四五六]位|最后[三四五六]位|末[三四五六]位)(数|号码|数字)?(是|为)?([你您]?(那边|那里)?看?得?到的?)?$/

const denial =
  /(?:来电|打来的?|这)[那这]?[个部张]?(?:号码?|电话)?(?:就?是)?(?:我的?)?[旧老](?:卡|号)|不是(这|我|来|现|本|的)|(?<!没有?)(别|不要|不用|换|甭|莫)(打|留|用|记|成|个|一)?[^就了]{0,3}(这|本机|现在|来电|号)|这.{0,5}(不是我|是别人|借(?![个了一到])|公用|公家|要?换)|另外(那|一|留|打|记|的|个)*(个|部|只|张)?(号|电话|手机|卡|吧|$)|[记留打]我?另外|(?<!不用|不要|没有?|不[记写留打]|别[记写留打])(别的|其他)(号|电话|手机)|另一个|换(一?个|成)|记(一?下)?我?(老|新)号|借(别人|人家|朋友|同事|邻居)?的|(?:这|现在|来电|正在)[^，]{0,8}借(?![个了一钱款])[一-龥]{0,6}的/
/** 这个快没电了: a reason to leave another, unless 是这个 has agreed to it. */
const failing =
  /这(?:(?!如果|要是|万一|就).){0,5}(不用(?=$|[的了啦啊])|不(常|怎么)用|很少用|不行(?!吗)|打不通|[没漏]电|关机|没信号|坏了|欠费|停机|停用)/
const anotherOwner =
  /(这|现在|来电|打来).{0,6}(是|我).{0,3}(老公|老婆|老伴|爱人|丈夫|妻子|儿子|女儿|爸爸?|妈妈?|父亲|母亲|朋友|同事|邻居|侄女?|直女|亲戚|哥哥?|弟弟?|姐姐?|妹妹?|别人|人家|公司|单位|店里|伙计|员工|店员|徒弟|工友|室友|同学|保安|门卫|他|她)(的|借)|(这|现在|来电)[^，别讲说]{0,8}是我(?!自己|本人|[的现刚打用常平手私在这本长经一个])[一-龥]{1,4}的/
/** 那是我老公的, to 来电是二二二二. */
const thatIsAnothers = new RegExp(`^(?:哦|啊|呃)?那个?(?:号码?|电话)?就?是我${relatives}的`)
/** 现在这个…你打我档口的固话: after the one in hand another is named. */
const elsewhere =
  /(?:这[个部只台]|现在|来电).*(?<!别|不要|不准|不用|莫|甭)[打留记用报写找](?:给|回|到)?我们?(?!这|现|的?本|来电|的?(?:手机|电话|号))[一-龥]{1,5}?的?(?:固话|座机|电话|手机|号码?)/
/** 好的记来电号码, 那就打您来电的号码: the seat writes the call-in number down. */
export const settledBySeat =
  /^(?!.*(?:备用|备注|另外|同时|也))(?:.*(?<![不别跟和与同]))?(?:记|登[记机]|用|打|留|按|写|填|存|回访|回拨|联系|就是|以)(?:的|到|给|为|您|你|现在|这个|本次|一下|[一-龥]{1,3}(?:先生|女士|小姐)的?)*(?:来电|本机|打[过进]?来的|(?<=现在)打的)(?!.{0,5}(?:不|差|以外|之外|吗|还是))|保持(?:您?这个|来电)(?:电话|手机|号码)畅通/
/** 你打我儿子的打进来这个就是他的: the one who is to be called owns the call-in number. */
const contactOwnsIt =
  /(?:来电|打[过进]?来的?(?:这[个部])?|(?:现在)?(?:打|用)?的?这[个部](?:电话|号码?|手机)?)的?(?:就|也|正好|本来)*是[他她]的/
const calledThird = /(?:联系|打给?|找)[他她]/
/** 到时候打您手机吧: the seat means the telephone in the caller's hand, as long as no other was told. */
const yourPhone =
  /(?:[打留记回]|登记|联系)(?:给|到)?您(?:的|自己的?|本人的?)?(?:手机|电话)(?=就|可以|行|好|没|[吧吗呢]|$)/
const goingAlong =
  /(可以|没问题|没(换|变)过?|一样|行|得|好|对|是|没错|方便|接得到|打得通|能接|能打通|用|留|是这个)(的|得)?[啊吧呀啦嘛呗]?(?:$|(?:但是?|不过|就是)(?!.*(?:打|留|记)我))|^(接得到|能接|打得通|用[啊吧的呗])/

/** 联系我老公他: how far a word for whom to call is looked for. */
const longestHandOver = 8

/** A span of a line's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The span of the words by which the citizen settles on the call-in number: 就打这个, or 可以 to the seat's offer. `expecting`
 * where a number is awaited.
 */
export function callInAccepted(hearing: Hearing, line: Line, expecting: boolean): Span | undefined {
  const whole = { start: 0, end: line.text.length }
  if (isContactsOwn(hearing, line)) return whole
  if (callInDenied(hearing, line) || pointsAtReadback(hearing, line)) return undefined
  const match = callInSettled.exec(line.text) ?? pointing.exec(line.text)
  if (expecting && (endsCallIn(hearing, line) || namesOwnPhone(hearing, line))) return whole
  if (match !== null && (expecting || callInSettled.test(line.text)))
    return { start: match.index, end: match.index + match[0].length }
  if (line.asked.has('name') && bidden.test(line.text)) return whole
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || seat.index < line.index - 2 || !(agrees(line) || goesAlong(line)))
    return undefined
  return offersCallIn(hearing, seat) ? whole : undefined
}

/** True where the caller hands over to somebody whose telephone they are calling with. */
export function isContactsOwn(hearing: Hearing, line: Line): boolean {
  if (!contactOwnsIt.test(line.text)) return false
  return handedOverAt(hearing, line) !== undefined || calledThird.test(line.text)
}

/** 嗯电量还有百分之八, to 就打您手机吧. */
export function agreesToOwnPhone(hearing: Hearing, line: Line): boolean {
  const seat = hearing.lines[line.index - 1]
  if (seat?.speaker !== 'seat' || !yourPhone.test(seat.text) || asksDigits.test(seat.text)) return false
  if (callerDigits(hearing)?.startsWith('1') !== true) return false
  if (digitRuns(line).some(({ digits }) => digits.length >= 3)) return false
  return !callInDenied(hearing, line) && !objects(line) && (agrees(line) || goesAlong(line))
}

/** Where the line names somebody to call in the caller's place; 打给她 means whoever was spoken of. */
export function handedToAnother(hearing: Hearing, line: Line): number | undefined {
  const at = handedOverAt(hearing, line)
  const words = line.text.slice(at, (at ?? 0) + longestHandOver)
  return /[他她]/.test(words) && relationIn(words) === '' ? undefined : at
}

/** True where the citizen says that the call-in number is not the one. */
export function callInDenied(hearing: Hearing, line: Line): boolean {
  const { text } = line
  if (elsewhere.test(text)) return true
  if (callInSettled.test(text)) return false
  if (handedToAnother(hearing, line) !== undefined || thatIsAnothers.test(text)) return true
  return denial.test(text) || (!agrees(line) && (anotherOwner.test(text) || failing.test(text)))
}

/** The seat offers the call-in number, by pointing at it or by its last digits: 尾号零九五五这个吗. */
export function offersCallIn(hearing: Hearing, seat: Line): boolean {
  if (endsCallIn(hearing, seat)) return true
  if (landlineOffered.test(seat.text) && isQuestion(seat))
    return callerDigits(hearing)?.startsWith('0') === true
  if (!offering.test(seat.text) || farewell.test(seat.text) || readsAnother(hearing, seat)) return false
  if (isQuestion(seat) || stated.test(seat.text)) return true
  return numberAsked(seat.text) === 'phone' && !/畅通|再次?来电|感谢/.test(seat.text)
}

/** The seat reads digits that are not of the call-in number: 七三四四跟来电差最后一位. */
function readsAnother(hearing: Hearing, seat: Line): boolean {
  const caller = callerDigits(hearing) ?? ''
  return digitRuns(seat).some(
    ({ digits }) => digits.length >= 7 || (digits.length >= 4 && !caller.includes(digits)),
  )
}

/** 打我手机就好, and the seat does not go on to ask which. */
function namesOwnPhone(hearing: Hearing, line: Line): boolean {
  if (!ownPhone.test(line.text) || digitRuns(line).length > 0 || /座机|固话|公司|单位/.test(line.text))
    return false
  const next = hearing.lines[line.index + 1]
  if (next?.speaker !== 'seat' || asksDigits.test(next.text)) return false
  return numberAsked(next.text) === undefined || offering.test(next.text)
}

/** 免贵姓王可以的, 接得到: an offer agreed to after other words, or by a word of its own. */
function goesAlong({ text }: Line): boolean {
  return !/不可以|不行|不好|不方便|不用|不是|不对|接不到|打不通/.test(text) && goingAlong.test(text)
}

/** After a number that the seat has just read out, 对打这个 points at that one. */
function pointsAtReadback(hearing: Hearing, line: Line): boolean {
  const seat = hearing.lines[line.index - 1]
  if (
    seat?.speaker !== 'seat' ||
    objects(line) ||
    /来电|本机|打(过来|进来)|现在在?打|(?:不用|停|换|注销)了/.test(line.text)
  )
    return false
  const caller = callerDigits(hearing) ?? ''
  return digitRuns(seat).some(({ digits }) => digits.length >= 7 && !caller.endsWith(digits))
}

/** 尾号零九五五的: the last digits of the call-in number, said as such. */
function endsCallIn(hearing: Hearing, line: Line): boolean {
  const caller = callerDigits(hearing) ?? ''
  const runs = digitRuns(line)
  if (runs.some(({ digits }) => digits.length >= 3 && !caller.includes(digits))) return false
  return runs.some(
    ({ digits, before }) =>
      digits.length >= 3 && digits.length <= 6 && caller.endsWith(digits) && tailCue.test(before),
  )
}
