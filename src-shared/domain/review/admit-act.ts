import { failure, success, type Result } from '../../base/result.ts'
import { reviewText } from '../../catalogue/review.ts'
import type { Speaker } from '../call.ts'
import type { JudgedFlag, ReviewRecord } from './fold-review.ts'
import type { ReviewAct } from './review-event.ts'
import type { Scorecard } from './scorecard.ts'

/** What an act is judged by. */
export interface ReviewSituation {
  readonly record: ReviewRecord
  /** Whose call it is. */
  readonly staffNumber: string
  readonly turns: readonly { readonly speaker: Speaker; readonly text: string }[]
  readonly scorecard: Pick<Scorecard, 'items' | 'appeals' | 'ownCalls'>
  /** Rules that a flag may be changed to or added under. */
  readonly rules: readonly string[]
  /** ISO time. */
  readonly now: string
}

type Refusal = Result<undefined>
const admitted: Refusal = success(undefined)
const refuse = (code: string, message: string): Refusal => failure(code, message)

/**
 * Whether `actor` may do this now; the refusal says why not. Roles were checked before. Nobody reviews a call of their own
 * (unless the pack allows it), a flag is judged by one reviewer, the seat may appeal once and escalate once, and the last word
 * has somebody who has not spoken yet.
 */
export function admitAct(situation: ReviewSituation, actor: string, act: ReviewAct): Refusal {
  const { record, staffNumber } = situation
  switch (act.kind) {
    case 'appealed':
    case 'escalated': {
      if (actor !== staffNumber) return refuse('forbidden', reviewText.notYours)
      return withFlag(record, act.flagId, (flag) =>
        act.kind === 'appealed' ? admitAppeal(situation, flag) : admitEscalation(situation, flag),
      )
    }
    case 'revealed':
      return admitted
    case 'verdict':
    case 'flag-added':
    case 'scored':
    case 'finished':
    case 'calibration-opened':
    case 'appeal-decided':
      if (actor === staffNumber && situation.scorecard.ownCalls === 'forbid') {
        return refuse('own-call', reviewText.ownCall)
      }
      return admitReviewer(situation, actor, act)
  }
}

type ReviewerAct = Exclude<ReviewAct, { kind: 'appealed' | 'escalated' | 'revealed' }>

function admitReviewer(situation: ReviewSituation, actor: string, act: ReviewerAct): Refusal {
  const { record } = situation
  if (act.kind === 'appeal-decided') {
    return withFlag(record, act.flagId, (flag) => admitDecision(flag, actor))
  }
  if (act.kind === 'calibration-opened') {
    return record.calibration === undefined
      ? admitted
      : refuse('calibration-open', reviewText.calibrationOpen)
  }
  if (isCalibrated(record)) return refuse('calibrated', reviewText.calibrated)
  switch (act.kind) {
    case 'verdict':
      return withFlag(record, act.flagId, (flag) => admitVerdict(situation, flag, actor, act))
    case 'flag-added':
      return admitMark(situation, act)
    case 'scored':
      return admitScores(situation, act.items)
    case 'finished':
      return admitted
  }
}

/** Both reviewers of a calibration are done. */
export function isCalibrated(record: ReviewRecord): boolean {
  return record.calibration !== undefined && record.finished.length >= 2
}

function withFlag(record: ReviewRecord, flagId: string, check: (flag: JudgedFlag) => Refusal): Refusal {
  const flag = record.flags.find((candidate) => candidate.flagId === flagId)
  return flag === undefined ? refuse('not-found', reviewText.unknownFlag) : check(flag)
}

function admitVerdict(
  { rules }: ReviewSituation,
  flag: JudgedFlag,
  actor: string,
  { decision, toRule }: Extract<ReviewAct, { kind: 'verdict' }>,
): Refusal {
  const holder = flag.verdicts[0]?.reviewer ?? (flag.from.origin === 'reviewer' ? flag.from.by : actor)
  if (holder !== actor) return refuse('judged', reviewText.judgedByOther(holder))
  if (flag.appeal !== undefined) return refuse('under-appeal', reviewText.underAppeal)
  if (decision !== 'change') return admitted
  const raisedAs = flag.from.origin === 'rule' ? flag.from.raised.rule : flag.from.added.rule
  if (toRule === undefined) return refuse('needs-rule', reviewText.needsRule)
  if (toRule === raisedAs) return refuse('same-rule', reviewText.sameRule)
  return knownRule(rules, toRule)
}

function admitMark(
  { turns, rules }: ReviewSituation,
  mark: Extract<ReviewAct, { kind: 'flag-added' }>,
): Refusal {
  const turn = turns[mark.turn]
  if (turn === undefined || mark.to > turn.text.length || mark.from >= mark.to) {
    return refuse('bad-mark', reviewText.badMark)
  }
  if (turn.speaker !== 'seat') return refuse('bad-mark', reviewText.citizenTurn)
  return knownRule(rules, mark.rule)
}

function knownRule(rules: readonly string[], rule: string): Refusal {
  return rules.includes(rule) ? admitted : refuse('unknown-rule', reviewText.unknownRule(rule))
}

function admitScores(
  { scorecard }: ReviewSituation,
  scores: Extract<ReviewAct, { kind: 'scored' }>['items'],
): Refusal {
  for (const { item: id, points } of scores) {
    const item = scorecard.items.find((candidate) => candidate.id === id)
    if (item === undefined) return refuse('unknown-item', reviewText.unknownItem(id))
    if (item.by !== 'reviewer') return refuse('not-by-hand', reviewText.itemNotByHand(item.title))
    if (points > item.points) {
      return refuse('too-many-points', reviewText.tooManyPoints(item.title, item.points))
    }
  }
  return admitted
}

function admitAppeal({ scorecard, now }: ReviewSituation, flag: JudgedFlag): Refusal {
  if (flag.appeal !== undefined) return refuse('appealed-before', reviewText.appealedBefore)
  if (flag.standing !== 'confirmed' && flag.standing !== 'changed') {
    return refuse('not-judged', reviewText.notJudged)
  }
  return inTime(flag.verdicts.at(-1)?.at, now, scorecard.appeals.days)
}

function admitEscalation({ scorecard, now }: ReviewSituation, flag: JudgedFlag): Refusal {
  if (flag.appeal?.state !== 'rejected') return refuse('not-rejected', reviewText.notRejected)
  return inTime(flag.appeal.entries.at(-1)?.at, now, scorecard.appeals.days)
}

function inTime(since: string | undefined, now: string, days: number): Refusal {
  const late = since !== undefined && Date.parse(now) - Date.parse(since) > days * 86_400_000
  return late ? refuse('too-late', reviewText.tooLate(days)) : admitted
}

function admitDecision({ appeal, verdicts, from }: JudgedFlag, actor: string): Refusal {
  if (appeal?.state !== 'open' && appeal?.state !== 'escalated') {
    return refuse('no-appeal', reviewText.noAppeal)
  }
  if (appeal.state === 'open') return admitted
  const spoke = [
    ...verdicts.map(({ reviewer }) => reviewer),
    ...appeal.entries.flatMap((entry) => (isAnswer(entry.kind) ? [entry.actor] : [])),
    ...(from.origin === 'reviewer' ? [from.by] : []),
  ]
  return spoke.includes(actor) ? refuse('needs-other', reviewText.needsOther) : admitted
}

const isAnswer = (kind: string): boolean => kind === 'accepted' || kind === 'rejected'
