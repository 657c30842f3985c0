import type { ReactNode } from 'react'
import { commandText, paletteText, placeKeys } from '../../text/commands.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import './key-help.css'

/** Every key of the desk on one page. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }): ReactNode {
  const everywhere = Object.values(commandText).filter((command) => command.key !== '')
  return (
    <Dialog title={commandText.keyHelp.title} wide onClose={onClose}>
      {/* With the focus in it the arrow keys scroll: there is nothing else to focus. */}
      <div className="key-help" role="region" aria-label={commandText.keyHelp.title} tabIndex={0}>
        <KeyGroup title={paletteText.everywhere} keys={everywhere} />
        <KeyGroup title={paletteText.placeTitle} keys={placeKeys} />
      </div>
    </Dialog>
  )
}

interface KeyGroupProps {
  readonly title: string
  readonly keys: readonly { readonly key: string; readonly title: string }[]
}

function KeyGroup({ title, keys }: KeyGroupProps): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="key-list">
        {keys.map((entry) => (
          <div key={entry.key + entry.title} className="key-entry">
            <dt>
              <Kbd keys={entry.key} />
            </dt>
            <dd>{entry.title}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
