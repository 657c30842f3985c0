import { FailureError, unwrap } from '#shared/base/result.ts'
import { rulebookText } from '#shared/catalogue/rulebook.ts'
import type { ProcedureArguments } from '#shared/contract/contract.ts'
import type { RuleStanding } from '#shared/contract/review-views.ts'
import type {
  RuleDetail,
  RuleLine,
  RuleTrial,
  ScorecardDetail,
  TrialCall,
} from '#shared/contract/rulebook-views.ts'
import { readDialogue } from '#shared/domain/review/read-dialogue.ts'
import { checkChange, reviseNorms, type RulebookRevision } from '#shared/domain/review/rulebook.ts'
import type { NormRule } from '#shared/domain/site-pack.ts'
import type { SiteKnowledge } from '../../knowledge/site-knowledge.ts'
import type { ReviewClient } from '../review-client.ts'
import type { ReviewEntries } from '../review-entries.ts'
import type { Rulebook } from './rulebook.ts'
import { tryRule, type TriedCall } from './try-rule.ts'

export interface RulebookDeskOptions {
  readonly rulebook: Rulebook
  readonly entries: ReviewEntries
  readonly knowledge: () => SiteKnowledge
  readonly standings: () => readonly RuleStanding[]
  /** Undefined while no centre is known. */
  readonly client: () => ReviewClient | undefined
}

/** Newest calls that are offered to try a rule on. */
const offeredCalls = 200

/** The trainer's desk for rules and scorecard (规范): read, try, save, go back. */
export class RulebookDesk {
  readonly #options: RulebookDeskOptions

  constructor(options: RulebookDeskOptions) {
    this.#options = options
  }

  list(): RuleLine[] {
    const { standings, rulebook } = this.#options
    return standings().map((standing) => {
      const entries = this.#entriesOf(standing.rule)
      const days = entries.map(({ from }) => from)
      const [from] = days.every((day) => day !== undefined) ? days.toSorted() : []
      return {
        ...standing,
        clause: entries[0]?.clause ?? '',
        revision: rulebook.newest(`rule/${standing.rule}`)?.version ?? 0,
        ...(from === undefined ? {} : { from }),
      }
    })
  }

  get(rule: string): RuleDetail {
    const { knowledge, rulebook } = this.#options
    const pack = knowledge().shipped.norms.filter((norm) => norm.rule === rule)
    if (pack.length === 0) throw new FailureError('not-found', rulebookText.unknownRule(rule))
    const revisions = rulebook.revisions.filter(
      ({ change }) => change.kind === 'rule' && change.rule === rule,
    )
    return {
      rule,
      entries: this.#entriesOf(rule),
      pack,
      revision: revisions.at(-1)?.version ?? 0,
      history: revisions.toReversed().map((revision) => ({
        ...headOf(revision),
        entries: revision.change.kind === 'rule' ? revision.change.entries : null,
      })),
    }
  }

  async save({ rule, base, note, entries }: ProcedureArguments<'rules.save'>): Promise<RuleDetail> {
    this.get(rule)
    const { rulebook, client } = this.#options
    await rulebook.save({ base, note, change: { kind: 'rule', rule, entries } }, client())
    return this.get(rule)
  }

  /** Calls that are over, newest first. */
  calls(): TrialCall[] {
    const { entries } = this.#options
    return entries
      .list()
      .slice(0, offeredCalls)
      .map(({ callId, startedAt, durationMs, staffName, rehearsal }) => ({
        ...{ callId, startedAt, durationMs, staffName, rehearsal },
        turns: entries.words(callId).turns.length,
      }))
      .filter(({ turns }) => turns > 0)
  }

  try({ rule, entries, on }: ProcedureArguments<'rules.try'>): Promise<RuleTrial> {
    this.get(rule)
    unwrap(checkChange({ kind: 'rule', rule, entries }))
    const before = this.#options.knowledge().pack.norms
    const after = reviseNorms(before, [draftOf(rule, entries)])
    const calls = on.kind === 'text' ? [pasted(on.text)] : on.callIds.map((callId) => this.#tried(callId))
    return tryRule(rule, { before, after }, calls)
  }

  scorecard(): ScorecardDetail {
    const { knowledge, rulebook } = this.#options
    const { pack, shipped } = knowledge()
    const revisions = rulebook.revisions.filter(({ change }) => change.kind === 'scorecard')
    const titles = new Map(pack.norms.toReversed().map(({ rule, title }) => [rule, title]))
    return {
      title: pack.scorecard.title,
      items: [...pack.scorecard.items],
      pack: [...shipped.scorecard.items],
      revision: revisions.at(-1)?.version ?? 0,
      history: revisions.toReversed().map((revision) => ({
        ...headOf(revision),
        items: revision.change.kind === 'scorecard' ? revision.change.items : null,
      })),
      rules: [...titles].map(([rule, title]) => ({ rule, title })),
    }
  }

  async saveScorecard({ base, note, items }: ProcedureArguments<'scorecard.save'>): Promise<ScorecardDetail> {
    const { rulebook, client } = this.#options
    await rulebook.save({ base, note, change: { kind: 'scorecard', items } }, client())
    return this.scorecard()
  }

  #entriesOf(rule: string): NormRule[] {
    return this.#options.knowledge().pack.norms.filter((norm) => norm.rule === rule)
  }

  #tried(callId: string): TriedCall {
    const { entries } = this.#options
    const entry = entries.get(callId)
    if (entry === undefined) throw new FailureError('not-found', rulebookText.noCall)
    const { startedAt, staffName, record } = entry
    return { callId, startedAt, staffName, ...entries.words(callId), judged: record.flags }
  }
}

function headOf({
  version,
  at,
  by,
  byName,
  note,
}: RulebookRevision): Omit<RulebookRevision, 'change' | 'position'> {
  return { version, at, by, byName, note }
}

/** A change that is only tried. */
function draftOf(rule: string, entries: readonly NormRule[]): RulebookRevision {
  return {
    ...{ position: 1, version: 1, at: '', by: '', byName: '', note: '' },
    change: { kind: 'rule', rule, entries: [...entries] },
  }
}

function pasted(text: string): TriedCall {
  const turns = readDialogue(text)
  if (turns.length === 0) throw new FailureError('no-dialogue', rulebookText.noDialogue)
  return { turns, masks: [], judged: [] }
}
