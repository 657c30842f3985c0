import type { ReactNode } from 'react'
import type { AnswerHitView } from '#shared/contract/views.ts'
import type { SpokenDifference } from '#shared/domain/answers/spoken-differs.ts'
import { plainWords } from '../../../format/markdown.ts'
import { firstSentences, markWords } from '../../../format/text.ts'
import { daysUntil } from '../../../format/time.ts'
import { citationOf } from '../../../state/answers-store.ts'
import { useAnswers, useDesk, useNow, useTicket } from '../../../state/desk-context.ts'
import { commandText } from '../../../text/commands.ts'
import { seatAnswersText } from '../../../text/seat-answers.ts'
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
  /** A number that the seat said otherwise just now. */
  readonly differs: SpokenDifference | undefined
}

/** One standard answer: its first two sentences or all of it, how long it is valid, and the key that marks it as read out. */
export function AnswerCard({ hit, place, expanded, differs }: AnswerCardProps): ReactNode {
  const desk = useDesk()
  const read = useTicket((state) => state.ticket?.answersRead.some((id) => isOf(id, hit)) ?? false)
  const canRead = useTicket((state) => state.ticket !== null)
  const words = plainWords(hit.answer)
  const short = firstSentences(words, sentencesShown)
  const longer = short.length < words.length
  return (
    <li
      className="answer"
      data-answer={hit.id}
      data-read={read}
      onFocus={() => desk.stores.answers.setState({ focusedId: hit.id })}
      onBlur={() => desk.stores.answers.setState({ focusedId: null })}
    >
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
        <Marked words={expanded ? words : short} matched={hit.matched} />
      </p>
      {differs !== undefined && (
        <p className="answer-soon" role="status">
          <Icon name="caution" /> {seatAnswersText.differs(differs.spoken, differs.written)}
        </p>
      )}
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
        <Marks hit={hit} place={place} />
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

/** Whether what a ticket cites is this answer, in whatever version. */
function isOf(cited: string, { id }: Pick<AnswerHitView, 'id'>): boolean {
  return cited === id || cited.startsWith(`${id}@`)
}

/** What the seat can say against the answer, or has said; and the way to the whole entry. */
function Marks({ hit, place }: { readonly hit: AnswerHitView; readonly place: number }): ReactNode {
  const desk = useDesk()
  const words = seatAnswersText
  const marked = useAnswers((state) => state.marks[citationOf(hit)])
  // The keys are meant for the first answer unless another has the focus: shown once, they do not crowd the column.
  const key = (keys: string): ReactNode => place === 1 && <Kbd keys={keys} />
  return (
    <>
      <button type="button" className="answer-mark" onClick={() => void desk.answers.openWhole(hit.id)}>
        {words.whole} {key(commandText.wholeAnswer.key)}
      </button>
      {marked !== undefined ? (
        <span className="answer-soon">{words.marked[marked]}</span>
      ) : (
        <>
          <button type="button" className="answer-mark" onClick={() => void desk.answers.mark(hit, 'wrong')}>
            {words.wrong} {key(commandText.wrong.key)}
          </button>
          <button
            type="button"
            className="answer-mark"
            onClick={() => void desk.answers.mark(hit, 'expired')}
          >
            {words.expired} {key(commandText.outdated.key)}
          </button>
        </>
      )}
    </>
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
