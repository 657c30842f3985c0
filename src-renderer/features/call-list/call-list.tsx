import { useEffect, useState, type ReactNode } from 'react'
import type { CallSummary } from '#shared/contract/views.ts'
import { formatPhone } from '../../format/phone.ts'
import { formatDateTime } from '../../format/time.ts'
import { useDesk, useSession } from '../../state/desk-context.ts'
import { explain } from '../../state/explain.ts'
import { callListText } from '../../text/start.ts'
import { text } from '../../text/zh-CN.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { isOfToday } from './of-today.ts'
import './call-list.css'

const mostCalls = 200

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'calls'; readonly calls: readonly CallSummary[] }

interface CallListProps {
  readonly onOpen: (callId: string) => void
  readonly onClose: () => void
}

/** Today's calls, and older ones that are still to be done, with how far their tickets have come; read again whenever something was sent or numbered. */
export function CallList({ onOpen, onClose }: CallListProps): ReactNode {
  const { connection } = useDesk()
  const sync = useSession((state) => state.session?.sync)
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' })
  useEffect(() => {
    const controller = new AbortController()
    connection.call('calls.list', { limit: mostCalls }, controller.signal).then(
      (calls) => setLoaded({ kind: 'calls', calls: calls.filter((call) => isOfToday(call, Date.now())) }),
      (error: unknown) => {
        if (!controller.signal.aborted) setLoaded({ kind: 'failed', reason: explain(error) })
      },
    )
    return () => controller.abort()
  }, [connection, sync])
  return (
    <Dialog title={callListText.title} wide onClose={onClose}>
      {loaded.kind === 'loading' && <p className="empty">{callListText.loading}</p>}
      {loaded.kind === 'failed' && <p className="empty">{callListText.failed(loaded.reason)}</p>}
      {loaded.kind === 'calls' && <Calls calls={loaded.calls} onOpen={onOpen} />}
    </Dialog>
  )
}

interface CallsProps {
  readonly calls: readonly CallSummary[]
  readonly onOpen: (callId: string) => void
}

function Calls({ calls, onOpen }: CallsProps): ReactNode {
  if (calls.length === 0) return <p className="empty">{callListText.empty}</p>
  const { columns } = callListText
  return (
    <table className="calls">
      <thead>
        <tr>
          {Object.values(columns).map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th aria-label={callListText.open} />
        </tr>
      </thead>
      <tbody>
        {calls.map((call, index) => (
          <tr key={call.callId}>
            <td>{formatDateTime(call.startedAt)}</td>
            <td>{call.callerNumber === undefined ? text.call.noNumber : formatPhone(call.callerNumber)}</td>
            <td>{call.contactName}</td>
            <td>{call.turns}</td>
            <td className="calls-state" data-state={call.state}>
              {call.phase === 'live' ? text.call.live : text.states[call.state]}
            </td>
            <td>{call.number}</td>
            <td>
              <Button kind="quiet" autoFocus={index === 0} onClick={() => onOpen(call.callId)}>
                {callListText.open}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
