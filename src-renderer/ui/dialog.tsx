import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { text } from '../text/zh-CN.ts'
import { Kbd } from './kbd.tsx'
import { keepFocus } from './keep-focus.ts'
import './ui.css'

interface DialogProps {
  readonly title: string
  readonly wide?: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A modal dialog: the browser's own, which holds the focus, closes with Esc and gives the focus back. */
export function Dialog({ title, wide = false, onClose, children }: DialogProps): ReactNode {
  const element = useRef<HTMLDialogElement>(null)
  // Before it leaves the page, or closing it would not give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // The browser picks the first thing it finds, which is the way out; what the dialog is for comes first.
    dialog?.querySelector<HTMLElement>('.dialog-body :is(input, button, [role=tab][tabindex="0"])')?.focus()
    return () => {
      dialog?.close()
      keepFocus()
    }
  }, [])
  return (
    <dialog ref={element} className="dialog" data-wide={wide} aria-label={title} onCancel={onClose}>
      <div className="dialog-head">
        <h2>{title}</h2>
        <button type="button" className="button" data-kind="quiet" onClick={onClose}>
          {text.close} <Kbd keys="Esc" />
        </button>
      </div>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
