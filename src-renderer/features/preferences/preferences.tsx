import { useEffect, type ReactNode } from 'react'
import { correctionModes } from '#shared/contract/views.ts'
import { useDesk, useSession } from '../../state/desk-context.ts'
import { preferencesText } from '../../text/preferences.ts'
import { Choices } from '../../ui/choices.tsx'
import './preferences.css'

const { modes } = preferencesText

/** 偏好: what the person at this seat decides about the words. */
export function Preferences(): ReactNode {
  const { settings: actions } = useDesk()
  const settings = useSession((state) => state.settings)
  useEffect(() => void actions.load(), [actions])
  return (
    <section className="preferences">
      <h3>{preferencesText.correction}</h3>
      <Choices
        label={preferencesText.correction}
        choices={correctionModes.map((mode) => ({ value: mode, label: modes[mode].label }))}
        value={settings?.correction ?? null}
        disabled={settings === null}
        onChange={(correction) => void actions.change({ correction })}
      />
      <dl className="preferences-modes">
        {correctionModes.map((mode) => (
          <div key={mode} data-chosen={settings?.correction === mode}>
            <dt>{modes[mode].label}</dt>
            <dd>{modes[mode].note}</dd>
          </div>
        ))}
      </dl>
      <p className="preferences-note">{preferencesText.fromNowOn}</p>
    </section>
  )
}
