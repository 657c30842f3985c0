import { useCallback, type ReactNode } from 'react'
import type { RuleLine } from '#shared/contract/rulebook-views.ts'
import { ownRuleId } from '#shared/domain/review/rulebook.ts'
import { useDesk } from '../../state/desk-context.ts'
import { putDraft, useDrafts } from '../../state/drafts.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/column.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { newRule } from './draft.ts'
import { ruleDrafts } from './drafts.ts'
import { NewRule, OpenRule } from './open-rule.tsx'
import { RuleList } from './rule-list.tsx'

const { list: words } = rulesText

interface RulePageProps {
  readonly chosen: string | null
  readonly onChoose: (rule: string) => void
}

/** All rules left, the chosen one with its bench right. */
export function RulePage({ chosen, onChoose }: RulePageProps): ReactNode {
  const desk = useDesk()
  const { connection } = desk
  const load = useCallback((signal: AbortSignal) => connection.call('rules.list', {}, signal), [connection])
  const [remote] = useRemote(load, ['review.rulesChanged', 'rulebook.changed'])
  const drafts = useDrafts(ruleDrafts)
  const isBegun = chosen !== null && drafts.has(chosen)
  const begin = (): void => {
    const rule = ownRuleId(crypto.getRandomValues(new Uint32Array(1))[0]?.toString(16).padStart(8, '0') ?? '')
    const { entries, off } = newRule(rule)
    putDraft(ruleDrafts.of(desk), rule, { base: 0, content: { entries, off }, note: '' })
    onChoose(rule)
  }
  useKeys({ 'Alt+KeyN': begin })
  return (
    <main className="rules-columns" tabIndex={-1}>
      <Column
        name="rules"
        title={words.title}
        note={
          <Button kind="quiet" keys="Alt N" onClick={begin}>
            {words.begin}
          </Button>
        }
      >
        <RemoteView remote={remote}>
          {(rules) => <RuleList rules={rules} drafts={drafts} chosen={chosen} onChoose={onChoose} />}
        </RemoteView>
      </Column>
      {remote.kind === 'ready' && <Chosen lines={remote.value} rule={chosen} isBegun={isBegun} />}
    </main>
  )
}

interface ChosenProps {
  readonly lines: readonly RuleLine[]
  readonly rule: string | null
  /** It is being written, saved before or not. */
  readonly isBegun: boolean
}

function Chosen({ lines, rule, isBegun }: ChosenProps): ReactNode {
  const line = lines.find((each) => each.rule === rule)
  if (line !== undefined) return <OpenRule key={line.rule} line={line} />
  if (rule !== null && isBegun) return <NewRule key={rule} rule={rule} />
  return <p className="empty rules-pick">{words.pick}</p>
}
