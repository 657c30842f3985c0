import type { ReactNode } from 'react'
import type { RuleTrial } from '#shared/contract/rulebook-views.ts'
import { formatDateTime } from '../../format/time.ts'
import { rulesText } from '../../text/rules.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'

const { bench: words } = rulesText

type Call = RuleTrial['calls'][number]

/** What the rule flags before and after, counted and turn by turn. */
export function TrialResult({ trial }: { readonly trial: RuleTrial }): ReactNode {
  const { flags, confirmed, dismissed } = trial
  const found = trial.calls.filter((call) => call.flags.length > 0)
  return (
    <div className="rules-result">
      <p>
        <b>{words.flags(flags.before, flags.after)}</b>
      </p>
      {confirmed.before + confirmed.after > 0 && <p>{words.confirmed(confirmed.before, confirmed.after)}</p>}
      {dismissed.before + dismissed.after > 0 && <p>{words.dismissed(dismissed.before, dismissed.after)}</p>}
      {found.length === 0 && <p className="rules-soft">{words.clean}</p>}
      {found.map((call, index) => (
        <TriedCall key={call.callId ?? index} call={call} />
      ))}
    </div>
  )
}

function TriedCall({ call }: { readonly call: Call }): ReactNode {
  return (
    <section>
      <h4>
        {call.startedAt === undefined
          ? words.pasted
          : words.call(formatDateTime(call.startedAt), call.staffName ?? '', call.turns.length)}
      </h4>
      <ul>
        {call.flags.map((flag) => (
          <li key={flag.turn} className="rules-tried" data-change={flag.change}>
            <span className="rules-change">{words.changes[flag.change]}</span>
            <SeverityMark severity={flag.severity} />
            <span>
              <Context call={call} turn={flag.turn - 1} />
              <Quoted text={call.turns[flag.turn]?.text ?? ''} quote={flag.quote} />
              <span className="rules-soft">
                {flag.why}
                {flag.standing !== undefined && `（${words.standings[flag.standing]}）`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was said just before: many a rule hangs on it. */
function Context({ call, turn }: { readonly call: Call; readonly turn: number }): ReactNode {
  const said = call.turns[turn]
  if (said === undefined) return null
  return (
    <span className="rules-soft rules-context">
      {words.speakers[said.speaker]}：{said.text}
    </span>
  )
}

function Quoted({ text, quote }: { readonly text: string; readonly quote: string }): ReactNode {
  const from = quote === '' ? -1 : text.indexOf(quote)
  if (from === -1) return <span className="rules-context">{text}</span>
  return (
    <span className="rules-context">
      {text.slice(0, from)}
      <mark>{quote}</mark>
      {text.slice(from + quote.length)}
    </span>
  )
}
