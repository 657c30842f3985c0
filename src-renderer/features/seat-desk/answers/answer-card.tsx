import type { ReactNode } from 'react'
import type { AnswerHitView } from '#shared/contract/views.ts'
import { firstSentences, markWords } from '../../../format/text.ts'
import { daysUntil } from '../../../format/time.ts'
import { useDesk, useNow, useTicket } from '../../../state/desk-context.ts'
import { text } from '../../../text/zh-CN.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Kbd } from '../../../ui/kbd.tsx'

const sentencesShown = 2
/** From this many days before the end on the date is said in amber. */
const soonDays = 30

interface AnswerCardProps {
  readonly hit: AnswerHitView
  /** 1–3, the digit of its key. */
  readonly place: number
  readonly expanded: boolean
}

/** One standard answer: its first two sentences or all of it, how long it is valid, and the key that marks it as read out. */
export function AnswerCard({ hit, place, expanded }: AnswerCardProps): ReactNode {
  const desk = useDesk()
  const read = useTicket((state) => state.ticket?.answersRead.includes(hit.id) ?? false)
  const canRead = useTicket((state) => state.ticket !== null)
  const short = firstSentences(hit.answer, sentencesShown)
  const longer = short.length < hit.answer.trim().length
  return (
    <li className="answer" data-answer={hit.id} data-read={read}>
      <h3>
        <button
          type="button"
          className="answer-title"
          aria-expanded={expanded}
          onClick={() => desk.answers.toggle(hit.id)}
          {...(place === 1 ? { 'data-column-entry': '' } : {})}
        >
          <Kbd keys={String(place)} />
          <Marked words={hit.title} matched={hit.matched} />
        </button>
      </h3>
      <p className="answer-words">
        <Marked words={expanded ? hit.answer : short} matched={hit.matched} />
      </p>
      <div className="answer-foot">
        {read ? (
          <span className="answer-read">
            <Icon name="check" /> {text.answers.read}
          </span>
        ) : (
          canRead && (
            <button type="button" className="answer-mark" onClick={() => void desk.ticket.markRead(hit.id)}>
              {text.answers.markRead} <Kbd keys={`Alt ${place}`} />
            </button>
          )
        )}
        {longer && (
          <button type="button" className="answer-mark" onClick={() => desk.answers.toggle(hit.id)}>
            {expanded ? text.answers.less : text.answers.more}
          </button>
        )}
        {hit.expires !== undefined && <Validity day={hit.expires} />}
        {hit.source !== undefined && hit.source !== '' && (
          <span className="answer-source" title={hit.source}>
            {text.answers.source(hit.source)}
          </span>
        )}
      </div>
    </li>
  )
}

function Marked({
  words,
  matched,
}: {
  readonly words: string
  readonly matched: readonly string[]
}): ReactNode {
  return (
    <span>
      {markWords(words, matched).map((piece, index) =>
        piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text,
      )}
    </span>
  )
}

function Validity({ day }: { readonly day: string }): ReactNode {
  const days = daysUntil(day, useNow(60_000))
  if (days < 0) {
    return (
      <span className="answer-soon">
        <Icon name="caution" /> {text.answers.expired}
      </span>
    )
  }
  return (
    <>
      <span>{text.answers.validUntil(day)}</span>
      {days <= soonDays && (
        <span className="answer-soon">
          <Icon name="caution" /> {text.answers.expiresSoon(days)}
        </span>
      )}
    </>
  )
}
