import { useEffect, type ReactNode } from 'react'
import { openCall } from '../../../state/call-store.ts'
import { useCall, useDesk, useUi } from '../../../state/desk-context.ts'
import { flagKey, nudgeOf } from '../../../state/nudge.ts'
import { ruleName, text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import './nudge.css'

/** A nudge that nobody closes leaves by itself. */
const leavesAfterMs = 12_000

/** One slim line over the transcript: what was said, and what to say instead. */
export function Nudge(): ReactNode {
  const desk = useDesk()
  const call = useCall(openCall)
  const dial = useUi((state) => state.dial)
  const seen = useUi((state) => state.nudgesSeen)
  const flag = nudgeOf(call, dial, seen)
  const key = flag === null ? null : flagKey(flag)
  useEffect(() => {
    if (key === null) return
    const timer = setTimeout(desk.closeNudge, leavesAfterMs)
    return () => clearTimeout(timer)
  }, [desk, key])
  return (
    <div className="nudge-place" role="status">
      {flag !== null && (
        <div className="nudge">
          <Icon name="caution" />
          <b className="nudge-rule">{ruleName(flag.rule)}</b>
          <span className="nudge-say">
            {flag.rewrite === '' ? flag.why : text.transcript.say(flag.rewrite)}
          </span>
          <button
            type="button"
            className="nudge-close"
            onClick={desk.closeNudge}
            aria-label={text.noticeClose}
          >
            <Kbd keys="Esc" />
          </button>
        </div>
      )}
    </div>
  )
}
