import type { ReactNode } from 'react'
import type { ScorecardDetail } from '#shared/contract/rulebook-views.ts'
import { rulesText } from '../../text/rules.ts'
import { withField } from './draft.ts'

const { scorecard: words } = rulesText
const kinds = ['rules', 'reviewer', 'exchange'] as const

export type ScoreItem = ScorecardDetail['items'][number]

interface ScoreItemRowProps {
  readonly item: ScoreItem
  readonly rules: ScorecardDetail['rules']
  readonly onChange: (item: ScoreItem) => void
  readonly onRemove: () => void
  readonly onUp?: () => void
  readonly onDown?: () => void
}

/** One item of the scorecard, every field in its cell. */
export function ScoreItemRow(props: ScoreItemRowProps): ReactNode {
  const { item, onChange, onRemove, onUp, onDown } = props
  const { title, points, by } = item
  const label = (field: keyof typeof words.fields): string => words.itemField(title, words.fields[field])
  return (
    <tr data-off={item.off === true}>
      <td className="scorecard-order">
        <RowButton label={words.up(title)} sign="↑" onClick={onUp} />
        <RowButton label={words.down(title)} sign="↓" onClick={onDown} />
      </td>
      {(['title', 'group'] as const).map((field) => (
        <td key={field}>
          <input
            className="text-input"
            aria-label={label(field)}
            value={item[field]}
            onChange={({ target }) => onChange({ ...item, [field]: target.value })}
          />
        </td>
      ))}
      <td>
        <PointsField
          label={label('points')}
          value={points}
          onChange={(value) => onChange({ ...item, points: value ?? 1 })}
        />
      </td>
      <td>
        <select
          className="text-input"
          aria-label={label('by')}
          value={by}
          onChange={({ target }) => {
            const kind = kinds.find((name) => name === target.value)
            if (kind !== undefined) onChange({ ...item, by: kind })
          }}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {words.by[kind]}
            </option>
          ))}
        </select>
      </td>
      <td>{by === 'rules' && <RulePicker {...props} label={label('rules')} />}</td>
      <td>
        {by === 'rules' && (
          <PointsField
            label={label('deduct')}
            placeholder={words.all}
            value={item.deduct}
            onChange={(deduct) => onChange(withField(item, 'deduct', deduct))}
          />
        )}
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={label('on')}
          checked={item.off !== true}
          onChange={({ target }) => onChange(withField(item, 'off', target.checked ? undefined : true))}
        />
      </td>
      <td>
        <RowButton label={words.remove(title)} sign="×" onClick={onRemove} />
      </td>
    </tr>
  )
}

function RowButton(props: {
  readonly label: string
  readonly sign: string
  readonly onClick: (() => void) | undefined
}): ReactNode {
  return (
    <button
      type="button"
      className="button rules-remove"
      aria-label={props.label}
      disabled={props.onClick === undefined}
      onClick={props.onClick}
    >
      {props.sign}
    </button>
  )
}

function PointsField(props: {
  readonly label: string
  readonly value: number | undefined
  readonly placeholder?: string
  readonly onChange: (value: number | undefined) => void
}): ReactNode {
  return (
    <input
      className="text-input rules-points"
      type="number"
      min={0.5}
      step={0.5}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={props.value ?? ''}
      onChange={({ target }) => {
        const value = target.valueAsNumber
        props.onChange(Number.isNaN(value) || value <= 0 ? undefined : value)
      }}
    />
  )
}

/** The rules whose flags cost points of this item. */
function RulePicker(props: ScoreItemRowProps & { readonly label: string }): ReactNode {
  const { item, rules, onChange, label } = props
  const titles = rules.filter(({ rule }) => item.rules.includes(rule)).map(({ title }) => title)
  return (
    <details className="scorecard-rules">
      <summary aria-label={label}>{titles.length === 0 ? words.pickRules(0) : titles.join('、')}</summary>
      <div>
        {rules.map(({ rule, title }) => (
          <label key={rule}>
            <input
              type="checkbox"
              checked={item.rules.includes(rule)}
              onChange={({ target }) =>
                onChange({
                  ...item,
                  rules: target.checked
                    ? [...item.rules, rule]
                    : item.rules.filter((other) => other !== rule),
                })
              }
            />
            {title}
          </label>
        ))}
      </div>
    </details>
  )
}
