import type { ReactNode } from 'react'
import { Kbd } from './kbd.tsx'
import './ui.css'

interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: 'plain' | 'primary' | 'quiet'
  readonly keys?: string
  readonly disabled?: boolean
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean
  readonly onClick: () => void
}

/** A button with its key beside it. */
export function Button({
  children,
  kind = 'plain',
  keys = '',
  disabled = false,
  autoFocus = false,
  onClick,
}: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="button"
      data-kind={kind}
      disabled={disabled}
      autoFocus={autoFocus}
      onClick={onClick}
    >
      {children}
      <Kbd keys={keys} />
    </button>
  )
}
