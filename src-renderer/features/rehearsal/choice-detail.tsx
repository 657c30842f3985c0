import { useState, type ReactNode } from 'react'
import type { RehearsalChoice } from '#shared/contract/rehearsal-views.ts'
import { formatPhone } from '../../format/phone.ts'
import { formatClock } from '../../format/time.ts'
import { useDesk } from '../../state/desk-context.ts'
import { rehearsalDeskText } from '../../text/rehearsal.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/choices.tsx'
import { Column } from '../../ui/column.tsx'
import { startRehearsal } from './start-rehearsal.ts'

const { choice: words } = rehearsalDeskText

const modes = (['typed', 'spoken'] as const).map((value) => ({ value, label: words.modes[value] }))

/** What one may know before the call, how to answer it, and the button that lets it ring. */
export function ChoiceDetail({ choice }: { readonly choice: RehearsalChoice | null }): ReactNode {
  const desk = useDesk()
  const [mode, setMode] = useState<'typed' | 'spoken'>('typed')
  if (choice === null) {
    return (
      <Column name="choice" title={words.title}>
        <p className="empty">{words.none}</p>
      </Column>
    )
  }
  const { title, about, callerNumber, durationMs, of, compared } = choice
  return (
    <Column name="choice" title={words.title}>
      <div className="rehearsal-detail" data-column-entry="" tabIndex={-1}>
        <h3>{title}</h3>
        <p>{about}</p>
        <p className="soft">
          {[
            callerNumber === undefined ? undefined : words.caller(formatPhone(callerNumber)),
            durationMs === undefined ? undefined : words.length(formatClock(durationMs)),
            of === 'recording' ? words.heard : words.read,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
        <p className="soft">{compared ? words.compared : words.notCompared}</p>
        <h4>{words.how}</h4>
        <Choices label={words.how} choices={modes} value={mode} onChange={setMode} />
        <p className="soft">{mode === 'spoken' ? words.spokenNote : words.typedNote}</p>
        <p>
          <Button
            kind="primary"
            onClick={() => void startRehearsal(desk, { ...choice, spoken: mode === 'spoken', callerNumber })}
          >
            {words.start}
          </Button>
        </p>
      </div>
    </Column>
  )
}
