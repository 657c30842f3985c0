import type { ReactNode } from 'react'
import { rulesText } from '../../text/rules.ts'
import { severityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { withField, type RuleEntry } from './draft.ts'
import { Fold } from './fold.tsx'
import { LinesField } from './lines-field.tsx'
import { PairRows } from './pair-rows.tsx'

const { editor: words } = rulesText
const severities = ['info', 'caution', 'serious'] as const
const lists = ['except', 'context', 'remedies'] as const

interface EntryFormProps {
  readonly entry: RuleEntry
  readonly place: string
  readonly onChange: (entry: RuleEntry) => void
  /** Absent for the only group. */
  readonly onRemove?: () => void
}

/** One group of a rule's phrases and patterns, and what is said of what they find. */
export function EntryForm({ entry, place, onChange, onRemove }: EntryFormProps): ReactNode {
  const scored = entry.scoreAbove !== undefined
  return (
    <fieldset className="rules-entry">
      <legend>
        {place}
        {onRemove !== undefined && (
          <Button kind="quiet" onClick={onRemove}>
            {words.removeEntry}
          </Button>
        )}
      </legend>
      <HeadFields entry={entry} onChange={onChange} />
      <Fold
        title={words.folded(words.phrases, entry.phrases.length)}
        opened={entry.phrases.some(({ say }) => say === '')}
      >
        <PairRows
          what={words.say}
          rows={entry.phrases.map(({ say, rewrite = '' }) => ({ first: say, second: rewrite }))}
          onChange={(rows) =>
            onChange({
              ...entry,
              phrases: rows.map(({ first, second }) => ({
                say: first,
                ...(second === '' ? {} : { rewrite: second }),
              })),
            })
          }
        />
      </Fold>
      <Fold title={words.folded(scored ? words.evidence : words.patterns, entry.patterns.length)}>
        <PairRows
          what={words.match}
          rows={entry.patterns.map(({ match, rewrite = '' }) => ({ first: match, second: rewrite }))}
          onChange={(rows, origins) => onChange({ ...entry, patterns: patternsOf(entry, rows, origins) })}
        />
      </Fold>
      {lists.map((name) => (
        <Fold key={name} title={words.folded(words.lists[name], entry[name]?.length ?? 0)}>
          <LinesField
            label={words.lists[name]}
            lines={entry[name] ?? []}
            onChange={(lines) =>
              onChange(
                name === 'except' ? { ...entry, except: lines } : withField(entry, name, optional(lines)),
              )
            }
          />
        </Fold>
      ))}
    </fieldset>
  )
}

const optional = (lines: string[]): string[] | undefined => (lines.length === 0 ? undefined : lines)

interface Row {
  readonly first: string
  readonly second: string
}

/** A pattern may have a reason of its own, which the form does not show and must not lose. */
function patternsOf(
  entry: RuleEntry,
  rows: readonly Row[],
  origins: readonly (number | undefined)[],
): RuleEntry['patterns'] {
  return rows.map(({ first, second }, index) => {
    const why = entry.patterns[origins[index] ?? -1]?.why
    return {
      match: first,
      ...(why === undefined ? {} : { why }),
      ...(second === '' ? {} : { rewrite: second }),
    }
  })
}

type HeadFieldsProps = Pick<EntryFormProps, 'entry' | 'onChange'>

function HeadFields({ entry, onChange }: HeadFieldsProps): ReactNode {
  const hint = words.thresholds[entry.rule]
  return (
    <div className="rules-grid">
      <label className="rules-field">
        {words.severity}
        <select
          className="text-input"
          value={entry.severity}
          onChange={({ target }) => {
            const severity = severities.find((name) => name === target.value)
            if (severity !== undefined) onChange({ ...entry, severity })
          }}
        >
          {severities.map((name) => (
            <option key={name} value={name}>
              {severityText[name]}
            </option>
          ))}
        </select>
      </label>
      <label className="rules-field">
        {words.from}
        <input
          className="text-input"
          type="date"
          value={entry.from ?? ''}
          onChange={({ target }) => onChange(withField(entry, 'from', target.value || undefined))}
        />
      </label>
      {(hint !== undefined || entry.threshold !== undefined) && (
        <NumberField
          label={words.threshold}
          hint={hint ?? ''}
          value={entry.threshold}
          onChange={(value) => onChange(withField(entry, 'threshold', value))}
        />
      )}
      {entry.scoreAbove !== undefined && (
        <NumberField
          label={words.scoreAbove}
          hint={words.scoreAboveHint}
          value={entry.scoreAbove}
          onChange={(value) => onChange({ ...entry, scoreAbove: value ?? 0 })}
        />
      )}
      {(['clause', 'why', 'rewrite'] as const).map((name) => (
        <label key={name} className="rules-field rules-wide">
          {words[name]}
          <input
            className="text-input"
            value={entry[name]}
            onChange={({ target }) => onChange({ ...entry, [name]: target.value })}
          />
        </label>
      ))}
    </div>
  )
}

function NumberField(props: {
  readonly label: string
  readonly hint: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
}): ReactNode {
  return (
    <label className="rules-field rules-wide">
      <span>
        {props.label} <small className="rules-soft">{props.hint}</small>
      </span>
      <input
        className="text-input rules-number"
        type="number"
        step="any"
        value={props.value ?? ''}
        onChange={({ target }) =>
          props.onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)
        }
      />
    </label>
  )
}
