import type { ReactNode } from 'react'
import { isEditableState, type SimilarTicket } from '#shared/contract/views.ts'
import { formatAgo } from '../../../format/ago.ts'
import { formatDateTime } from '../../../format/time.ts'
import { openCall } from '../../../state/call-store.ts'
import { useCall, useDesk, useNow, useTicket } from '../../../state/desk-context.ts'
import { headlineOf, isLinked, toggleLink } from '../../../state/similar-links.ts'
import { commandText } from '../../../text/commands.ts'
import { formText } from '../../../text/ticket-form.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import { useField } from './use-field.ts'

/** As many as can be taken in at a glance; one key links the others with them. */
const shown = 2

/** 疑似重复: earlier tickets about the same matter, over the submit bar; Alt+L links them all, or a press one. */
export function SimilarList(): ReactNode {
  const similar = useTicket((state) => state.ticket?.similar) ?? []
  const editable = useTicket((state) => state.ticket !== null && isEditableState(state.ticket.state))
  const linked = useField('linked').value ?? []
  if (!editable || similar.length === 0) return null
  const count = similar.filter((ticket) => isLinked(ticket, linked)).length
  const rest = similar.length - shown
  return (
    <section className="similar" aria-label={formText.similar.label}>
      <p className="similar-head" role="status">
        <Icon name={count > 0 ? 'check' : 'caution'} />
        <b>
          <Headline similar={similar} />
        </b>
        {count > 0 && <span className="similar-count">{formText.similar.linked(count)}</span>}
        {rest > 0 && <span>{formText.similar.more(rest)}</span>}
        <span className="similar-key">
          <Kbd keys={commandText.linkSimilar.key} />{' '}
          {count === similar.length ? formText.similar.unlink : formText.similar.link}
        </span>
      </p>
      <ul>
        {similar.slice(0, shown).map((ticket) => (
          <SimilarRow key={ticket.ticketId} ticket={ticket} linked={linked} />
        ))}
      </ul>
    </section>
  )
}

function Headline({ similar }: { readonly similar: readonly SimilarTicket[] }): ReactNode {
  const startedAt = useCall((state) => openCall(state)?.startedAt) ?? ''
  const now = useNow(60_000)
  const { sameCallerAt, nearby } = headlineOf(similar, startedAt)
  return [
    sameCallerAt === undefined ? [] : [formText.similar.sameCaller(formatAgo(sameCallerAt, now))],
    nearby === undefined ? [] : [formText.similar.nearby(nearby.hours, nearby.count)],
  ]
    .flat()
    .join('；')
}

function SimilarRow(props: {
  readonly ticket: SimilarTicket
  readonly linked: readonly string[]
}): ReactNode {
  const { ticket, linked } = props
  const desk = useDesk()
  const pressed = isLinked(ticket, linked)
  const reasons = ticket.reasons.map((reason) => formText.similar.reasons[reason]).join('、')
  const when = formatDateTime(ticket.at)
  const name = ticket.number ?? formText.linked.unnumbered(when)
  return (
    <li title={reasons}>
      <button
        type="button"
        className="similar-link"
        aria-pressed={pressed}
        aria-label={`${pressed ? formText.similar.unlink : formText.similar.link} ${name}`}
        onClick={() => desk.ticket.edit('linked', toggleLink(ticket, linked))}
      >
        {pressed ? formText.similar.unlink : formText.similar.link}
      </button>
      <span className="similar-number">{name}</span>
      {ticket.number !== undefined && <span>{when}</span>}
      <span className="similar-words">
        {ticket.summary}
        <small> {reasons}</small>
      </span>
    </li>
  )
}
