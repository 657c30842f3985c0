import { oncePerText } from '../../../base/remember.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { callInSettled, offersCallIn } from './call-in-number.ts'
import { digitRuns } from './phone-digits.ts'
import { numberAsked } from './phone-words.ts'

const number = '(?:电话|手机|号码|联系方式|来电|手机号)'
const refusal = new RegExp(
  [
    `(?<![他她们店家人]|物业|公司|客服|对方|老板)(?:不|别|没|甭|莫).{0,3}(?:留|给|提供|透露|说|登记|记(?![得住])|写)(?:一?下)?(?:了)?(?:我的|我)?(?:联系)?${number}(?!.{0,2}(?:可以|能|行))`,
    `(?<![^我您你]的)${number}(?:也|就|都|还是|我|这个|那个|呢|的话)*(?:别留|不留|别记|不记|[别不]写(?!.{0,3}名)|不方便|不想|不能留|不能给|不给|免了|不用|不必|不需要|算了|不说|没有)(?!登记别的|记别的|换)`,
    '没有?(?:手机|电话)$',
  ].join('|'),
)
/** A refusal that names no telephone counts only as the answer to the question for one. */
const refusalWhenAsked =
  /^.{0,8}(?:不(?:想|太?方便|是很方便|愿意?|肯)(?:留|给|提供|说|透露|告诉|吧|了|啊|$)|不(?:用|必|需要)?(?:留|给|写|记(?![得住])|登记)(?!.{0,3}别的)|别(?:留|记|写)(?!.{0,3}名)|不告诉|不用(?:联系|回复|回访|打给?我|给我打|告诉我|通知)|别(?:联系|打给?我|给我打)|不需要(?:联系|回复|回访)|不(?:说|讲|给)(?:了|吧|$))|^(?:这个|那|那个|电话|啊|也)*(?:就|还是)?(?:不太|不是很|不大)?不?方便(?<=不.{0,1}方便)|^(?:那|哎|那就|还是|也)*(?:算了|免了)(?!.{0,2}(?:还是|就)(?:留|打|记))|(?<!名字?|姓名|姓)(?:还是)?(?:算了|免了)吧?$|^(?:电话|那个)?(?:也|就|要)*保密/
/** 一三五…算了别记了. */
const takenBack = /算了.{0,2}(别|不)(用|要)?(记|留|给你?|写)(了|啦|吧)*$/
/** Another number is asked for, beside the one that was given. */
const furtherAsked = /(?:还有|另外|别的|其他|备用)[^，]{0,4}(?:电话|手机|号码|座机|联系方式)/
/** The seat writes no number down. */
const filedWithout = new RegExp(
  `(?:不|没|无需?)(?:会|再|用|需要)?(?:为您|给您)?(?:登记|记录|留|记|填写?|保留|填)(?:您的?)?(?:联系)?${number}|(?:联系)?${number}(?:我)?(?:就)?(?:不(?:登记|留|记录?|填))`,
)

/** 我不记得号你看来电显示. */
const leavesCallIn = /看(?:一?下)?来电/
/** 别记来电的来电是我爸的: the call-in number is put aside for another. */
const asideForAnother =
  /(?:别|不要|不用|莫|甭)[记留写用打]我?(?:这个)?来电(?:号码?|电话)?(?:的$|的?(?=来电|[这那它打记留用写我]|是|因为|[零一二三四五六七八九]))/
const fewestOfNumber = 7

const dictates = (line: Line): boolean =>
  digitRuns(line).some(
    ({ digits, start }) =>
      (digits.length >= fewestOfNumber && /^(?:1[3-9]|0)/.test(digits)) ||
      (/^1[3-9]\d/.test(digits) && /[留打记写用错].{0,3}$/.test(line.text.slice(0, start))),
  )

/** 不用留了就打这个 leaves one after all, and so does who dictates one: 姓别写了电话可以留一三五…. */
const leavesOne = oncePerText((text) =>
  [leavesCallIn, asideForAnother, callInSettled].some((words) => words.test(text)),
)

/**
 * True when the citizen leaves no number. `open`: a number is still to be given; what has been given or agreed to is taken
 * back only by name.
 */
export function refusesNumber(hearing: Hearing, line: Line, open: boolean): boolean {
  if (leavesOne(line.text)) return false
  if (dictates(line) && !takenBack.test(line.text)) return false
  const seat = previousSeatLine(hearing, line)
  // 是我手机先不说了, to 电话是这个吗.
  if (seat?.index === line.index - 1 && line.reply === 'yes' && offersCallIn(hearing, seat)) return false
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
