import type { HeardValue } from '../ticket-fields.ts'
import { assents, refuses } from './assent.ts'
import { cite, type Hearing, heardValue, type Line, previousSeatLine } from './hearing.ts'
import { spellMatter } from './matter-words.ts'

const forbid = '(?:不要|不用|别|莫|不能|不可以|不可|不许|不想|不希望|不愿意?|不敢|不准|唔好|唔想|不得|勿)'
const others =
  '(?:他|她|人家|别人|对方|老板|物业|公司|单位|学校|领导|房东|店|里头|里面|厂|村|邻居|街坊|商家|经理|老师|医院|那边|任何人)'
const confidentialAsked = new RegExp(
  [
    '(?<!不用|不需要|无需|没必要|不必|不|要不要|需要|您的信息我们会)保.{0,2}密',
    `${forbid}[^，]{0,4}?(?:告诉|告知|跟|和|同|给|让|被)(?!我|咱|小孩|孩子|老人|家里).{0,8}?(?:知道|晓得|发现|看到|听到|(?:是|说|讲|提).{0,3}我|是谁)`,
    `${forbid}[^，]{0,3}?(?:透露|泄露|泄漏|公开|暴露|出卖|供出|捅出).{0,8}?`,
    `${forbid}[^，]{0,3}?(?:说|讲|提|报|传|漏)(?:是|出去|出来|我|谁|到我|起我).{0,4}`,
    `${forbid}[^，]{0,3}?把我.{0,8}(?:说|讲|告诉|供|卖|给|透|报|漏|泄)`,
    `${forbid}.{0,3}告诉${others}`,
    `(?:名字|姓名|身份|信息|电话|号码).{0,4}${forbid}.{0,3}(?:告诉|给|让|透露|泄露|公开|说出去|传)`,
    `(?:别|不要|不想|不希望).{0,4}(?:牵扯|扯上|连累|外传|外泄|提有人|说有人|露面)|保护.{0,6}(?:隐私|信息|身份)|(?:就说|当作?|装作).{0,8}(?:例行|抽查|没.{0,4}打过)`,
    '得罪人|(?:帮我|替我).{0,2}瞒',
    '(?<!不)(?:怕|担心|害怕|免得|省得|不然|要不|以免)[^，]{0,8}(?:报复|抱负|报负|穿小鞋|打击|针对我|找我(?:的)?(?:麻烦|算账)|为难|刁难|记恨|炒(?:我|掉)|开除我|得罪)',
    '会被?.{0,3}(?:报复|抱负|穿小鞋|针对|打击|刁难)',
    '(?:知道|晓得)了?.{0,4}(?:会|要|肯定|就)?(?:报复|抱负|炒|吵我|开除|针对|为难|刁难|打我|整我|穿小鞋|找我)',
    '(?:知道|晓得|看出|发现)(?:是|到是)(?:我|谁)(?:说|讲|举报|投诉|反映|打).{0,2}',
  ].join('|'),
)
const confidentialDeclined =
  /(不用|不需要|无需|不必|没必要|不)保密|保不保密|(?<!不)可以(公开|告诉)|(无所谓|随便).{0,6}(保密|知道)/
const anonymousAsked =
  /(?<!不用|不需要|不是|无需|不必|没必要|要不要|需要|不)(?:匿名|[逆溺腻]名|匿明)|(?<!(?:他|她|人|对方|们).{0,2})(不想|不要|不愿意?|不方便|不|别|唔想)(留|透露|说|讲|提供|报|写|登记|记)(我的|我|真实)?(姓名|名字|名|真名|姓什么|是谁|叫什么)|(姓名|名字|名|姓什么|姓)(也|我|就|都|这个|还是|算了吧?)*(不|别|唔)(留|说|讲|方便|用|想|要|报|登记|提供|透露|愿)|(不|别)(要)?问(我)?(是|叫|姓)(谁|什么)|无名氏/
const anonymousDeclined = /(不用|不需要|无需|不必|没必要|不)匿名|实名/
const nameRefused =
  /^(啊|这个|那个|哎呀?|呃|就|我|还是|名字|姓名|也|都|诶)*(不要|别|不方便|不想|不愿意?|不留|不说|不讲|不便|算了|唔方便|保密)/
const filedAnonymously =
  /(?<!可以|能|可不可以|需要|要不要|是否|能不能|想)匿名(登记|举报|反映|处理|投诉|受理|的)?(?!.{0,3}(吗|吧|呢|还是|可以))/
const filedConfidentially = /保密(?!吗|吧|呢|还是|可以|.{0,2}(吗|吧))/

/** 保密: the other party must not learn who called. False only where it was offered or mentioned and declined. */
export function hearConfidential(hearing: Hearing): HeardValue<boolean> | undefined {
  return lastWish(hearing, (line, text) => {
    const declined = confidentialDeclined.exec(text)
    const match = declined ?? confidentialAsked.exec(text)
    if (match !== null) return wish(line, declined === null, match)
    return answerTo(hearing, line, 'confidential') ?? promised(hearing, line)
  })
}

/** 匿名: no name is left, though a telephone number may be. */
export function hearAnonymous(hearing: Hearing): HeardValue<boolean> | undefined {
  return lastWish(hearing, (line, text) => {
    const declined = anonymousDeclined.exec(text)
    const match = declined ?? anonymousAsked.exec(text)
    if (match !== null) return wish(line, declined === null, match)
    return answerTo(hearing, line, 'anonymous') ?? namelessTicket(hearing, line, text)
  })
}

function lastWish(
  hearing: Hearing,
  heardIn: (line: Line, text: string) => HeardValue<boolean> | undefined,
): HeardValue<boolean> | undefined {
  return hearing.lines.reduce<HeardValue<boolean> | undefined>((wished, line) => {
    if (line.speaker !== 'citizen') return wished
    const heard = heardIn(line, spellMatter(line.text))
    // A mere answer never undoes what the caller said in full.
    return heard === undefined || (wished !== undefined && heard.confidence < wished.confidence)
      ? wished
      : heard
  }, undefined)
}

function wish(line: Line, value: boolean, match: RegExpExecArray): HeardValue<boolean> {
  return heardValue(value, [cite(line, match.index, match.index + match[0].length, 0.93)])
}

/** Yes or no to 需要保密吗. */
function answerTo(
  hearing: Hearing,
  line: Line,
  topic: 'confidential' | 'anonymous',
): HeardValue<boolean> | undefined {
  const asking = previousSeatLine(hearing, line)
  const [own, other] = topic === 'confidential' ? [/保.{0,2}密/, /匿名/] : [/匿名/, /保.{0,2}密/]
  const question = asking?.speaker === 'seat' ? asking.text : ''
  if (!line.asked.has(topic) || !(assents(line) || refuses(line)) || other.test(line.text)) return undefined
  const clear = line.asked.size === 1 || /^(要|需要|不用|不需要|保)/.test(line.text)
  if (!clear && !new RegExp(`(${own.source}).{0,5}$`).test(question)) return undefined
  // 可以公开吗 asks the opposite of 需要保密吗.
  const inverted = topic === 'confidential' && !own.test(question) && /公开|透露|告诉/.test(question)
  return heardValue(assents(line) !== inverted, [cite(line, 0, line.text.length, 0.9)])
}

/** The seat promises 保密 in answer to a caller who fears to be known. */
function promised(hearing: Hearing, line: Line): HeardValue<boolean> | undefined {
  const answer = hearing.lines[line.index + 1]
  if (answer?.speaker !== 'seat' || !filedConfidentially.test(spellMatter(answer.text))) return undefined
  if (!/怕|担心|不要|别|不能|不想|不敢|得罪/.test(line.text)) return undefined
  return heardValue(true, [cite(line, 0, line.text.length, 0.85)])
}

/** The name is refused and the seat files without one, or the telephone is refused as well. */
function namelessTicket(hearing: Hearing, line: Line, text: string): HeardValue<boolean> | undefined {
  const previous = previousSeatLine(hearing, line)
  if (line.asked.has('name') && line.asked.size === 1 && nameRefused.test(text)) {
    const later = hearing.lines.slice(line.index + 1)
    const refusedAll = later.some(
      (other) =>
        (other.speaker === 'seat' && filedAnonymously.test(spellMatter(other.text))) ||
        (other.asked.has('phone') && /^.{0,6}(不(方便|留|用|想|要|给|说)|算了)/.test(other.text)),
    )
    return refusedAll ? heardValue(true, [cite(line, 0, line.text.length, 0.88)]) : undefined
  }
  if (previous?.index !== line.index - 1 || line.reply === 'no') return undefined
  const filed = filedAnonymously.exec(spellMatter(previous.text))
  return filed === null
    ? undefined
    : heardValue(true, [cite(previous, filed.index, filed.index + filed[0].length, 0.88)])
}
