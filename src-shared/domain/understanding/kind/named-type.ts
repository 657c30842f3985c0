import { typeReasons } from '../../../catalogue/kind-reasons.ts'
import type { TicketFields } from '../../ticket-fields.ts'
import { assents, refuses } from '../hearing/assent.ts'
import { cite, type Hearing, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { recorded } from './ticket-raised.ts'

export type RequestType = NonNullable<TicketFields['requestType']>

/** The type on which seat and caller settled, or which the caller ruled out. */
export interface TypeTalk {
  readonly settled:
    | {
        readonly type: RequestType
        readonly line: Line
        readonly evidence: ReturnType<typeof cite>
        readonly reason: string
      }
    | undefined
  readonly ruledOut: ReadonlySet<RequestType>
}

interface Naming {
  readonly type: RequestType
  readonly start: number
  readonly end: number
}

const typeWord = /投诉|举报|建议|表扬|咨询|求助/g
const notAType =
  /^(建议)(您|你|他|协商|先|到|拨打|尽量|直接|大家|关注|保留|去|通过)|^(投诉|举报|咨询)(电话|渠道|热线|窗口|入口|部门|平台|信箱|方式|对象|处|中心|台|人|材料|线索|当地)|^咨询(您|你|相关|有关|他们|当地)|^(咨询|建议|投诉|举报)[一幺1]二|^咨询(一二|12)/
const deniedBefore =
  /(不是|并?不|没有?|别|不想|不要|不用|谈不上|算不上|没想|不至于|懒得|不打算)(是|要|来|想|打算|算|去|什么|为了|说|过来|单纯)*(要|来)?(找|向|去)?.{0,2}$/
const deniedAfter =
  /^(什么|啥)(投诉|举报|建议|啊|呀|$)|^有?(什么|啥|个)(用|区别|曲别)|^(的|呢|就|我)*(算了|算啦|不必|不用|唔使|免了|没必要|谈不上|不至于)/
/** 本来想投诉的算啦: what the caller no longer wants. */
const intendedBefore = /(本来|原本|原先|一开始|起初|起先|刚开始)[^，]{0,5}$/
const givenUp = /算[了啦]|后来|想想|还是|改|不(了|是|投|用)|就?提个?/
/** 您是问什么时候开还是投诉, answered 问一声. */
const questionOrNot = /(?:问|了解)[^，]{0,12}还是[^，]{0,4}(?:投诉|举报|反映|建议)/
const onlyAsking = /^(?:就|久|我|是|只是|先|不|嗯|啊)*(?:问|打听|了解)/
const choosing = /(还是|或者?)/
const asking = /吗$|吧$|是吧|对吗|对吧|是吗|呢$|还是|是不是|要不要|可以吗|好吗/
const checking =
  /您(是|这边)?(想|要|打算|主要|需要)?.{0,3}(投诉|举报|建议|表扬|咨询|求助|提)|(投诉|举报|建议|表扬|咨询|求助)(的|是|您)/

/** 也算是吧: assent enough. */
const halfHearted = /^(?:啊|哦|嗯)*(?:也)?(?:算是?|可以这么说|可以说|差不多)/
/** What is asked in passing does not change what the call is for. */
const inPassing = /(?:顺便|另外|顺带|还想|还要|再|也)[^，]{0,4}(?:问|咨询|了解)/

/** What seat and caller say about the type itself; the later word counts. */
export function hearTypeTalk(hearing: Hearing): TypeTalk {
  let settled: TypeTalk['settled']
  const ruledOut = new Set<RequestType>()
  const passing = hearing.lines.some((line) => line.speaker === 'citizen' && inPassing.test(line.text))
  for (const line of hearing.lines) {
    if (line.speaker !== 'seat') continue
    const text = spellMatter(line.text)
    const names = namesIn(text).filter(({ type }) => !(passing && type === '咨询'))
    const last = names.at(-1)
    if (last === undefined) continue
    const answer = nextCitizenLine(hearing, line)
    const filed = filedAs(hearing, line, text)
    if (filed !== undefined && answer?.reply !== 'no') {
      settled = settle(line, filed, typeReasons.seatNames)
      continue
    }
    if (answer === undefined || !(asking.test(text) || checking.test(text))) continue
    const answered = spellMatter(answer.text)
    const chosen = namesIn(answered).filter((name) => !isDenied(answered, name))
    for (const name of namesIn(answered)) if (isDenied(answered, name)) ruledOut.add(name.type)
    const choice = chosen.at(-1)
    if (choice === undefined && questionOrNot.test(text) && onlyAsking.test(answered)) {
      settled = settle(answer, { type: '咨询', start: 0, end: answered.length }, typeReasons.onlyAsks)
      continue
    }
    if (choice !== undefined) settled = settle(answer, choice, typeReasons.answered)
    else if ((assents(answer) || halfHearted.test(answered)) && !choosing.test(text))
      settled = settle(line, last, typeReasons.confirmed)
    // 好那您是求助恢复供电: said of the caller, who goes on without a word against it.
    else if (last.type === '求助' && /您是(?:来)?求助/.test(text) && !refuses(answer))
      settled = settle(line, last, typeReasons.confirmed)
    else if (refuses(answer)) for (const name of names) ruledOut.add(name.type)
  }
  for (const type of disclaimed(hearing)) ruledOut.add(type)
  return { settled, ruledOut: settled === undefined ? ruledOut : without(ruledOut, settled.type) }
}

const disclaiming =
  /(?:没有?|不是|没想|不想|不打算|唔系|唔想)要?(?<denied>投诉|举报)(?![过的了]|电话)|(?<spared>投诉|举报)(?:就)?(?:唔使|不用|不必|免)了?/
const claiming = /(?:我?[要想来]|是)(投诉|举报)/

/** 我没有要举报, unasked, where nothing later asks for it. */
function disclaimed(hearing: Hearing): ReadonlySet<RequestType> {
  const types = new Set<RequestType>()
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const text = spellMatter(line.text)
    const not = disclaiming.exec(text)
    const asks = claiming.exec(not === null ? text : text.slice(not.index + not[0].length))
    const denied = not?.groups?.['denied'] ?? not?.groups?.['spared']
    if (denied !== undefined) types.add(denied as RequestType)
    if (asks !== null) types.delete(asks[1] as RequestType)
  }
  return types
}

function settle(line: Line, name: Naming, reason: string) {
  return { type: name.type, line, evidence: cite(line, name.start, name.end, 0.95), reason }
}

function without(types: ReadonlySet<RequestType>, type: RequestType): ReadonlySet<RequestType> {
  return new Set([...types].filter((other) => other !== type))
}

const filing =
  /(登记|记录|记|受理|处理|转|按|归|列|提交|反馈|上报|生成)[^，]{0,12}(投诉|举报|建议|表扬|咨询|求助)/
const filedBefore =
  /(投诉|举报|建议|表扬|咨询|求助)(我们|这边|就|我)?(已经?|会|帮|给|为|登记|记录|转)|感谢您的?(建议|表扬|举报)/

/** The type in 给您登记投诉, 登记为求助, 您的建议已经登记了, 匿名举报已登记. */
function filedAs(hearing: Hearing, line: Line, text: string): Naming | undefined {
  const offered = asking.test(text)
  if (offered && nextCitizenLine(hearing, line)?.reply !== 'yes') return undefined
  const match = filing.exec(text) ?? filedBefore.exec(text)
  if (match === null || !(recorded(hearing, line) || /登记|记录|感谢您的?/.test(text))) return undefined
  const within = namesIn(text).filter(
    (name) => name.start >= match.index && name.end <= match.index + match[0].length,
  )
  return within.at(-1)
}

function namesIn(text: string): readonly Naming[] {
  return [...text.matchAll(typeWord)]
    .filter((match) => !notAType.test(text.slice(match.index)))
    .map((match) => ({
      type: match[0] as RequestType,
      start: match.index,
      end: match.index + match[0].length,
    }))
}

function isDenied(text: string, { start, end }: Naming): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 10), start), text.slice(end)]
  return (
    deniedBefore.test(before) ||
    deniedAfter.test(after) ||
    (intendedBefore.test(before) && givenUp.test(after))
  )
}

/** True where the caller denies the type named at a place of a (spelled) text: 不投诉, 投诉什么投诉, 投诉有什么用. */
export function deniesType(text: string, start: number, end: number): boolean {
  const name = [...text.matchAll(typeWord)].find((match) => match.index >= start && match.index < end)
  if (name === undefined) return false
  return isDenied(text, { type: name[0] as RequestType, start: name.index, end: name.index + name[0].length })
}
