import type { ReactNode } from 'react'
import { knowledgeText as sharedText } from '#shared/catalogue/knowledge.ts'
import { entryStates } from '#shared/domain/knowledge/entry.ts'
import { isComposing } from '../../../ui/composing.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { knowledgeText } from '../../../text/knowledge.ts'
import { listOrders, noFilter, type ListOrder } from '../state/bench-store.ts'
import { useBench, useBenchState } from '../state/bench.ts'
import { scopeOf, scopes } from './scopes.ts'
import { entrySearchId } from './search-id.ts'

const { list: words } = knowledgeText

/** What narrows the list: words, a quick choice, states, and the order. */
export function ListHead(): ReactNode {
  const bench = useBench()
  const { filter, order, states } = useBenchState((state) => state.list)
  const toApprove = useBenchState((state) => state.toApprove)
  const shown = scopeOf(filter)
  return (
    <div className="list-head">
      <div className="search" role="search">
        <input
          id={entrySearchId}
          type="search"
          className="search-input"
          aria-label={words.search}
          placeholder={words.searchHint}
          maxLength={200}
          value={filter.text}
          onChange={(event) => bench.list.narrow({ text: event.target.value })}
          onKeyDown={(event) => {
            if (isComposing(event.nativeEvent)) return
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault()
              document.querySelector<HTMLElement>('.entry-list')?.focus()
            }
          }}
        />
        <Kbd keys="/" />
      </div>
      <div className="list-scopes" role="group" aria-label={words.scope}>
        {scopes.map(({ name, filter: part }) => (
          <button
            key={name}
            type="button"
            className="chip"
            aria-pressed={name === shown}
            onClick={() =>
              bench.list.narrow({
                ...noFilter,
                expiringDays: undefined,
                text: filter.text,
                category: filter.category,
                ...part,
              })
            }
          >
            {words.scopes[name]}
            {name === 'approve' && toApprove > 0 && <b> {toApprove}</b>}
          </button>
        ))}
      </div>
      <div className="list-scopes">
        {entryStates.map((state) => (
          <label key={state} className="chip-tick">
            <input
              type="checkbox"
              checked={filter.states.includes(state)}
              onChange={(event) =>
                bench.list.narrow({
                  states: event.target.checked
                    ? [...filter.states, state]
                    : filter.states.filter((other) => other !== state),
                })
              }
            />
            {sharedText.states[state]} {states?.[state] ?? ''}
          </label>
        ))}
        <select
          className="list-order"
          aria-label={words.order}
          value={order}
          onChange={(event) => bench.list.order(event.target.value as ListOrder)}
        >
          {listOrders.map((name) => (
            <option key={name} value={name}>
              {words.orders[name]}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
