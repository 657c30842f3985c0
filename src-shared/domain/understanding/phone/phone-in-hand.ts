import { oncePerText } from '../../../base/remember.ts'
import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Hearing, type Line, nextCitizenLine, topicsOf } from '../hearing/hearing.ts'
import { relatives } from '../person/relations.ts'
import { callInDenied, offersCallIn } from './call-in-number.ts'
import { callerDigits, digitRuns } from './phone-digits.ts'
import { numbersOfOthers } from './numbers-of-others.ts'
import { filesWithoutNumber } from './phone-refusal.ts'
import { agrees, announcesNumber, isQuestion, numberAsked, objects } from './phone-words.ts'

/** Words that point at the telephone in the caller's hand, however they are put: 手上这个, 通话的, 我自己打的. */
const inHand =
  '(?:来电|本机|本[号人]|这一?[个部台张支串](?!月|星期|礼拜|事|问题|情况|人|店|名字|要求)|这号|来的这|现[在再](?:在?[打用]|这|的)|(?<!再|会)打[过进着]?来的?|(?<=我|自己|现在)打着?的|打着?的(?=[这那号])|通[着话]|手[上里头]|显示|屏幕|系统|这边(?!的?[人店])|[你您]们?[^我他]{0,4}看[得到见]{1,2}|同一?[个部]|自己[打的]|我(?:手机|的)|我这[里儿边]|我这(?=$|[个部吧])|旧的那个)'
const verb = '(?:[打留用记写填拨按找是回选]|联系|登记|回访|通知)'
const fine = '(?:就?(?:可以|行|得|好|成|中|对)|[吧呗咯啦嘛]|$)'
/** 就手上这个, 留我这里: it is to be the one. */
const chosen = `(?<!别|莫|甭|不|不要|不用|不想|不准|不能)(?:就|还是|${verb})(?:给|回|到|在|是|我|你|您|用|打)*${inHand}`
/** 我这个就行, and at the beginning 这个: it is said to do. */
const settles = new RegExp(
  `${chosen}|${inHand}[^不别没]{0,4}${fine}|^[我你们的那就是个跟和同]*${inHand}`,
  'g',
)
const chooses = new RegExp(`${chosen}|${inHand}[^不别没]{0,4}就(?:可以|行|得|好)`, 'g')
/** 电话就用这个, 我电话打来的: told before anybody asked. */
const volunteers = new RegExp(
  `(?<![他她们子店司业]|(?<![女男是对好])的|家)(?:电话|手机|号码)[^他她店司]{0,6}(?:${chosen}|${inHand})|(?<![不别])(?:[打找留用记]|联系)(?:给|到|回)?我(?:的|就|吧)*${inHand}|(?<![不别])[打留用记]来电`,
)
const other = `(?:${relatives}|[他她]|别人|人家|公司|单位|店里?|公家|公用|[老大二小阿][公婆哥姐妹弟爸妈]|爸|妈|儿子|女儿|老乡|同事|同学|朋友|邻居|座机|亲戚|路边|街边)`
/** 这个不行, 不是这个, 这是店里的: it is not. */
const denies = new RegExp(
  [
    `(?:不是|别|不要|不用|莫|甭|不能|不想|不准)(?:再)?${verb}?(?:给|到)?(?:我)?(?:现在|来电|这|本机|打来|打过来)`,
    `(?:这|来电|现在|打[过进]?来)[^就]{0,6}(?:不行|不[用要](?=$|[了吧啊的])|不方便|打不通|不通|不好|不能|不准|停|借)`,
    `(?:这|来电|现在|打[过进]?来)[^就]{0,6}是(?:我|我们)?${other}`,
    `(?:这|来电|现在|打[过进]?来)[^就]{0,6}(?:不一样|不同|不是同)`,
    `^不?是?(?:我)?${other}[^就]{0,3}的$`,
    `${inHand}[^打留用记]{0,3}(?:不留|别留|不方便|不给|算了|免了)`,
    '(?:借|公用|公共|街边)[^就]{0,8}(?:电话|手机|的)',
  ].join('|'),
  'g',
)
/** No number is left, whatever else may be. */
const leavesNone =
  /(?<!名字?|姓名|姓)不留|[别莫甭]留|不[用要必想能肯敢]再?(?:再?留|记|给|打[给我来电了]|打$|回|联系|登记|提供|说|讲|告诉|通知|报|了|啦|咯)|不需要|不方便(?!接)|[别莫][打记写要问](?!.{0,3}(?:错|别的|其他|座机|我公司))|算了|免了|不给|不登|[没冇](?:有)?(?:电话|手机)|都不要|也不要|^不[要用必]|没必要|懒得|不固定|保密$/
/** 留不要告诉他们: it is agreed to before anything is refused. */
const keeps =
  /^(?:啊|哦|嗯|那|就|可以|行|好|对|是)*(?:留[了吧啊呗]?(?!什么|不留)|[打用记写]|可以|行|好|对|是|得|中|没问题)/
const fewestOfPiece = 4
const mostOfAnswer = 3
const aboutPhone = /电话|手机|号码|来电|联系|本机|回访|回电/
const ofSelf = /(?:[打找留记用]|联系)(?:给|到|回)?我|我(?:自己|本人)?的/
const beginning = /^1[3-9]\d/
/** 好的记来电, 电话就用这个, 号码用来电显示这个: what the seat takes down. */
const seatSettles =
  /(?:用|记|按|留|以|是|登记|打|同|跟|和)(?:的|到|您|给|为|现在|一下)*(?:来电|本机|这个|打[过进]?来|显示)|(?:电话|号码)[^，]{0,8}就是?(?:这个|来电|本机)/

/** 您说, 那您的是: the seat awaits the digits after all. */
const asksDigits = /多少|[说讲报念]$|哪[个一]|几号|请[说讲报]|您的(?:就?是)?$/

/** Where the exchange stands: the telephone in hand is left, put aside, or no number is given at all. */
interface Stand {
  readonly is: 'left' | 'aside' | 'refused'
  readonly evidence: Evidence
}

/**
 * The words by which the caller leaves the number they call with, read from the whole exchange about the telephone: what was asked or
 * offered, what points at the telephone in hand, what refuses it, and what the seat writes down (你打我就手上这个). The last word counts.
 */
export function leftInHand(hearing: Hearing): Evidence | undefined {
  if (callerDigits(hearing) === undefined) return undefined
  let stand: Stand | undefined
  for (const line of hearing.lines) {
    if (line.speaker === 'seat') stand = afterSeat(hearing, line, stand)
    else stand = afterCitizen(hearing, line, stand) ?? stand
  }
  return stand?.is === 'left' ? stand.evidence : undefined
}

function afterSeat(hearing: Hearing, line: Line, stand: Stand | undefined): Stand | undefined {
  if (stand?.is === 'left' && asksDigits.test(line.text)) return undefined
  if (!aboutPhone.test(line.text)) return stand
  if (filesWithoutNumber(line.text) || /不(?:留|登记?|记)(?:姓名和?)?(?:电话|号码|联系)/.test(line.text))
    return undefined
  const settled = seatSettles.exec(line.text)
  if (settled === null || stand?.is === 'refused' || /^.{0,8}吗|还是|哪/.test(line.text.slice(settled.index)))
    return stand
  const answer = nextCitizenLine(hearing, line)
  if (answer !== undefined && (objects(answer) || answer.reply === 'no' || leavesNone.test(answer.text)))
    return stand
  return { is: 'left', evidence: cite(line, 0, line.text.length, 0.9) }
}

/** The seat's words about the caller's telephone that this line answers. */
function seatBefore({ lines }: Hearing, { index }: Line): Line | undefined {
  for (const line of lines.slice(Math.max(0, index - mostOfAnswer), index).toReversed()) {
    if (line.speaker !== 'seat') continue
    if (numberAsked(line.text) === 'phone' || (aboutPhone.test(line.text) && !announcesNumber(line.text)))
      return line
    if (topicsOf(line.text).size > 0 || line.text.length > 8) return undefined
  }
  return undefined
}

/** 那是老板你打我就手上这个: in answer to a whole number that the seat read. */
function answersNumber({ lines }: Hearing, { index, text }: Line): boolean {
  const seat = lines[index - 1]
  if (volunteers.test(text)) return true
  return (
    seat?.speaker === 'seat' && ofSelf.test(text) && digitRuns(seat).some(({ digits }) => digits.length >= 7)
  )
}

const last = (pattern: RegExp, text: string): RegExpExecArray | undefined =>
  [...text.matchAll(pattern)].at(-1)

/** Where the words choose, put aside or refuse; -1 where they do not. */
const readOf = oncePerText((text: string) => {
  const denied = last(denies, text)
  return {
    settled: last(settles, text)?.index ?? -1,
    chosen: last(chooses, text)?.index ?? -1,
    denied: denied === undefined ? -1 : denied.index + denied[0].length,
    refused: text.search(leavesNone),
  }
})

function afterCitizen(hearing: Hearing, line: Line, before: Stand | undefined): Stand | undefined {
  const seat = seatBefore(hearing, line)
  if (seat === undefined && !answersNumber(hearing, line)) return undefined
  const evidence = cite(line, 0, line.text.length, 0.85)
  // 对怎么改成我的 asks for something else.
  if (/(?:怎么|怎样|如何)[改换办弄查]/.test(line.text)) return undefined
  if (seat !== undefined && saysCallIn(hearing, line)) return { is: 'left', evidence }
  const { settled, chosen: picked, denied, refused } = readOf(line.text)
  if (denied > settled || tellsAnother(hearing, line, settled)) return { is: 'aside', evidence }
  if (picked < 0 && callInDenied(hearing, line)) return { is: 'aside', evidence }
  if (settled >= 0 && (refused < 0 || refused > settled || refused < picked)) return { is: 'left', evidence }
  const offered = seat !== undefined && offersCallIn(hearing, seat)
  if (refused >= 0 && !(offered && keeps.test(line.text))) return { is: 'refused', evidence }
  // 嗯, to the seat's words that the system keeps the call-in number, leaves none.
  if (before?.is === 'refused' && seat !== undefined && !isQuestion(seat)) return undefined
  return offered && (agrees(line) || keeps.test(line.text)) ? { is: 'left', evidence } : undefined
}

/** 对一三六…, to 打这个电话对吗: the call-in number, digit by digit. */
const saysCallIn = (hearing: Hearing, line: Line): boolean =>
  digitRuns(line).some(({ digits }) => digits === callerDigits(hearing))

/** Digits that begin a number, or are of another than the call-in one, after the words that chose that. */
function tellsAnother(hearing: Hearing, line: Line, settled: number): boolean {
  const caller = callerDigits(hearing) ?? ''
  return digitRuns(line).some(
    ({ digits, end }) =>
      end > settled &&
      !numbersOfOthers(hearing).has(digits) &&
      (beginning.test(digits) || (digits.length >= fewestOfPiece && !caller.includes(digits))),
  )
}
