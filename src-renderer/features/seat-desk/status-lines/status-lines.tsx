import type { ReactNode } from 'react'
import { syncMessages } from '#shared/catalogue/errors.ts'
import { openCall } from '../../../state/call-store.ts'
import { useCall, useSession } from '../../../state/desk-context.ts'
import { startText } from '../../../text/start.ts'
import { text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'
import { NoticeLine } from '../../../ui/notice-line.tsx'

/** Lines under the top bar for what a person must know: no connection, no recognition, a call cut short, a notice. */
export function StatusLines(): ReactNode {
  return (
    <div role="status">
      <ConnectionLine />
      <RecogniserLine />
      <SyncLine />
      <InterruptedLine />
      <NoticeLine />
    </div>
  )
}

function ConnectionLine(): ReactNode {
  const connection = useSession((state) => state.connection)
  const known = useSession((state) => state.session !== null)
  if (connection === 'open') return null
  const words = {
    refused: text.connection.refused,
    lost: known ? text.connection.lost : text.connection.connecting,
    connecting: text.connection.connecting,
  }[connection]
  return <Line words={words} danger={connection === 'lost' && known} />
}

function RecogniserLine(): ReactNode {
  const state = useSession((all) => all.session?.recogniser.state)
  const note = useSession((all) => all.session?.recogniser.note)
  if (state !== 'failed' && state !== 'restarting') return null
  return <Line words={text.recogniser[state]} more={state === 'failed' ? note : undefined} />
}

function SyncLine(): ReactNode {
  const sync = useSession((all) => all.session?.sync)
  if (sync?.centre !== 'offline') return null
  // The usual trouble is what the line says already.
  const more = sync.trouble === syncMessages.unreachable ? undefined : sync.trouble
  return <Line words={text.sync.offline} more={more} />
}

function InterruptedLine(): ReactNode {
  const call = useCall(openCall)
  return call?.phase === 'interrupted' ? (
    <Line words={startText.interrupted} more={text.call.interruptedNote} />
  ) : null
}

interface LineProps {
  readonly words: string
  readonly more?: string | undefined
  /** Data may be lost: the other use of red. */
  readonly danger?: boolean
}

function Line({ words, more, danger = false }: LineProps): ReactNode {
  return (
    <div className="line" data-kind={danger ? 'danger' : 'caution'}>
      <Icon name="caution" />
      {words}
      {more !== undefined && more !== '' && <span className="soft">{more}</span>}
    </div>
  )
}
