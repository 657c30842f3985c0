import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { ReviewState, ReviewSummary } from '#shared/contract/review-views.ts'
import { reviewStateSchema } from '#shared/contract/review-views.ts'
import { formatClock, formatDateTime } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { useRemote } from '../../state/use-remote.ts'
import { qualityText, scoreText } from '../../text/quality.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import type { CallListProps } from './call-lists.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { useRules } from './use-rules.ts'

const { queue: words } = qualityText
const severities = ['serious', 'caution', 'info'] as const
const orders = ['weight', 'newest'] as const
const mostCalls = 200

interface Filter {
  readonly state?: ReviewState | undefined
  readonly rule?: string | undefined
  readonly all: boolean
  readonly order: (typeof orders)[number]
}

/** Calls that the sampling plan drew or that have flags, the weightiest first. */
export function Queue({ place, onOpen, onListed }: CallListProps): ReactNode {
  const { connection } = useDesk()
  const [filter, setFilter] = useState<Filter>({ all: false, order: 'weight' })
  const load = useCallback(
    (signal: AbortSignal) => connection.call('review.queue', { ...filter, limit: mostCalls }, signal),
    [connection, filter],
  )
  const [remote] = useRemote(load, ['review.changed', 'call.phase'])
  const items = remote.kind === 'ready' ? remote.value.items : null
  useEffect(() => {
    if (items !== null) onListed(items.map(({ callId }) => ({ callId, flagId: null })))
  }, [items, onListed])
  return (
    <>
      <Filters filter={filter} onChange={setFilter} />
      <RemoteView remote={remote}>
        {({ items: calls, total }) =>
          calls.length === 0 ? (
            <p className="empty">{words.empty}</p>
          ) : (
            <ul className="quality-items" data-column-entry="" tabIndex={-1}>
              {calls.map((call) => (
                <li key={call.callId}>
                  <QueueItem
                    call={call}
                    isOpen={call.callId === place?.callId}
                    onOpen={() => onOpen({ callId: call.callId, flagId: null })}
                  />
                </li>
              ))}
              <li className="quality-count">{words.count(total)}</li>
            </ul>
          )
        }
      </RemoteView>
    </>
  )
}

interface FiltersProps {
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

function Filters({ filter, onChange }: FiltersProps): ReactNode {
  const rules = useRules()
  return (
    <div className="quality-filters">
      <select
        className="text-input"
        aria-label={words.state}
        value={filter.state ?? ''}
        onChange={({ target }) => {
          const state = reviewStateSchema.safeParse(target.value)
          onChange({ ...filter, state: state.data })
        }}
      >
        <option value="">{words.anyState}</option>
        {reviewStateSchema.options.map((state) => (
          <option key={state} value={state}>
            {words.states[state]}
          </option>
        ))}
      </select>
      <select
        className="text-input"
        aria-label={words.rule}
        value={filter.rule ?? ''}
        onChange={({ target }) =>
          onChange({ ...filter, rule: target.value === '' ? undefined : target.value })
        }
      >
        <option value="">{words.anyRule}</option>
        {rules.map(({ rule, title }) => (
          <option key={rule} value={rule}>
            {title}
          </option>
        ))}
      </select>
      <select
        className="text-input"
        aria-label={words.order}
        value={filter.order}
        onChange={({ target }) =>
          onChange({ ...filter, order: target.value === 'newest' ? 'newest' : 'weight' })
        }
      >
        {orders.map((order) => (
          <option key={order} value={order}>
            {words.orders[order]}
          </option>
        ))}
      </select>
      <label>
        <input
          type="checkbox"
          checked={filter.all}
          onChange={({ target }) => onChange({ ...filter, all: target.checked })}
        />
        {words.all}
      </label>
    </div>
  )
}

interface QueueItemProps {
  readonly call: ReviewSummary
  readonly isOpen: boolean
  readonly onOpen: () => void
}

function QueueItem({ call, isOpen, onOpen }: QueueItemProps): ReactNode {
  const counted = severities.filter((severity) => call.flags[severity] > 0)
  return (
    <button type="button" className="pick" aria-current={isOpen} onClick={onOpen}>
      <span className="quality-item-line">
        <b>
          {call.staffName} {call.staffNumber}
        </b>
        <span className="quality-soft">{words.states[call.state]}</span>
      </span>
      <span className="quality-item-line">
        <span className="quality-soft">
          {formatDateTime(call.startedAt)} · {formatClock(call.durationMs)}
        </span>
        {call.percent !== undefined && (
          <span className="quality-soft">{scoreText.percent(call.percent)}</span>
        )}
      </span>
      <span className="quality-item-line">
        <span className="quality-item-flags">
          {counted.length === 0 && <span className="quality-soft">{words.none}</span>}
          {counted.map((severity) => (
            <span key={severity}>
              <SeverityMark severity={severity} /> {call.flags[severity]}
            </span>
          ))}
          {call.open > 0 && <span className="quality-soft">{words.open(call.open)}</span>}
        </span>
      </span>
      <span className="quality-soft">
        {[
          ...call.reasons.map((reason) => words.reasons[reason]),
          ...(call.rehearsal ? [words.rehearsal] : []),
        ].join(' · ')}
      </span>
    </button>
  )
}
