import type { ReactNode } from 'react'
import type { ReviewCall, ReviewFlag } from '#shared/contract/review-views.ts'
import { formatDateTime } from '../../format/time.ts'
import { qualityText } from '../../text/quality.ts'
import { Button } from '../../ui/button.tsx'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { AppealPanel } from './appeal-panel.tsx'
import { PrecisionBar } from './precision-bar.tsx'
import type { Review } from './use-review.ts'
import { useRules } from './use-rules.ts'
import { VerdictForm } from './verdict-form.tsx'

const { flag: words } = qualityText

interface FlagPanelProps {
  readonly call: ReviewCall
  readonly flag: ReviewFlag | null
  readonly review: Review
  readonly onPlay: () => void
  readonly onJudged: () => void
}

/** One flag: why it was raised, what was said of it, and the verdict. */
export function FlagPanel(props: FlagPanelProps): ReactNode {
  const { call, flag, onPlay } = props
  const ordered = call.marks.toSorted((left, right) => left.startMs - right.startMs)
  const place = ordered.findIndex(({ flagId }) => flagId === flag?.flagId)
  return (
    <>
      <div className="column-head">
        <h2>{words.title}</h2>
        {place >= 0 && <span className="column-note">{words.place(place + 1, ordered.length)}</span>}
      </div>
      {flag === null ? (
        <p className="empty">{call.marks.length === 0 ? words.noFlags : words.none}</p>
      ) : (
        <div className="quality-card">
          <div className="quality-card-head">
            <h3>{flag.title}</h3>
            <SeverityMark severity={flag.severity} words />
            <span className="quality-standing">{words.standings[flag.standing]}</span>
          </div>
          <Origin flag={flag} />
          {flag.quote !== '' && <p>“{flag.quote}”</p>}
          {flag.why !== '' && <p className="quality-soft">{flag.why}</p>}
          {flag.clause !== undefined && flag.clause !== '' && (
            <p className="quality-soft">{words.clause(flag.clause)}</p>
          )}
          {flag.rewrite !== '' && <p>{words.say(flag.rewrite)}</p>}
          {call.playable && (
            <Button keys="Enter" onClick={onPlay}>
              {words.play}
            </Button>
          )}
          <Verdicts flag={flag} />
          {flag.may.judge && <VerdictForm {...props} flag={flag} />}
          {flag.appeal !== undefined && (
            <AppealPanel call={call} flag={flag} appeal={flag.appeal} review={props.review} />
          )}
          <Precision flag={flag} />
        </div>
      )}
    </>
  )
}

function Origin({ flag }: { readonly flag: ReviewFlag }): ReactNode {
  const notes = [
    ...(flag.silent ? [words.silent] : []),
    ...(flag.origin === 'reviewer' ? [words.byReviewer] : []),
    ...(flag.raisedAs === undefined ? [] : [words.raisedAs(flag.raisedAs)]),
  ]
  return notes.length === 0 ? null : <p className="quality-soft">{notes.join(' · ')}</p>
}

function Verdicts({ flag }: { readonly flag: ReviewFlag }): ReactNode {
  if (flag.verdicts.length === 0) return null
  return (
    <ul className="quality-record">
      {flag.verdicts.map(({ reviewer, at, decision, reason }, index) => (
        <li key={index}>
          {words.verdictBy(reviewer, formatDateTime(at), words.decisions[decision], reason)}
        </li>
      ))}
    </ul>
  )
}

function Precision({ flag }: { readonly flag: ReviewFlag }): ReactNode {
  const standing = useRules().find(({ rule }) => rule === flag.rule)
  if (standing === undefined) return null
  return (
    <div className="quality-precision">
      <span className="quality-soft">{words.precision(standing.title)}</span>
      <PrecisionBar standing={standing} />
    </div>
  )
}
