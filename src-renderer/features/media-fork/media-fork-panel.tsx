import { useEffect, useState, type ReactNode } from 'react'
import type { MediaForkView } from '#shared/contract/views.ts'
import { formatPhone } from '../../format/phone.ts'
import { useDesk } from '../../state/desk-context.ts'
import { mediaForkText as words } from '../../text/media-fork.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import './media-fork.css'

/** 话务平台接入: where the switch connects to, and whether it does. For whoever sets the seat up. */
export function MediaForkPanel(): ReactNode {
  const view = useMediaFork()
  if (view === null) return null
  return (
    <section className="media-fork">
      <h3>{words.title}</h3>
      <p className="media-fork-note">{stateWords(view)}</p>
      {view.trouble !== undefined && (
        <p className="media-fork-trouble" role="alert">
          <Icon name="caution" /> {view.trouble}
        </p>
      )}
      <dl className="media-fork-facts">
        {view.address !== undefined && <Fact name={words.address}>{view.address}</Fact>}
        {view.state === 'listening' && view.token !== undefined && <Token token={view.token} />}
        {view.forks.map(({ forkId, callerNumber, format }) => (
          <Fact key={forkId} name={words.format}>
            {format}
            {callerNumber !== undefined && ` · ${formatPhone(callerNumber)}`}
          </Fact>
        ))}
      </dl>
    </section>
  )
}

/** The door as it is now; null until it was asked for. */
function useMediaFork(): MediaForkView | null {
  const desk = useDesk()
  const [view, setView] = useState<MediaForkView | null>(null)
  useEffect(() => {
    const stop = desk.connection.on('mediaFork.changed', setView)
    desk.connection.call('mediaFork.get', {}).then(setView, desk.fail)
    return stop
  }, [desk])
  return view
}

function stateWords({ state, forks }: MediaForkView): string {
  return state === 'listening' && forks.length > 0 ? words.connected : words[state]
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Shown only when asked for: people stand behind a seat. */
function Token({ token }: { readonly token: string }): ReactNode {
  const [shown, setShown] = useState(false)
  return (
    <Fact name={words.token}>
      <code>{shown ? token : words.hidden}</code>
      <Button onClick={() => setShown(!shown)}>{shown ? words.hide : words.show}</Button>
    </Fact>
  )
}
