import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import './choice-menu.css'

export interface MenuChoice {
  readonly key: string
  readonly words: string
  /** What kind of words these are. */
  readonly note?: string
  readonly run: () => void
}

interface ChoiceMenuProps {
  readonly label: string
  readonly className: string
  readonly title: string
  readonly choices: readonly MenuChoice[]
  /** The choice that holds now. */
  readonly current: string
  readonly onEnter?: () => void
  readonly onLeave?: () => void
  readonly children: ReactNode
}

/**
 * Words that open a small menu by a click or Enter; Esc, a choice or a click elsewhere closes it, and the words have the focus
 * again. The menu is the browser's own popover: it lies over everything and gives the focus back by itself.
 */
export function ChoiceMenu(props: ChoiceMenuProps): ReactNode {
  const { choices, current, onEnter, onLeave } = props
  const trigger = useRef<HTMLSpanElement>(null)
  const menu = useRef<HTMLSpanElement>(null)
  const [isOpen, setOpen] = useState(false)

  function open(): void {
    const element = menu.current
    if (element === null || trigger.current === null) return
    element.showPopover()
    placeBeside(element, trigger.current.getBoundingClientRect())
    const items = itemsOf(element)
    ;(items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus()
  }

  return (
    <>
      <span
        ref={trigger}
        role="button"
        tabIndex={-1}
        className={props.className}
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        data-stop=""
        data-menu=""
        title={props.title}
        onPointerEnter={onEnter}
        onPointerLeave={onLeave}
        onFocus={onEnter}
        onBlur={onLeave}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          open()
        }}
      >
        {props.children}
      </span>
      <span
        ref={menu}
        popover="auto"
        role="menu"
        aria-label={props.label}
        className="choice-menu"
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => onMenuKey(event)}
      >
        {choices.map(({ key, words, note, run }) => (
          <button
            key={key}
            type="button"
            role="menuitemradio"
            aria-checked={key === current}
            className="choice-line"
            tabIndex={-1}
            onClick={() => {
              menu.current?.hidePopover()
              run()
            }}
          >
            <span>{words}</span>
            <small>{note}</small>
          </button>
        ))}
      </span>
    </>
  )
}

const gap = 4

/** Under the words where there is room, else above them. */
function placeBeside(menu: HTMLElement, words: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect()
  const below = words.bottom + gap
  const top = below + height <= window.innerHeight ? below : Math.max(gap, words.top - gap - height)
  menu.style.top = `${top}px`
  menu.style.left = `${Math.max(gap, Math.min(words.left, window.innerWidth - width - gap))}px`
}

const itemsOf = (menu: HTMLElement): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role="menuitemradio"]'),
]

/** No key of an open menu is any other's: ↑ and ↓ go round, the browser presses with Enter and Space and closes with Esc. */
function onMenuKey(event: KeyboardEvent<HTMLElement>): void {
  event.stopPropagation()
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (event.key === 'Tab') event.preventDefault()
  if (step === undefined) return
  event.preventDefault()
  const items = itemsOf(event.currentTarget)
  const now = items.findIndex((item) => item === document.activeElement)
  items[(now + step + items.length) % items.length]?.focus()
}
