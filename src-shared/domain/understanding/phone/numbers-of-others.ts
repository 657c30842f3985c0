import { oncePer } from '../../../base/remember.ts'
import { type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { otherContact } from '../person/other-contact.ts'
import { type DigitRun, digitRuns, isFullNumber } from './phone-digits.ts'
import { numberAsked, objects } from './phone-words.ts'

const fewestDigits = 7
/** Whoever is named by what they do or where they are: 快递员, 店主, 何伯, 催收, 平台. */
const owner =
  '[一-龥]{0,4}(?:[员主贩方司店行站处局所院校台保商家伯叔姨婆爷]|老板|老师|师傅|催收|邻居|骗子|中介|客服|热线|[他她]们?|人家)'
/** 快递员自己的电话是, 店主的是, 绑成我邻居的了: before the digits. */
const ownedBefore = new RegExp(
  `(?<![打留记用找]|联系)${owner}(?:自己|本人|那边)?的?(?:电话|手机|号码?)?(?:好像|应该)?(?:就?是|有|了)$`,
)
const wanted = /(?:[打留记用找写]|联系)(?:给)?(?:他|她|我)|我(?:自己|的)/
const calls = /(?:[打留记用找写]|联系)(?:给)?(?:他|她)/
/** 是邻居的电话, 是催收号码, 店主的记下了: of the digits that the seat has just read. */
const namedBySeat =
  /^(?:这个)?(?:是(?!您|你|来电|本机|联系|这|吗|吧|对|不)[一-龥]{1,5}(?:的(?:电话|号码|手机)?|号码?|电话)|(?!您|你|是|那|这|就|好|对|行|嗯|明白)[一-龥]{1,4}的)(?:对吗|是吗|对吧|吗|吧)?(?=$|也|都|记|备|登|作|[，好])/

/**
 * The whole numbers of which the call says that somebody else has them (快递员自己的电话是…, …是催收号码), where nobody is to be called
 * in the caller's place.
 */
export const numbersOfOthers = oncePer((hearing: Hearing): ReadonlySet<string> => {
  if (otherContact(hearing) !== undefined) return new Set()
  const found = hearing.lines.flatMap((line) =>
    digitRuns(line)
      .filter((run) => run.digits.length >= fewestDigits && isOfOthers(hearing, line, run))
      .flatMap(({ readings }) => readings.filter(isFullNumber)),
  )
  return new Set(found)
})

function isOfOthers(hearing: Hearing, line: Line, { before, end }: DigitRun): boolean {
  const after = line.text.slice(end)
  if (line.speaker === 'seat') {
    const answer = nextCitizenLine(hearing, line)
    return namedBySeat.test(after) && !(answer !== undefined && (objects(answer) || calls.test(answer.text)))
  }
  if (wanted.test(after) || wanted.test(before)) return false
  const asked = hearing.lines[line.index - 1]
  return ownedBefore.test(before) || (asked?.speaker === 'seat' && numberAsked(asked.text) === 'other')
}
