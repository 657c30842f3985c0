import type { ReactNode } from 'react'
import './ui.css'

interface ColumnProps {
  readonly name: string
  readonly title: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** A column of the desk. F6 goes to what carries `data-column-entry` in it. */
export function Column({ name, title, note, children }: ColumnProps): ReactNode {
  return (
    <section className="column" data-column={name} aria-label={title}>
      <div className="column-head">
        <h2>{title}</h2>
        <span className="column-note">{note}</span>
      </div>
      {children}
    </section>
  )
}
