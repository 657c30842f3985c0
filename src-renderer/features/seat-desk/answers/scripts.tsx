import { useState, type ReactNode } from 'react'
import { currentScript, momentOf } from '../../../state/answers-store.ts'
import { openCall } from '../../../state/call-store.ts'
import { useAnswers, useCall, useDesk, useTicket } from '../../../state/desk-context.ts'
import { commandText } from '../../../text/commands.ts'
import { text } from '../../../text/zh-CN.ts'
import { Kbd } from '../../../ui/kbd.tsx'

/** The words to say at this moment of the call, and all scripts in a small list. */
export function Scripts(): ReactNode {
  const desk = useDesk()
  const answers = useAnswers((state) => state)
  const call = useCall(openCall)
  const ticket = useTicket((state) => state.ticket)
  const [open, setOpen] = useState(false)
  const script = currentScript(answers, call, ticket)
  if (answers.scripts.length === 0) return <p className="answers-none">{text.scripts.none}</p>
  return (
    <section className="scripts" aria-label={text.scripts.all}>
      {script !== null && (
        <div className="script">
          <p className="script-head">
            <span>{text.scripts.phases[script.phase]}</span>
            <Kbd keys={commandText.script.key} />
            {script.title !== text.scripts.phases[script.phase] && <span>{script.title}</span>}
            <button type="button" className="script-all" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? text.scripts.hide : text.scripts.all}
            </button>
          </p>
          <p className="script-words" aria-live="polite">
            {script.text}
          </p>
        </div>
      )}
      {(open || script === null) && (
        <ul className="script-list">
          {answers.scripts.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className="script-item"
                aria-pressed={item.id === script?.id}
                onClick={() => desk.answers.choose(item.id, momentOf(call, ticket))}
              >
                <span className="script-phase">{text.scripts.phases[item.phase]}</span>
                {item.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
