import { oncePerText } from '../../../base/remember.ts'
import { typeReasons } from '../../../catalogue/kind-reasons.ts'
import type { HeardValue } from '../../ticket-fields.ts'
import { hearDanger } from './danger.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { typeWeights } from './kind-weights.ts'
import { leaning } from './leaning.ts'
import { deniesType, hearTypeTalk, type RequestType } from './named-type.ts'
import { answeredOnTheSpot } from './on-the-spot.ts'
import { type TypeCue, typeCues } from './request-type-cues.ts'
import { ticketRaised } from './ticket-raised.ts'

interface Scored {
  readonly score: number
  readonly cue: TypeCue
  readonly line: Line
  readonly evidence: ReturnType<typeof cite>
}

/** 诉求类型: as settled or as the rules hear it, unless the words of the whole call speak clearly for another. */
export function hearRequestType(
  hearing: Hearing,
  weights = typeWeights,
): HeardValue<RequestType> | undefined {
  const ruled = ruledRequestType(hearing)
  const { settled, ruledOut } = hearTypeTalk(hearing)
  return settled === undefined ? leaning(ruled, hearing, weights, { ruledOut }) : ruled
}

/**
 * The type as seat and caller settled it; else from the caller's words, where a type that the caller names counts most
 * and then what the matter is like. Denied and past ones (不是投诉, 上次投诉过) do not count.
 */
export function ruledRequestType(hearing: Hearing): HeardValue<RequestType> | undefined {
  const { settled, ruledOut } = hearTypeTalk(hearing)
  const ranked = rank(hearing).filter(({ cue }) => !ruledOut.has(cue.type))
  if (settled !== undefined)
    return heardValue(settled.type, [settled.evidence], {
      alternatives: ranked.map(({ cue }) => cue.type).filter((type) => type !== settled.type),
      reason: settled.reason,
    })
  const matters = ranked.filter(isNoQuestion)
  const [best, second] = matters.length > 0 && demanding(hearing) ? matters : ranked
  const named = best !== undefined && best.cue.weight >= 4
  const danger = named ? undefined : hearDanger(hearing, '突发')
  // Calm callers ask whether a smell of gas matters; what somebody does to others is still complained about.
  const blames = best !== undefined && /^(投诉|举报)$/.test(best.cue.type)
  if (danger !== undefined && !(blames && (best.score >= 2 || /坠物|受伤/.test(danger.reason ?? ''))))
    return helpAgainst(danger.evidence)
  if (best === undefined || (best.score < 2.5 && best.cue.type !== '咨询')) {
    const asked = named ? undefined : answeredOnTheSpot(hearing)
    if (asked !== undefined) return asked
  }
  if (best?.cue.type === '咨询' && ticketRaised(hearing)) {
    if (!isNoQuestion(best) && asksRedress(hearing)) return unnamed(hearing, ruledOut)
    const supply = awaitsSupply(hearing)
    if (supply !== undefined) return helpAgainst(supply.evidence)
  }
  if (best === undefined) return unnamed(hearing, ruledOut)
  const margin = best.score - (second?.score ?? 0)
  const confidence = best.cue.weight >= 3 ? 0.95 : margin >= 1 ? 0.85 : margin >= 0.5 ? 0.75 : 0.6
  return heardValue(best.cue.type, [{ ...best.evidence, confidence }], {
    alternatives: ranked.slice(1).map(({ cue }) => cue.type),
    reason: best.cue.reason,
  })
}

/** Only asking (weight 3) stays a question; 我想问一下 is how people begin. */
const isNoQuestion = ({ cue }: Scored): boolean => cue.type !== '咨询' || cue.weight >= 3

const wantsDone =
  /诉求|您的?要求|(?:您|我们).{0,3}(?:希望|想|要).{0,8}(?:怎么|如何|怎样)(?:处理|解决|做|改|帮|$)|您(?:要求|希望)/

/** The seat asks what is to be done, or says it for the caller: what began as a question is none. */
const demanding = (hearing: Hearing): boolean =>
  hearing.lines.some(
    ({ speaker, text }) => speaker === 'seat' && wantsDone.test(spellMatter(text)) && !/咨询|了解/.test(text),
  )

const redress = /退|赔|查|罚|拆|整改|道歉|处罚|赶走|封/
const asking = /吗$|呢$|怎么|如何|什么|多久|能不能|可不可以|咨询|问/

/** 退返三百二给我咯, to 您的诉求是: who began with a question complains of somebody. */
const asksRedress = (hearing: Hearing): boolean =>
  hearing.lines.some((line) => {
    if (line.speaker !== 'seat' || !wantsDone.test(spellMatter(line.text))) return false
    const answer = nextCitizenLine(hearing, line)
    return answer !== undefined && redress.test(answer.text) && !asking.test(answer.text)
  })

const cuesIn = oncePerText((text) =>
  typeCues.flatMap((cue) => {
    const match = cue.pattern.exec(text)
    return match === null || isIdle(text, match, cue) ? [] : [{ cue, match }]
  }),
)

/** The best cue of each type, best first; of two equally strong ones the later named. */
function rank(hearing: Hearing): readonly Scored[] {
  const scores = new Map<RequestType, Scored>()
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    for (const { cue, match } of cuesIn(spellMatter(line.text))) {
      const evidence = cite(line, match.index, match.index + match[0].length, 0.9)
      const best = scores.get(cue.type)
      if (best === undefined) scores.set(cue.type, { score: cue.weight, cue, line, evidence })
      else if (cue.weight > best.cue.weight)
        scores.set(cue.type, { score: cue.weight + 0.5, cue, line, evidence })
      else scores.set(cue.type, { ...best, score: best.score + 0.3 })
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score || b.line.index - a.line.index)
}

const awaited = /什么时候|几时|几点|多久|怎么|为什么|为啥|何时|咩时候|边个时候/
const placed = (hearing: Hearing): boolean => hearing.lines.some(({ asked }) => asked.has('address'))

/** 想咨询一下什么时候来水: a question in form, help in fact, once a ticket is made of it. */
function awaitsSupply(hearing: Hearing) {
  const supply = hearDanger(hearing, '及时')
  const asks = hearing.lines.some((line) => line.speaker === 'citizen' && awaited.test(line.text))
  return asks && placed(hearing) ? supply : undefined
}

function helpAgainst(evidence: HeardValue['evidence']): HeardValue<RequestType> {
  return heardValue<RequestType>('求助', evidence, { confidence: 0.8, reason: typeReasons.needsHelp })
}

/** Fewer characters than this tell of no matter. */
const leastTold = 6

const asksForProposal = ({ speaker, text }: Line): boolean =>
  speaker === 'seat' && /您(?:有|的|这边)?(?:什么|啥)?建议(?:是|呢|吗|$)/.test(text)

/** Somebody who only tells of a failed supply asks for help; a ticket raised for anything else is most often a complaint. */
function unnamed(hearing: Hearing, ruledOut: ReadonlySet<RequestType>): HeardValue<RequestType> | undefined {
  const danger = hearDanger(hearing, '及时')
  if (danger !== undefined) return helpAgainst(danger.evidence)
  const told = hearing.lines.find((line) => line.speaker === 'citizen' && line.text.length >= leastTold)
  const taken = hearing.lines.some(
    ({ asked }) => asked.has('name') || asked.has('phone') || asked.has('address'),
  )
  if (told === undefined || !(taken || demanding(hearing) || ticketRaised(hearing))) return undefined
  const evidence = [cite(told, 0, told.text.length, 0.55)]
  if (hearing.lines.some(asksForProposal))
    return heardValue<RequestType>('建议', evidence, { reason: typeReasons.seatAsksProposal })
  if (ruledOut.has('投诉'))
    return heardValue<RequestType>('求助', evidence, { reason: typeReasons.noComplaint })
  return heardValue<RequestType>('投诉', evidence, { reason: typeReasons.seatRegisters })
}

const negatedBefore =
  /(不是|不是要|并不|没有?要|不想|不|别|之前|上次|以前|上回|已经|曾经|去年)(要|来|想)?(向.{1,6})?$/

/** Words that name a type without asking for it: denied, past, supposed, or 怎么投诉. */
function isIdle(text: string, match: RegExpExecArray, cue: TypeCue): boolean {
  const before = text.slice(Math.max(0, match.index - 8), match.index)
  const after = text.slice(match.index + match[0].length)
  if (cue.weight >= 2.5 && negatedBefore.test(before)) return true
  if (cue.weight >= 3 && deniesType(text, match.index, match.index + match[0].length)) return true
  if (cue.weight === 4 && /如果|要是|的话|万一.{0,3}$/.test(text.slice(0, match.index))) return true
  if (
    (cue.type === '投诉' || cue.type === '举报') &&
    cue.weight === 4 &&
    (/怎么|如何|哪里/.test(before) ||
      /^(过|电话|入口|了.{0,3}次)/.test(after) ||
      // 能投诉外地的事情吗 asks what the line takes.
      (/热线|你们.{0,3}$/.test(text.slice(0, match.index)) &&
        /能$|可以$/.test(before) &&
        /[吗嘛]$/.test(after)))
  )
    return true
  return (
    cue.type === '求助' &&
    cue.weight < 2 &&
    /^(了)?(已经)?(的事情?)?(现在)?(已经)?(修好|解决|恢复)/.test(after)
  )
}
