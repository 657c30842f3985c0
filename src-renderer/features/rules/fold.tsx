import { useState, type ReactNode } from 'react'

/** A part of the form that is only made while it is open: a rule may have hundreds of rows. */
export function Fold({
  title,
  opened = false,
  children,
}: {
  readonly title: string
  /** From the start. */
  readonly opened?: boolean
  readonly children: ReactNode
}): ReactNode {
  const [open, setOpen] = useState(opened)
  return (
    <details className="rules-fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {open && children}
    </details>
  )
}
