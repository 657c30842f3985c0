import { toSyllables } from '../../../text/pinyin.ts'
import { soundOf, surnameAt } from '../person/surnames.ts'
import { callerDigits, digitRuns } from './phone-digits.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'

const asking =
  /电话|手机|号码|座机|联系方式|(怎么|如何|怎样|方便)联系|来电(号码?|显示)?是|联系(到|得上|得到)?您|打给您|(回访|回复|回电).{0,6}(哪|号)|留个(号|联系)|(您的?|哪个|什么)号(?!楼|线)|(先生|女士|小姐|师傅|阿姨|同志|号码?|电话)本[机号]/
const askingForAnother =
  /(商家|老板|店家|店里|物业|公司|客服|对方|房东|中介|司机|经理|单位|骗子|医院|学校|平台|厂家|热线|门店|师傅|局|街道办?|社区|[居村]委会?|派出所|窗口|中心|部门)(?:(?!您|先生|女士|小姐|同志).){0,3}(电话|手机|号码|联系方式)|(打|拨打|致电).{0,6}\d{3}/
const askingForCode =
  /身份证|证件|银行卡|卡号|账号|账户|工单|编号|订单|单号|车牌|牌照|户号|邮编|验证码|保单|发票|合同|工号|编码|流水|门牌|房号/
const number = '(?:电话|手机|号码|联系方式|来电|手机号)'
const refusal = new RegExp(
  [
    `(?<![他她们店家人]|物业|公司|客服|对方|老板)(?:不|别|没|甭|莫).{0,3}(?:留|给|提供|透露|说|登记|记|写)(?:一?下)?(?:了)?(?:我的|我)?(?:联系)?${number}(?!.{0,2}(?:可以|能|行))`,
    `(?<![^我您你]的)${number}(?:也|就|都|还是|我|这个|那个|呢|的话)*(?:别留|不留|别记|不记|[别不]写(?!.{0,3}名)|不方便|不想|不能留|不能给|不给|免了|不用|不必|不需要|算了|不说|没有)(?!登记别的|记别的|换)`,
    '没有?(?:手机|电话)$',
  ].join('|'),
)
/** A refusal that names no telephone counts only as the answer to the question for one. */
const refusalWhenAsked =
  /^.{0,8}(?:不(?:想|太?方便|是很方便|愿意?|肯)(?:留|给|提供|说|透露|告诉|吧|了|啊|$)|不(?:用|必|需要)?(?:留|给|写|记|登记)(?!.{0,3}别的)|别(?:留|记|写)(?!.{0,3}名)|不告诉|不用(?:联系|回复|回访|打给?我|给我打|告诉我|通知)|别(?:联系|打给?我|给我打)|不需要(?:联系|回复|回访)|不(?:说|讲|给)(?:了|吧|$))|^(?:这个|那|那个|电话|啊|也)*(?:就|还是)?(?:不太|不是很|不大)?不?方便(?<=不.{0,1}方便)|^(?:那|哎|那就|还是|也)*(?:算了|免了)(?!.{0,2}(?:还是|就)(?:留|打|记))|(?<!名字?|姓名|姓)(?:还是)?(?:算了|免了)吧?$|^(?:电话|那个)?(?:也|就|要)*保密/
/** 一三五…算了别记了. */
const takenBack = /算了.{0,2}(别|不)(用|要)?(记|留|给你?|写)(了|啦|吧)*$/
/** Another number is asked for, beside the one that was given. */
const furtherAsked = /(?:还有|另外|别的|其他|备用)[^，]{0,4}(?:电话|手机|号码|座机|联系方式)/
/** The seat writes no number down. */
const filedWithout = new RegExp(
  `(?:不|没|无需?)(?:会|再|用|需要)?(?:为您|给您)?(?:登记|记录|留|记|填写?|保留|填)(?:您的?)?(?:联系)?${number}|(?:联系)?${number}(?:我)?(?:就)?(?:不(?:登记|留|记录?|填))`,
)
const thisOne =
  /来电|来[店点](?=的|号)|本机|本号|(现在|正在|刚才|刚刚|我)在?(打|用|拨)(过来|进来|来|着|电话|进)?的?(这|那)?(个|部|只|台|号|电话|手机)|打([过国]来|进来|来|进|给你们?)的?(这|那)?(个|部|号|电话|手机)|^就?(是|用)?我(现在|刚才)?打(过?来|进来)?的$|还[是四事]这个|(打|用|留|记)我?(现在|目前|来电|打来)的?$|打(过|进)?来的(?=$|[吧就啊啦嘛那这对行])|(打|拨)你们(这个电话)?的这|这(个|部|只|台)(号码?|电话|手机|机|来电)|就(是|打|用|留|记|登记|按|写|填|拨|回)?(我|回)?(现在)?的?这(个|部|只)(?!问题|事|情况|要求|意思|诉求|意见|样)|(打|用|留|记|回|拨)(回)?(我)?(现在)?的?这(个|部|只)|(显示|看到|看得到).{0,4}(号|那个|这个)|^(对|是的?|啊)?(这个|现在)(就|可以|吧|号|$)|(现在|手上|手里|手头)的?这(个|部)|同一?个?号|同一个电话|一样的|打的一样|(直接)?(回拨|打回来|打过来)(过来|给我)?就|(屏幕|系统|后台|你们?那边?|你们?那里).{0,3}(上|里)?(有|显示|看得?到).{0,6}(电话|号|就)|屏幕上|为准|呢个|哩个|就(是)?它|上面(那|这)个/
const thisNumber = '(?:现在)?(?:打(?:过|进)?来?的?|来电的?)?这(?:个|部|只)(?:号码?|电话|手机|机)?'
const settled = '(?=$|就|找我|可以|行|得|吧|好|但|能)'
/** 打这个就得, 电话就是我打的这个, 电话用我这个: by these words the call-in number is settled on, whatever else is said. */
const settling = new RegExp(
  [
    `(?<![别不])(?:可以|就|你|您|^)(?:[打达大搭答]|留|用|记|写)我?${thisNumber}${settled}`,
    `(?<![他她们子司店业])(?:电话|号码|手机号?|联系方式)(?:就|也)?[是用打留写记]?我?${thisNumber}${settled}`,
    '(?<![别不他她们])(?:打|联系|回|留|记|用)我(?:这|现在这)(?:个|部)(?:号码?|电话|手机)',
    `就这(?:个|部)(?:号码?|电话|手机)${settled}`,
    '^(?:对|是的?|嗯)*就是这(?:个|部)(?:号码?|电话|手机)$',
    `打回来(?:就|${settled})`,
    '^这个打(?:过|进)?来的(?=可以|行|得|就|好|$)',
  ].join('|'),
)
const offering =
  /来电|本号|(电话|号码|手机号?)这个|本机|您?(现在|正在|目前|当前|这次|刚才)(在)?(打|用|拨|使用|通话)?.{0,5}(号|电话|手机|这个|来的?|的)|打(过|进)?来的?|(您|就|打|用|留|记|拨|回|是|按)(现在)?的?这个|这个(号码?|电话|手机)|显示|您打的/
const tailCue = /(尾号|尾数|后[三四五六]位|最后[三四五六]位|末[三四五六]位)(数|号码|数字)?(是|为)?$/
const denial =
  /不是(这|我|来|现|本|的)|(别|不要|不用|换|甭|莫)(打|留|用|记|成|个|一)?[^就了]{0,3}(这|本机|现在|来电|号)|这.{0,5}(不用(?=$|[的了啦啊])|不(常|怎么)用|很少用|打不通|不是我|是别人|借(?![个了一到])|没电|欠费|停机|停用|公用|公家|要?换)|另外(那|一|留|打|记|的|个)*(个|部|只|张)?(号|电话|手机|卡|吧|$)|[记留打]我?另外|(?<!不用|不要|没有?|不[记写留打]|别[记写留打])(别的|其他)(号|电话|手机)|另一个|换(一?个|成)|记(一?下)?我?(老|新)号|借(别人|人家|朋友|同事|邻居)?的/
const anotherOwner =
  /(这|现在|来电).{0,6}(是|我).{0,3}(老公|老婆|爱人|丈夫|妻子|儿子|女儿|爸爸?|妈妈?|父亲|母亲|朋友|同事|邻居|侄女?|直女|亲戚|哥哥?|弟弟?|姐姐?|妹妹?|别人|人家|公司|单位|店里|伙计|员工|店员|徒弟|工友|室友|同学|保安|门卫|他|她)的/
const agreeingSounds = new Set(['dui', 'shi', 'hao', 'xing', 'en', 'ei', 'ai', 'zhong', 'neng', 'ok'])
const agreeingWords =
  /^(啊|哦|诶|哎|呃|那|这|就|都|当然|肯定)*(可以|[可口][一已以]|没(有)?问题|没错|行|得|好|对|是|成|中|能|方便|打得通|随便|OK|ok|系|冇问题)/
const goingAlong =
  /(可以|没问题|没(换|变)过?|一样|行|得|好|对|是|没错|方便|接得到|打得通|能接|能打通|用|留|是这个)(的|得)?[啊吧呀啦嘛呗]?$|^(接得到|能接|打得通|用[啊吧的呗])/
const correction = /不对|不是|错了|说错|更正|应该是|改成|哦不|噢不|写错|记错|讲错|念错|报错|搞错/

/** 卜师傅手机号, 巢水生师傅电话: the caller is spoken to by name and title. */
const spokenTo =
  /^(?:好的?|嗯|那|行|请问|麻烦)*(?!司机|保安|公司|单位|物业)([一-龥]{1,4}?)(?:师傅|老板|经理|老师|主任|医生|司机|[校店会]长|同学)(?!的|他)/

/** What the seat's words ask for: the caller's number, another number altogether, or neither. */
export function numberAsked(words: string): 'phone' | 'other' | undefined {
  const text = words.replace(spokenTo, (all, name: string) => (surnameAt(name) === undefined ? all : ''))
  if (askingForAnother.test(text) && !/您的?(联系)?(电话|手机|号码)/.test(text)) return 'other'
  if (askingForCode.test(text) && !/电话|手机|联系/.test(text)) return 'other'
  return asking.test(text) ? 'phone' : undefined
}

/**
 * True when the citizen leaves no number. `open`: a number is still to be given; what has been given or agreed to is taken
 * back only by name.
 */
export function refusesNumber(hearing: Hearing, line: Line, open: boolean): boolean {
  // 不用留了就打这个 leaves one after all, and so does who dictates one: 姓别写了电话可以留一三五….
  if (settling.test(line.text) || (dictates(line) && !takenBack.test(line.text))) return false
  const seat = previousSeatLine(hearing, line)
  // 是我手机先不说了, to 电话是这个吗.
  if (seat?.index === line.index - 1 && line.reply === 'yes' && offersCallerNumber(hearing, seat))
    return false
  // 还有手机号吗, 手机没有: the number that was given stays.
  if (!open && furtherAsked.test(seat?.text ?? '')) return false
  if (refusal.test(line.text)) return !/(不是|不)(说|想)?不/.test(line.text)
  const asked = seat !== undefined && seat.index >= line.index - 2 && numberAsked(seat.text) === 'phone'
  if (asked && takenBack.test(line.text)) return true
  return open && asked && refusalWhenAsked.test(line.text)
}

/** True when the seat says that no number is written down. */
export function filesWithoutNumber(text: string): boolean {
  return filedWithout.test(text) && !/[吗吧呢]$|还是|是否|要不要/.test(text)
}

/** True where the seat tells a number to call, rather than reading the caller's back. */
export function announcesNumber(text: string): boolean {
  return (
    /拨打|致电|咨询电话|(您|你|可以|直接)打|热线|客服|请?您记(录|一?下|好)|给您(念|报|说)(?!.{0,4}您)/.test(
      text,
    ) || numberAsked(text) === 'other'
  )
}

export function isCorrection(words: string): boolean {
  return correction.test(words)
}

/** True for an answer that begins by agreeing, whatever the recogniser made of its first word. */
export function agrees(line: Line): boolean {
  if (line.reply !== 'none') return line.reply === 'yes'
  if (agreeingWords.test(line.text) || line.source.startsWith('嗯')) return true
  if (soundOf(line.text.slice(0, 2)) === soundOf('可以')) return true
  const first = line.text.slice(0, 1)
  return line.text.length <= 4 && agreeingSounds.has(toSyllables(first)[0] ?? '')
}

/** 免贵姓王可以的, 接得到: an offer agreed to after other words, or by a word of its own. */
function goesAlong(line: Line): boolean {
  return !/不可以|不行|不好|不方便|不用|不是|不对|接不到|打不通/.test(line.text) && goingAlong.test(line.text)
}

/** True when the citizen's words object to what was read to them; 不用 and 没有 answer another question. */
export function objects(line: Line): boolean {
  return (
    !/^.{0,2}没错/.test(line.text) &&
    /^(啊|哦|诶|哎|呃|那个|等等)*(不是|不对|不不|错)|(?<![对没])不对|[说听记念写讲]错|不是.{1,6}是|是.{1,4}不是|[零一二三四五六七八九幺洞拐\d]不是[零一二三四五六七八九幺洞拐\d]/.test(
      line.text,
    )
  )
}

/** The span of the words by which the citizen settles on the call-in number: 就打这个, or 可以 to the seat's offer. */
export function callerNumberAccepted(
  hearing: Hearing,
  line: Line,
  expecting: boolean,
): { readonly start: number; readonly end: number } | undefined {
  if (callerNumberDenied(line) || pointsAtReadback(hearing, line)) return undefined
  const match = settling.exec(line.text) ?? thisOne.exec(line.text)
  if (expecting && endsCallerNumber(hearing, line)) return { start: 0, end: line.text.length }
  if (match !== null && (expecting || settling.test(line.text)))
    return { start: match.index, end: match.index + match[0].length }
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || seat.index < line.index - 2 || !(agrees(line) || goesAlong(line)))
    return undefined
  return offersCallerNumber(hearing, seat) ? { start: 0, end: line.text.length } : undefined
}

/** After a number that the seat has just read out, 对打这个 points at that one. */
function pointsAtReadback(hearing: Hearing, line: Line): boolean {
  const seat = hearing.lines[line.index - 1]
  if (seat?.speaker !== 'seat' || objects(line) || /来电|本机|打(过来|进来)/.test(line.text)) return false
  const caller = callerDigits(hearing) ?? ''
  return digitRuns(seat).some(({ digits }) => digits.length >= 7 && !caller.endsWith(digits))
}

/** True where the citizen says that the call-in number is not the one. */
export function callerNumberDenied(line: Line): boolean {
  if (settling.test(line.text)) return false
  return denial.test(line.text) || (line.reply !== 'yes' && anotherOwner.test(line.text))
}

const fewestOfNumber = 7

const dictates = (line: Line): boolean =>
  digitRuns(line).some(({ digits }) => digits.length >= fewestOfNumber && /^(?:1[3-9]|0)/.test(digits))

/** The seat offers the call-in number, by pointing at it or by its last digits: 尾号零九五五这个吗. */
function offersCallerNumber(hearing: Hearing, seat: Line): boolean {
  if (endsCallerNumber(hearing, seat)) return true
  if (!offering.test(seat.text) || hasLongRun(seat)) return false
  return isQuestion(seat) || (numberAsked(seat.text) === 'phone' && !/畅通|再次?来电|感谢/.test(seat.text))
}

/** 尾号零九五五的: the last digits of the call-in number, said as such. */
function endsCallerNumber(hearing: Hearing, line: Line): boolean {
  const caller = callerDigits(hearing) ?? ''
  return digitRuns(line).some(
    ({ digits, before }) =>
      digits.length >= 3 && digits.length <= 6 && caller.endsWith(digits) && tailCue.test(before),
  )
}

export function isQuestion(seat: Line): boolean {
  return /[吗吧呢嘛？?]$|[对行好可]不[对行好可]|是不是|能不能|吗|是吧|对吧/.test(seat.text)
}

function hasLongRun(line: Line): boolean {
  return digitRuns(line).some((run) => run.digits.length >= 7)
}
