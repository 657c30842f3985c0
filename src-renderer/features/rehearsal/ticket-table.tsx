import type { ReactNode } from 'react'
import type { RehearsalReport } from '#shared/contract/rehearsal-views.ts'
import { formatFieldValue } from '../../format/field-value.ts'
import { rehearsalDeskText } from '../../text/rehearsal.ts'
import { text } from '../../text/zh-CN.ts'

const { report: words } = rehearsalDeskText

/** The ticket as it was filled beside the one that the script lets the seat find out. */
export function TicketTable({ report: { ticket, number } }: { readonly report: RehearsalReport }): ReactNode {
  return (
    <section>
      <p className="soft">{number === undefined ? words.notSubmitted : words.submitted(number)}</p>
      {ticket === undefined ? (
        <p className="soft">{words.ticketNone}</p>
      ) : (
        <table className="rehearsal-table">
          <thead>
            <tr>
              <th scope="col">{words.columns.field}</th>
              <th scope="col">{words.columns.filled}</th>
              <th scope="col">{words.columns.expected}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {ticket.map(({ field, filled, expected, match }) => (
              <tr key={field} data-match={match}>
                <th scope="row">{text.fields[field]}</th>
                <td>{formatFieldValue(field, filled) || words.nothing}</td>
                <td>{formatFieldValue(field, expected) || words.nothing}</td>
                <td className="rehearsal-match">{words.match[match]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
