import type { HeardValue } from '../../ticket-fields.ts'
import { assents, refuses } from '../hearing/assent.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { littleWords } from '../hearing/little-words.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { numberAsked } from '../phone/phone-words.ts'

/** A refusal that comes after other words: 保密是什么 不用. */
const declinedInside = /不用(?!担心|说|问)|不需要|没必要|无所谓|不必/

export const filedAnonymously =
  /(?<!可以|选择[^，]{0,6}|或者?|能|可不可以|需要|要不要|是否|能不能|想)匿名(登记|举报|反映|处理|投诉|受理|的)?(?:(?=(?:您的?)?(?:电话|号码|手机|联系))|(?!.{0,3}(吗|吧|呢|还是|可以)))/

export function lastWish(
  hearing: Hearing,
  heardIn: (line: Line, text: string) => HeardValue<boolean> | undefined,
): HeardValue<boolean> | undefined {
  return hearing.lines.reduce<HeardValue<boolean> | undefined>((wished, line) => {
    if (line.speaker !== 'citizen') return wished
    const text = littleWords(spellMatter(line.text))
    const heard = heardIn(line, text)
    // A mere answer never undoes what the caller said in full.
    return heard === undefined || (wished !== undefined && heard.confidence < wished.confidence)
      ? wished
      : heard
  }, undefined)
}

/** A wish counts unasked; 不用保密 is an answer, or takes a wish back: 我实名反映的 by itself ticks nothing. */
export function spoken(
  hearing: Hearing,
  line: Line,
  value: boolean,
  match: RegExpExecArray,
  topic: 'confidential' | 'anonymous',
): HeardValue<boolean> | undefined {
  return value || line.asked.size === 0 || isRaised(hearing, line, topic)
    ? wish(line, value, match)
    : undefined
}

/** Secrecy, or the leaving of a name, was spoken of before. */
function isRaised(hearing: Hearing, line: Line, topic: 'confidential' | 'anonymous'): boolean {
  const subject = topic === 'confidential' ? /[保加秘].?密|知道|透露|公开|告[诉知]/ : /匿名|实名|姓名|名字/
  return hearing.lines.slice(0, line.index).some(({ text }) => subject.test(littleWords(spellMatter(text))))
}

function wish(line: Line, value: boolean, match: RegExpExecArray): HeardValue<boolean> {
  return heardValue(value, [cite(line, match.index, match.index + match[0].length, 0.93)])
}

/** Questions to which yes means secret, and those to which yes means that the other party may know. */
const secrecyOffered =
  /[保加].{0,2}密|隐[去匿瞒]|介意|不(?:知道|晓得)是[您你]|不(?:想|能|会)?(?:让|给|叫|被)[^，]{1,6}(?:知道|晓得)(?:是)?[您你]|(不希望|不想|不愿意?|不方便|不要)(?:让|被|给)?.{0,8}(知道|公开|透露|看到)/

const disclosureOffered =
  /公开|透露|告[诉知](对方|他|她|被|物业|单位|公司|商家)|(信息|身份|姓名|名字|电话|资料|情况).{0,8}(告[诉知]|提供给|转给|发给|给到?(对方|他|物业))|让.{0,6}知道|说出?是您/

const questioned =
  /[吗吧嘛呢么]$|要不要|是否|需不需要|需要|能不能|可不可以|对不对|还是|介意|密$|^您(?:是)?(?:希望|想|要)/

/** How near the end of a line with several questions the one must stand that is answered. */
const lastWords = 16

/** Yes or no to 需要保密吗. */
export function answerTo(
  hearing: Hearing,
  line: Line,
  topic: 'confidential' | 'anonymous',
): HeardValue<boolean> | undefined {
  const seat = previousSeatLine(hearing, line)
  if (seat === undefined || seat.index < line.index - 2) return undefined
  const question = littleWords(spellMatter(seat.text))
  // 匿名处理, 留个电话吗: the answer is to the latter.
  if (topic === 'anonymous' && filedAnonymously.test(question) && numberAsked(question) === 'phone')
    return undefined
  const offered = topic === 'anonymous' ? /匿名/ : secrecyOffered
  const needless = topic === 'confidential' && /(?<![要需用])不(?:用|需要|必|要)[^，]{0,3}保密/.test(question)
  const disclosed = topic === 'confidential' && !offered.test(question) && disclosureOffered.test(question)
  const asked = disclosed ? disclosureOffered : offered
  const isLast = asked.test(question.slice(-lastWords)) || line.asked.size === 1
  if (!questioned.test(question) || !asked.test(question) || !isLast) return undefined
  const other = topic === 'anonymous' ? /保.{0,2}密/ : /匿名/
  const minds = /^(有点|挺|很|比较|还是|当然|肯定)*介意/.test(line.text)
  // 药的 is 要的.
  const agrees = assents({ ...line, text: littleWords(line.text) }) || /^(隐|保密|匿名)/.test(line.text)
  const declines = refuses(line) || declinedInside.test(line.text)
  if (!(agrees || minds || declines) || other.test(line.text)) return undefined
  return heardValue(((agrees || minds) && !declines) !== (disclosed || needless), [
    cite(line, 0, line.text.length, 0.9),
  ])
}
