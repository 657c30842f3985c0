import { useEffect, type ReactNode } from 'react'
import { openCall } from '../../../state/call-store.ts'
import { useCall, useDesk, useSession, useUi } from '../../../state/desk-context.ts'
import { flagKey } from '#shared/domain/review/next-nudge.ts'
import { nudgeOf } from '../../../state/nudge.ts'
import { ruleName, text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/kbd.tsx'
import './nudge.css'

/** A nudge that nobody closes leaves by itself. */
const leavesAfterMs = 12_000

/** One slim line is read in this time. */
const readAfterMs = 4000

/** One slim line over the transcript: what was said, and what to say instead. */
export function Nudge(): ReactNode {
  const desk = useDesk()
  const call = useCall(openCall)
  const titles = useSession((state) => state.session?.pack.ruleTitles)
  const dial = useUi((state) => state.dial)
  const nudgesSeen = useUi((state) => state.nudgesSeen)
  const nudgesAsked = useUi((state) => state.nudgesAsked)
  const flag = nudgeOf(call, { dial, nudgesSeen, nudgesAsked })
  const key = flag === null ? null : flagKey(flag)
  useEffect(() => {
    if (key === null) return
    const since = performance.now()
    const timer = setTimeout(desk.closeNudge, leavesAfterMs)
    return () => {
      clearTimeout(timer)
      // It gave way to the citizen's words after it could be read: it does not come back after them.
      if (performance.now() - since >= readAfterMs) desk.closeNudge()
    }
  }, [desk, key])
  return (
    <div className="nudge-place" role="status">
      {flag !== null && (
        <div className="nudge">
          <Icon name="caution" />
          <b className="nudge-rule">{ruleName(flag.rule, titles)}</b>
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
