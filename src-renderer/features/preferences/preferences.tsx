import { useEffect, type ReactNode } from 'react'
import { correctionModes } from '#shared/contract/views.ts'
import { dials } from '#shared/domain/review/next-nudge.ts'
import { useDesk, useSession, useUi } from '../../state/desk-context.ts'
import { preferencesText } from '../../text/preferences.ts'
import { text } from '../../text/zh-CN.ts'
import { Choices } from '../../ui/choices.tsx'
import './preferences.css'

const { modes, dials: dialWords } = preferencesText

/** 偏好: what the person at this seat decides about the words. */
export function Preferences(): ReactNode {
  const { settings: actions } = useDesk()
  const settings = useSession((state) => state.settings)
  useEffect(() => void actions.load(), [actions])
  return (
    <section className="preferences">
      <DialChoice />
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

/** 提示强度: the seat's own; it changes nothing in what is recorded. */
function DialChoice(): ReactNode {
  const { ui } = useDesk().stores
  const dial = useUi((state) => state.dial)
  return (
    <>
      <h3>{preferencesText.dial}</h3>
      <Choices
        label={preferencesText.dial}
        choices={dials.map((value) => ({ value, label: text.dial[value] }))}
        value={dial}
        onChange={(value) => ui.setState({ dial: value })}
      />
      <p className="preferences-note">{dialWords[dial]}</p>
    </>
  )
}
