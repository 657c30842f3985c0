import type { KeyboardEvent, ReactNode } from 'react'
import type { RuleLine } from '#shared/contract/rulebook-views.ts'
import { formatShare } from '../../format/share.ts'
import { rulesText } from '../../text/rules.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import type { Draft, RuleContent } from './draft.ts'

const { list: words } = rulesText

interface RuleListProps {
  readonly rules: readonly RuleLine[]
  /** Changes that are not saved, by rule. */
  readonly drafts: ReadonlyMap<string, Draft<RuleContent>>
  readonly chosen: string | null
  readonly onChoose: (rule: string) => void
}

/** The rules: new ones that were never saved first, what is off and what was removed last. */
export function RuleList({ rules, drafts, chosen, onChoose }: RuleListProps): ReactNode {
  const begun = [...drafts].filter(([rule]) => rules.every((line) => line.rule !== rule))
  if (rules.length + begun.length === 0) return <p className="empty">{words.empty}</p>
  const entryRule = chosen ?? begun[0]?.[0] ?? rules[0]?.rule
  const button = (rule: string, children: ReactNode): ReactNode => (
    <li key={rule}>
      <button
        type="button"
        className="pick"
        data-rule={rule}
        aria-current={rule === chosen}
        {...(rule === entryRule && { 'data-column-entry': '' })}
        onClick={() => onChoose(rule)}
      >
        {children}
      </button>
    </li>
  )
  return (
    <ul className="rules-list" onKeyDown={moveFocus}>
      {begun.map(([rule, { content }]) =>
        button(
          rule,
          <span className="rules-item-line">
            <b>{titleOf(content)}</b>
            <Unsaved />
          </span>,
        ),
      )}
      {rules.map((line) => button(line.rule, <RuleWords line={line} unsaved={drafts.has(line.rule)} />))}
    </ul>
  )
}

function titleOf({ entries }: RuleContent): string {
  const title = entries[0]?.title ?? ''
  return title === '' ? rulesText.editor.newRule : title
}

/** ↑ and ↓ go through the list; Enter opens. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const now = buttons.findIndex((each) => each === document.activeElement)
  buttons[now + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  event.preventDefault()
}

function Unsaved(): ReactNode {
  return (
    <span className="rules-state" data-state="unsaved">
      {rulesText.editor.unsaved}
    </span>
  )
}

function RuleWords({ line, unsaved }: { readonly line: RuleLine; readonly unsaved: boolean }): ReactNode {
  const { title, severity, state, clause, from, revision } = line
  return (
    <>
      <span className="rules-item-line">
        <b>{title}</b>
        {unsaved && <Unsaved />}
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
        <span>{precisionOf(line)}</span>
        <span>{revision === 0 ? words.shipped : words.revised(revision)}</span>
      </span>
    </>
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
