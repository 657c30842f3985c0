import type { ReactNode } from 'react'
import type { EntryRow } from '#shared/contract/knowledge-views.ts'
import { daysUntil, formatDateTime } from '../../../format/time.ts'
import { useNow } from '../../../state/desk-context.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useBench } from '../state/bench.ts'
import { StateMark } from '../state-mark.tsx'

const { list: words } = knowledgeText
/** From this many days before the end on the date is said in amber. */
const soonDays = 30

interface EntryRowProps {
  readonly id: string
  readonly top: number
  readonly place: number
  readonly total: number
  /** Undefined until it is read. */
  readonly row: EntryRow | undefined
  readonly atCursor: boolean
  readonly open: boolean
  readonly selected: boolean
  readonly unsaved: boolean
}

/** One entry of the list: title and state above, what is to be known about it below. */
export function EntryRowView({ row, id, top, place, total, ...marks }: EntryRowProps): ReactNode {
  const bench = useBench()
  if (row === undefined) return <div className="entry-row" style={{ top }} aria-hidden />
  const act = (select: boolean): void => {
    bench.list.moveTo(place)
    if (select) bench.list.toggle(row.entryId)
    else void bench.entry.open(row.entryId)
  }
  return (
    <div
      id={id}
      className="entry-row"
      role="option"
      aria-selected={marks.selected}
      aria-setsize={total}
      aria-posinset={place + 1}
      data-cursor={marks.atCursor}
      data-open={marks.open}
      style={{ top }}
      onClick={(event) => act(event.ctrlKey || (event.target as Element).closest('.entry-tick') !== null)}
    >
      <span className="entry-tick" aria-hidden>
        {marks.selected && <Icon name="check" />}
      </span>
      <span className="entry-title">{row.title === '' ? words.untitled : row.title}</span>
      <StateMark state={row.state} />
      <span className="entry-notes">
        {marks.unsaved && <b>{words.unsaved}</b>}
        {row.draftHere && <b>{words.draftHere}</b>}
        {row.returned && row.state === 'draft' && <b className="caution-ink">{words.returned}</b>}
        {row.wrong > 0 && <b className="caution-ink">{words.wrong(row.wrong)}</b>}
        {row.expired > 0 && <b className="caution-ink">{words.saidExpired(row.expired)}</b>}
        <Expiry day={row.expires} />
        {row.category !== '' && <span>{row.category}</span>}
        {row.read > 0 && <span>{words.read(row.read)}</span>}
        <span className="entry-change">
          {row.changedAt === undefined
            ? words.ofPack
            : words.changed(row.changedBy ?? '', formatDateTime(row.changedAt))}
        </span>
      </span>
    </div>
  )
}

function Expiry({ day }: { readonly day: string | undefined }): ReactNode {
  const now = useNow(60_000)
  if (day === undefined) return null
  const days = daysUntil(day, now)
  if (days < 0) return <b className="caution-ink">{words.expired}</b>
  return days <= soonDays ? <b className="caution-ink">{words.expiresIn(days)}</b> : null
}
