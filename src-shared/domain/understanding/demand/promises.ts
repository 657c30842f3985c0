import { oncePerText } from '../../../base/remember.ts'
import type { HeardValue, Promised } from '../../ticket-fields.ts'
import { cite, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { deadlineIn, recipientIn, undertakes } from './promise-words.ts'

/** Where one thing said ends and the next begins, in words without punctuation. */
const seams =
  /(?<=^(?:好的?|嗯|收到|明白|理解|可以|行|没关系|没问题|放心|您放心|请放心|请您放心|您别急|您别着急))|(?=请您|请(?!有关|相关|他们|物业|街道|社区|城管|供电|供水|燃气|师傅|工作)|麻烦您|谢谢|感谢|再见|还有|另外|如果|要是|祝您|(?<!我|们|边)同时(?:也)?会?|(?<!让|请|叫|有|安排|派|通知)(?:工作人员|相关部门|有关部门|承办单位)[^，]{0,6}(?:会|将)|(?<!^|，|，那)(?:我(?:们|这边)?(?:会|将|加急|马上|立即|立刻|现在|这就|再|先|帮您|给您|来|尽快)|您(?:[的地得]诉求|还有|能(?!够)|先|别|可以|需要|要(?!求)|站|看着|注意|保持|耐心|稍|等|自己|到|去|带|贵姓|怎么|这边|那边)))|(?<=[了过])(?=(?:会|马上|立即|尽快|稍后)[^，]{2})|(?<=保密)(?=我|马上|会|也|您)|(?<=.好的)|(?=已(?:经)?为?您?(?:登记|记录|转|通知))|(?=如有|如需)|(?=(?:老人家|请问)?您?贵姓)|(?=方便留)/

/** 承诺: what the seat says that the hotline, or a unit through it, will do; by when and, for an act towards others, to whom. */
export function hearPromises(hearing: Hearing): HeardValue<Promised[]> | undefined {
  const found = hearing.lines.flatMap((line) =>
    line.speaker === 'seat' ? promisesIn(punctuated(line)).map((promise) => ({ promise, line })) : [],
  )
  const kept = found.filter(
    ({ promise }, index) => !found.slice(index + 1).some((later) => restates(later.promise, promise)),
  )
  if (kept.length === 0) return undefined
  const lines = [...new Set(kept.map(({ line }) => line))]
  return heardValue(
    kept.map(({ promise }) => promise),
    lines.map((line) => cite(line, 0, line.text.length, 0.85)),
  )
}

function punctuated(line: Line): string {
  return Array.from(spellMatter(line.text))
    .map((character, index) => (index > 0 && line.breaks.has(index) ? `，${character}` : character))
    .join('')
}

/** The promises in what a seat said in one turn. */
export const promisesIn = oncePerText((text): readonly Promised[] => {
  const clauses = clausesOf(text)
  return clauses.flatMap((clause, index): Promised[] => {
    // 如果…，我们会…: what hangs on a condition is not undertaken yet.
    if (!undertakes(clause) || /^(?:如果|要是|假如|万一)/.test(clauses[index - 1] ?? '')) return []
    const [by, to] = [deadlineIn(clause), recipientIn(clause)]
    return [
      {
        what: withoutLead(clause).slice(0, longest),
        ...(by === undefined ? {} : { by }),
        ...(to === undefined ? {} : { to }),
      },
    ]
  })
})

/** 今天下班前|我再打给您: the term belongs to what follows it. */
const termOnly = /^.{0,8}(?:前|后|内|结果|消息|时候|时|天|晚)$/

function clausesOf(text: string): readonly string[] {
  const pieces = text
    .split(/[，。；！？、,.;!?\s]+/)
    .flatMap((part) => part.split(seams))
    .filter((piece) => piece !== '')
  return pieces.reduce<readonly string[]>((clauses, piece) => {
    const last = clauses.at(-1)
    if (last === undefined || !termOnly.test(last)) return [...clauses, piece]
    return [...clauses.slice(0, -1), last + piece]
  }, [])
}

const longest = 60
const lead =
  /^(?:好的?|嗯+|哦|那么?|行|收到|明白|可以|放心|.{1,2}(?:先生|女士|小姐|阿姨)|这样吧?|这样|您放心|我看|就|[ ，])+/
const withoutLead = (clause: string): string => clause.replace(lead, '') || clause

/** The same act said again, at least as exactly: the later words stand. */
function restates(later: Promised, earlier: Promised): boolean {
  return kindOf(later.what) === kindOf(earlier.what) && (later.by !== undefined || earlier.by === undefined)
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['answer', /回复|答复|回电|回访|告知|联系(?:您|你)|打给|反馈给您|致电|短信/],
  ['secret', /保密|透露|公开|不会告诉|泄露/],
  ['visit', /上门|到场|现场|赶到|派人|派师傅|过去|过来/],
  ['urge', /催|加急|跟进|跟踪|督办/],
  ['pass', /转|反映|反馈|上报|通知|联系|派单|提交|报给/],
  ['record', /登记|记录|备注|录入|受理|工单|记下/],
]
const kindOf = (what: string): string => kinds.find(([, pattern]) => pattern.test(what))?.[0] ?? what
