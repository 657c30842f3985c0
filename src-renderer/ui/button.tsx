import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import './ui.css'

interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: 'plain' | 'primary' | 'quiet'
  readonly keys?: string
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** A button with its key beside it. */
export function Button({
  children,
  kind = 'plain',
  keys = '',
  disabled = false,
  onClick,
}: ButtonProps): ReactNode {
  return (
    <button type="button" className="button" data-kind={kind} disabled={disabled} onClick={onClick}>
      {children}
      <Kbd keys={keys} />
    </button>
  )
}
