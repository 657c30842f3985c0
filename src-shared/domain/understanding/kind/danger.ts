import { memoryPer, oncePer } from '../../../base/remember.ts'
import { urgencyReasons } from '../../../catalogue/kind-reasons.ts'
import type { Evidence, HeardValue } from '../../ticket-fields.ts'
import { closingsIn, datesThePast, overSince } from './danger-status.ts'
import { dangerFromScene } from './danger-scene.ts'
import { dangerFromSeat, marksUrgent } from './danger-from-seat.ts'
import { cite, type Hearing, heardValue, type Line, nextCitizenLine } from '../hearing/hearing.ts'
import { spellMatter } from '../hearing/matter-words.ts'
import { nowMarkers, stanceOf } from '../hearing/stance.ts'
import { dangerCues, type Urgency, type UrgencyCue } from './urgency-cues.ts'

/** Some words of a line, and why they matter. */
export interface Sign {
  readonly reason: string
  readonly evidence: Evidence
}

/** A missing cover or a leak of last week lasts; a fire of last week is over. */
const events: ReadonlySet<string> = new Set([
  urgencyReasons.fire,
  urgencyReasons.trapped,
  urgencyReasons.hurt,
  urgencyReasons.publicDanger,
])
/** 工伤 and food poisoning whose compensation is now at issue endanger nobody any more. */
const injury = /伤|骨折|血|中毒|泻|吐|打|撞|砸|倒|塌|坠|掉|咬|摔|跌|医院|拉肚子|吊针/
const settling = /赔|医药费|工伤|误工|报销|退钱|退款/

/** What was heard that makes the matter that urgent; 突发 also from the scene told and from how the seat acts. */
export function hearDanger(hearing: Hearing, urgency: Urgency): HeardValue<Urgency> | undefined {
  return knownDanger(hearing, urgency, () => readDanger(hearing, urgency))
}

/** The seat takes for a danger what the caller tells: it warns, calls for rescue, or files it as urgent. */
export function seatActsOnDanger(hearing: Hearing): boolean {
  const told = toldSigns(hearing, '突发').length + scenesOf(hearing).length > 0
  return told && (dangerFromSeat(hearing).length > 0 || marksUrgent(hearing))
}

/** Several fields ask for the danger of the same hearing. */
const knownDanger = memoryPer<HeardValue<Urgency> | undefined>()

function readDanger(hearing: Hearing, urgency: Urgency): HeardValue<Urgency> | undefined {
  const closed = closingsIn(hearing)
  const over = overSince(hearing)
  const lasts = ({ reason, evidence }: Sign): boolean =>
    (evidence.turn > over || over === 0 || backAgain(hearing, evidence.turn)) &&
    !closed.some((closing) => closing.reason === reason && closing.turn >= evidence.turn)
  const told = toldSigns(hearing, urgency).filter(lasts)
  const found =
    urgency === '突发' && told.length === 0
      ? [...scenesOf(hearing), ...dangerFromSeat(hearing)].filter(lasts)
      : told
  const [first] = found
  if (first === undefined) return undefined
  return heardValue(
    urgency,
    found.slice(0, 3).map((sign) => sign.evidence),
    { reason: first.reason },
  )
}

/** 修好了今天又漏: over, and back. */
const backAgain = (hearing: Hearing, turn: number): boolean =>
  /又|还(?![好停])/.test(hearing.lines[turn]?.text ?? '')

const restored = /恢复供?[水电气]|恢复[送通]电|恢复(?:供暖|暖气|热水)/
/** 诉求是恢复供水: the seat says for the caller what has failed. */
const restores = (hearing: Hearing, line: Line): boolean =>
  restored.test(line.text) &&
  /诉求|希望|要求|尽快|处理|转/.test(line.text) &&
  nextCitizenLine(hearing, line)?.reply !== 'no'

const settles = (hearing: Hearing): boolean =>
  hearing.lines.some(({ speaker, text }) => speaker === 'citizen' && settling.test(text))

/** Scenes of danger, less injuries over whose costs is argued now. */
function scenesOf(hearing: Hearing): readonly Sign[] {
  const settled = settles(hearing)
  return dangerFromScene(hearing).filter(
    ({ reason, evidence }) =>
      !settled || reason !== urgencyReasons.hurt || nowMarkers.test(hearing.lines[evidence.turn]?.text ?? ''),
  )
}

function toldSigns(hearing: Hearing, urgency: Urgency): readonly Sign[] {
  const settled = settles(hearing)
  const told = hearing.lines.flatMap((line) => {
    if (line.speaker === 'citizen') return signsIn(line, urgency, settled)
    if (urgency === '及时') return restores(hearing, line) ? signsIn(line, urgency, settled) : []
    return affirmed(hearing, line) ? signsIn(line, urgency, settled, true) : []
  })
  return hearing.lines.some(datesThePast) ? told.filter((sign) => !events.has(sign.reason)) : told
}

/** Questions such as 里面有人被困吗, to which the caller says yes, tell of the danger as well as the caller's own words. */
function affirmed(hearing: Hearing, line: Line): boolean {
  const answer = nextCitizenLine(hearing, line)
  if (answer === undefined || /^(没|冇|不|还没|暂时没|人没|无)/.test(answer.text)) return false
  return (
    answer.reply === 'yes' ||
    /^(有|诶对|就是|系|嘞|差不多|也就|大概|(一|两|三|四|五|六|七|八|九|十)+(个|位))/.test(answer.text)
  )
}

interface FoundCue {
  readonly cue: UrgencyCue
  readonly words: string
  readonly start: number
  readonly end: number
}

/** The words of danger in a line, but for those of another sense. */
const cuesIn = oncePer((line: Line): readonly FoundCue[] => {
  const text = spellMatter(line.text)
  return dangerCues.flatMap((cue) =>
    [...text.matchAll(cue.pattern)]
      .map((match) => ({ cue, words: match[0], start: match.index, end: match.index + match[0].length }))
      .filter(({ start, end }) => cue.unless?.test(text.slice(Math.max(0, start - 10), end + 8)) !== true),
  )
})

function signsIn(line: Line, urgency: Urgency, settled: boolean, asked = false): readonly Sign[] {
  const text = spellMatter(line.text)
  return cuesIn(line)
    .filter(({ cue, words, start, end }) => {
      if (cue.urgency !== urgency) return false
      if (settled && injury.test(words) && !nowMarkers.test(text)) return false
      if (asked && denial.test(text.slice(0, start))) return false
      // 有人盖房子我怕塌, 走失过一次: feared in between, or once.
      if (/怕|担心|万一/.test(words) || /^过(?![来去])/.test(text.slice(end))) return false
      return asked ? !instructed(text) : stanceOf(text, start, end, events.has(cue.reason)) === 'present'
    })
    .map(({ cue, start, end }) => ({
      reason: cue.reason,
      evidence: cite(line, start, end, asked ? 0.85 : 0.9),
    }))
}

/** 现在没有漏气只是没有恢复供气 asks for no leak. */
const denial = /(?<!有)没有?(?:什么|再|继续)?$/

/** A seat that offers, cites rules or tells what may happen asks about nothing. */
function instructed(text: string): boolean {
  return (
    /如果|万一|避免|以免|防止|担心|隐患|可能|规定|之前|上次|以前/.test(text) || !/[吗呢吧么几多没]/.test(text)
  )
}
