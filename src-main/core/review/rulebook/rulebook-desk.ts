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
import {
  checkChange,
  isOwnRule,
  lastEntries,
  newestRuleChanges,
  reviseNorms,
  type RulebookRevision,
} from '#shared/domain/review/rulebook.ts'
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
  /** Of rules in use, or of others. */
  readonly standings: (norms: readonly NormRule[]) => readonly RuleStanding[]
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

  /** Rules in use first, then those that are off, then those that were removed. */
  list(): RuleLine[] {
    const { standings, knowledge } = this.#options
    const idle = this.#idle()
    const idleLines = (removed: boolean): RuleLine[] => {
      const norms = idle.filter((detail) => detail.removed === removed).flatMap(({ entries }) => entries)
      const state = removed ? 'removed' : 'off'
      return standings(norms).map((standing) => ({ ...this.#line(standing), state }))
    }
    const atWork = standings(knowledge().pack.norms).map((standing) => this.#line(standing))
    return [...atWork, ...idleLines(false), ...idleLines(true)]
  }

  get(rule: string): RuleDetail {
    const detail = this.#detail(rule)
    if (detail === undefined) throw new FailureError('not-found', rulebookText.unknownRule(rule))
    return detail
  }

  async save({ rule, base, note, entries, off }: ProcedureArguments<'rules.save'>): Promise<RuleDetail> {
    // Only a new rule is unknown, and that has something in it.
    if (entries === null) this.get(rule)
    else this.#mayChange(rule)
    const { rulebook, client } = this.#options
    const change = { kind: 'rule', rule, entries, ...(off ? { off } : {}) } as const
    await rulebook.save({ base, note, change }, client())
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
        // Words that are too old were removed at the centre.
        turns: entries.words(callId).turns.filter(({ text }) => text !== '').length,
      }))
      .filter(({ turns }) => turns > 0)
  }

  try({ rule, entries, on }: ProcedureArguments<'rules.try'>): Promise<RuleTrial> {
    this.#mayChange(rule)
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
    const norms = [...pack.norms, ...this.#idle().flatMap(({ removed, entries }) => (removed ? [] : entries))]
    const titles = new Map(norms.toReversed().map(({ rule, title }) => [rule, title]))
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

  /** Undefined for a rule that neither the pack has nor a trainer made. */
  #detail(rule: string): RuleDetail | undefined {
    const { rulebook, knowledge } = this.#options
    const shipped = knowledge().shipped.norms.filter((norm) => norm.rule === rule)
    const pack = shipped.length === 0 ? null : shipped
    const entries = lastEntries(rule, rulebook.revisions, pack !== null) ?? pack
    if (entries === null) return undefined
    const history = rulebook.revisions.flatMap((revision) =>
      revision.change.kind === 'rule' && revision.change.rule === rule
        ? [
            {
              ...headOf(revision),
              entries: revision.change.entries,
              off: revision.change.off === true,
            },
          ]
        : [],
    )
    const newest = history.at(-1)
    return {
      rule,
      entries,
      off: newest?.off === true,
      removed: pack === null && newest?.entries === null,
      pack,
      revision: newest?.version ?? 0,
      history: history.toReversed(),
    }
  }

  /** Rules that are there and judge nothing. */
  #idle(): readonly RuleDetail[] {
    const { knowledge, rulebook } = this.#options
    const atWork = new Set(knowledge().pack.norms.map(({ rule }) => rule))
    const changed = [...newestRuleChanges(rulebook.revisions).keys()]
    return changed.filter((rule) => !atWork.has(rule)).flatMap((rule) => this.#detail(rule) ?? [])
  }

  #line(standing: RuleStanding): RuleLine {
    const { rulebook } = this.#options
    const entries = this.#detail(standing.rule)?.entries ?? []
    const days = entries.map(({ from }) => from)
    const [from] = days.every((day) => day !== undefined) ? days.toSorted() : []
    return {
      ...standing,
      clause: entries[0]?.clause ?? '',
      revision: rulebook.newest(`rule/${standing.rule}`)?.version ?? 0,
      ...(from === undefined ? {} : { from }),
    }
  }

  /** A rule that is there, or a new one. */
  #mayChange(rule: string): void {
    if (!isOwnRule(rule)) this.get(rule)
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
