import type { ProcedureName } from '#shared/contract/contract.ts'
import { FailureError } from '#shared/base/result.ts'
import type { RuleDetail, RuleLine, ScorecardDetail } from '#shared/contract/rulebook-views.ts'

/** One rule and a scorecard of two items, and what can be done with them: data for the fake core. */

type RulebookProcedure = Extract<ProcedureName, `rules.${string}` | `scorecard.${string}`>
type Input = Record<string, unknown>

const at = '2026-11-20T09:00:00+08:00'
const rule = 'commanding'

const line: RuleLine = {
  rule,
  title: '命令语气',
  severity: 'caution',
  version: '1',
  state: 'active',
  since: at,
  confirmed: 8,
  dismissed: 2,
  changed: 0,
  open: 1,
  missed: 0,
  precision: { value: 0.8, low: 0.49, high: 0.94 },
  needs: { verdicts: 20, precision: 0.8 },
  clause: '不用命令语气',
  revision: 0,
}
const packEntries: RuleDetail['entries'] = [
  {
    rule,
    title: '命令语气',
    clause: '不用命令语气',
    severity: 'caution',
    why: '像在下命令',
    rewrite: '请您说一下。',
    phrases: [{ say: '快说', rewrite: '请您说' }],
    patterns: [{ match: '你快(?:说|讲)', why: '催促' }],
    except: [],
  },
]
const packItems: ScorecardDetail['items'] = [
  { id: 'clear', group: '沟通', title: '表达清楚', source: '', points: 10, by: 'reviewer', rules: [] },
  { id: 'polite', group: '沟通', title: '不命令', source: '', points: 5, by: 'rules', rules: [rule] },
]

export function fakeRulebook(): Readonly<Record<RulebookProcedure, (input: Input) => unknown>> {
  let detail: RuleDetail = {
    rule,
    entries: packEntries,
    off: false,
    removed: false,
    pack: packEntries,
    revision: 0,
    history: [],
  }
  let scorecard: ScorecardDetail = {
    title: '评分表',
    items: packItems,
    pack: packItems,
    revision: 0,
    history: [],
    rules: [{ rule, title: '命令语气' }],
  }
  const head = (version: number, note: unknown) => ({
    ...{ version, at, by: '8090', byName: '王老师' },
    note: String(note),
  })
  return {
    'rules.list': () => [
      {
        ...line,
        revision: detail.revision,
        state: detail.off ? 'off' : detail.revision > 0 ? 'trial' : 'active',
      },
    ],
    'rules.get': () => detail,
    'rules.save': ({ base, note, entries, off }) => {
      if (base !== detail.revision) throw new FailureError('outdated', '刚才有人保存了另一个版本')
      const kept = entries as RuleDetail['entries'] | null
      const revision = detail.revision + 1
      detail = {
        ...detail,
        entries: kept ?? packEntries,
        revision,
        off: off === true,
        history: [{ ...head(revision, note), entries: kept, off: off === true }, ...detail.history],
      }
      return detail
    },
    'rules.calls': () => [
      { callId: 'c9', startedAt: at, durationMs: 41_000, staffName: '李明', turns: 9, rehearsal: true },
    ],
    'rules.try': () => ({
      calls: [
        {
          turns: [
            { speaker: 'citizen', text: '你们管不管' },
            { speaker: 'seat', text: '你快说什么事' },
          ],
          flags: [
            {
              change: 'new',
              turn: 1,
              quote: '你快说',
              severity: 'caution',
              why: '像在下命令',
              standing: 'confirmed',
            },
          ],
        },
      ],
      flags: { before: 0, after: 1 },
      confirmed: { before: 0, after: 1 },
      dismissed: { before: 0, after: 0 },
    }),
    'scorecard.get': () => scorecard,
    'scorecard.save': ({ note, items }) => {
      const kept = items as ScorecardDetail['items'] | null
      const revision = scorecard.revision + 1
      scorecard = {
        ...scorecard,
        items: kept ?? packItems,
        revision,
        history: [{ ...head(revision, note), items: kept }, ...scorecard.history],
      }
      return scorecard
    },
  }
}
