import { useCallback, useState, type ReactNode } from 'react'
import type { RuleLine } from '#shared/contract/rulebook-views.ts'
import { formatShare } from '../../format/share.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { rulesText } from '../../text/rules.ts'
import { Column } from '../../ui/column.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { OpenRule } from './open-rule.tsx'

const { list: words } = rulesText

/** All rules left, the chosen one with its bench right. */
export function RulePage({ hidden }: { readonly hidden: boolean }): ReactNode {
  const { connection } = useDesk()
  const load = useCallback((signal: AbortSignal) => connection.call('rules.list', {}, signal), [connection])
  const [remote] = useRemote(load, ['review.rulesChanged', 'rulebook.changed'])
  const [chosen, setChosen] = useState<string | null>(null)
  const lines = remote.kind === 'ready' ? remote.value : []
  const line = lines.find(({ rule }) => rule === chosen)
  return (
    <main className="rules-columns" tabIndex={-1} hidden={hidden}>
      <Column name="rules" title={words.title} note={words.note(lines.length)}>
        <RemoteView remote={remote}>
          {(rules) =>
            rules.length === 0 ? (
              <p className="empty">{words.empty}</p>
            ) : (
              <ul className="rules-list">
                {rules.map((rule) => (
                  <li key={rule.rule}>
                    <RuleButton
                      rule={rule}
                      chosen={rule.rule === chosen}
                      onChoose={() => setChosen(rule.rule)}
                    />
                  </li>
                ))}
              </ul>
            )
          }
        </RemoteView>
      </Column>
      {line === undefined ? (
        <p className="empty rules-pick">{words.pick}</p>
      ) : (
        <OpenRule key={line.rule} line={line} />
      )}
    </main>
  )
}

interface RuleButtonProps {
  readonly rule: RuleLine
  readonly chosen: boolean
  readonly onChoose: () => void
}

function RuleButton({ rule, chosen, onChoose }: RuleButtonProps): ReactNode {
  const { title, severity, state, clause, from, revision } = rule
  return (
    <button type="button" className="pick" data-rule={rule.rule} aria-current={chosen} onClick={onChoose}>
      <span className="rules-item-line">
        <b>{title}</b>
        <SeverityMark severity={severity} words />
        <span className="rules-state" data-state={state}>
          {words.states[state]}
        </span>
      </span>
      <span className="rules-item-line rules-soft">
        <span>{clause}</span>
        <span>{from === undefined ? words.always : words.from(from)}</span>
      </span>
      <span className="rules-item-line rules-soft">
        <span>{precisionOf(rule)}</span>
        <span>{revision === 0 ? words.shipped : words.revised(revision)}</span>
      </span>
    </button>
  )
}

function precisionOf({ precision, confirmed, dismissed, changed }: RuleLine): string {
  if (precision === undefined) return words.noPrecision
  const { value, low, high } = precision
  return words.precision(
    formatShare(value),
    formatShare(low),
    formatShare(high),
    confirmed + dismissed + changed,
  )
}
