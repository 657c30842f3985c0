import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import './tab-row.css'

interface TabRowProps<Name extends string> {
  readonly label: string
  readonly names: readonly Name[]
  readonly titles: Readonly<Record<Name, string>>
  readonly shown: Name
  /** The key that shows the tab at a place. */
  readonly keyOf?: (index: number) => string
  readonly onShow: (name: Name) => void
  /** Behind the last tab. */
  readonly children?: ReactNode
}

/** Pages side by side, of which one is shown. */
export function TabRow<Name extends string>(props: TabRowProps<Name>): ReactNode {
  const { label, names, titles, shown, keyOf, onShow, children } = props
  return (
    <nav className="tab-row" aria-label={label}>
      {names.map((name, index) => (
        <button
          key={name}
          type="button"
          className="tab"
          aria-current={name === shown ? 'page' : undefined}
          onClick={() => onShow(name)}
        >
          {titles[name]}
          {keyOf !== undefined && (
            <>
              {' '}
              <Kbd keys={keyOf(index)} />
            </>
          )}
        </button>
      ))}
      {children}
    </nav>
  )
}
