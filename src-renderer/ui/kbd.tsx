import type { ReactNode } from 'react'
import './ui.css'

/** A key or chord as printed on the keyboard. */
export function Kbd({ keys }: { readonly keys: string }): ReactNode {
  return keys === '' ? null : <kbd className="kbd">{keys}</kbd>
}
