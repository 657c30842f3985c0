import type { ReactNode } from 'react'
import { formatPhone } from '../../../format/phone.ts'
import { useCall, useDesk, useNow } from '../../../state/desk-context.ts'
import { commandText } from '../../../text/commands.ts'
import { text } from '../../../text/zh-CN.ts'
import { Button } from '../../../ui/button.tsx'
import { Scripts } from '../answers/scripts.tsx'

/** A call that rings: the number, how long it has been ringing, and the first sentence to say. */
export function Ringing(): ReactNode {
  const desk = useDesk()
  const stage = useCall((state) => state.stage)
  const now = useNow(200)
  if (stage.kind !== 'ringing' && stage.kind !== 'connecting') return null
  const number = stage.plan.callerNumber
  return (
    <main className="ringing" tabIndex={-1} data-column="start">
      <p className="ringing-state" role="alert">
        {stage.kind === 'ringing' ? text.call.ringing : text.call.connecting}
      </p>
      <p className="ringing-number">{number === undefined ? text.call.noNumber : formatPhone(number)}</p>
      {stage.kind === 'ringing' && (
        <>
          <p className="ringing-for">
            {text.call.ringFor(Math.max(0, Math.floor((now - stage.since) / 1000)))} · {text.call.limit}
          </p>
          <div className="ringing-actions">
            <Button kind="primary" keys={commandText.answer.key} onClick={() => void desk.calls.answer()}>
              {text.call.answer}
            </Button>
            <Button keys={commandText.decline.key} onClick={desk.calls.decline}>
              {text.call.decline}
            </Button>
          </div>
        </>
      )}
      <div className="ringing-script">
        <Scripts />
      </div>
    </main>
  )
}
