import { useId, type ReactNode } from 'react'
import type { CallFlag } from '../../../state/call-store.ts'
import { useSession } from '../../../state/desk-context.ts'
import { ruleName, text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'

interface FlagMarkProps {
  readonly flag: CallFlag
  readonly onDismiss: (flag: CallFlag) => void
}

/** A wording rule's name after the words it found; reason and better words while it has the focus or the pointer. */
export function FlagMark({ flag, onDismiss }: FlagMarkProps): ReactNode {
  const reason = useId()
  const titles = useSession((state) => state.session?.pack.ruleTitles)
  return (
    <span className="flag">
      <button
        type="button"
        className="flag-name"
        tabIndex={-1}
        data-stop=""
        aria-describedby={reason}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onDismiss(flag)
        }}
      >
        <Icon name="caution" />
        {ruleName(flag.rule, titles)}
      </button>
      <span className="flag-reason" role="tooltip" id={reason}>
        <span>{flag.why}</span>
        {flag.rewrite !== '' && <span className="flag-say">{text.transcript.say(flag.rewrite)}</span>}
        <span className="flag-foot">
          {flag.clause !== undefined && flag.clause !== '' && `${flag.clause} · `}
          {text.transcript.dismissHint}
        </span>
      </span>
    </span>
  )
}
