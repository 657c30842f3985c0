import { useState, type ReactNode } from 'react'
import { useSession } from '../../state/desk-context.ts'
import { only, useKept } from '../../state/drafts.ts'
import { qualityText } from '../../text/quality.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { CallLists } from './call-lists.tsx'
import { qualityViews, type QualityView } from './drafts.ts'
import { Report } from './report.tsx'
import { ReviewedCall } from './reviewed-call.tsx'
import { RuleTable } from './rule-table.tsx'
import './quality.css'

const views = ['calls', 'rules', 'report'] as const
const start: QualityView = { view: 'calls', list: 'queue', place: null }

/** A call to review, and the flag of it that was pointed at. */
export interface ReviewPlace {
  readonly callId: string
  readonly flagId: string | null
}

/** 质检台: calls to review, what the verdicts say of the rules, and reports that lead back to the seconds behind them. */
export function QualityDesk({ desks }: { readonly desks: ReactNode }): ReactNode {
  const session = useSession((state) => state.session)
  const [shown = start, show] = useKept(qualityViews, only)
  const { view, place } = shown
  const to = (next: QualityView['view']): void => show({ ...shown, view: next })
  const open = (next: ReviewPlace): void => show({ ...shown, place: next, view: 'calls' })
  useKeys({
    'Alt+Digit1': () => to('calls'),
    'Alt+Digit2': () => to('rules'),
    'Alt+Digit3': () => to('report'),
  })
  return (
    <div className="desk quality">
      <header className="top-bar">
        {desks}
        <TabRow
          label={qualityText.viewLabel}
          names={views}
          titles={qualityText.views}
          shown={view}
          keyOf={(index) => `Alt ${String(index + 1)}`}
          onShow={to}
        />
        <div className="top-bar-right">
          {session !== null && qualityText.staff(session.staffName, session.staffNumber)}
        </div>
      </header>
      <div role="status">
        <NoticeLine />
      </div>
      {view === 'calls' && <Calls shown={shown} onShow={show} onOpen={open} />}
      {view === 'rules' && <RuleTable />}
      {view === 'report' && <Report onOpen={open} />}
      {view === 'calls' && place !== null && <Hints />}
    </div>
  )
}

interface CallsProps {
  readonly shown: QualityView
  readonly onShow: (shown: QualityView) => void
  readonly onOpen: (place: ReviewPlace) => void
}

function Calls({ shown, onShow, onOpen }: CallsProps): ReactNode {
  const { place, list } = shown
  // The calls listed, for the key that goes to the next one.
  const [listed, setListed] = useState<readonly ReviewPlace[]>([])
  const nextCall = (): void => {
    const now = listed.findIndex(({ callId }) => callId === place?.callId)
    const next = listed.slice(now + 1).find(({ callId }) => callId !== place?.callId)
    if (next !== undefined) onOpen(next)
  }
  return (
    <main className="quality-columns" tabIndex={-1}>
      <CallLists
        list={list}
        onList={(next) => onShow({ ...shown, list: next })}
        place={place}
        onOpen={onOpen}
        onListed={setListed}
      />
      {place === null ? (
        <p className="empty">{qualityText.call.pick}</p>
      ) : (
        <ReviewedCall key={place.callId} place={place} onPoint={onOpen} onNextCall={nextCall} />
      )}
    </main>
  )
}

function Hints(): ReactNode {
  return (
    <footer className="quality-hints">
      {qualityText.keys.map(([keys, words]) => (
        <span key={keys}>
          <Kbd keys={keys} /> {words}
        </span>
      ))}
    </footer>
  )
}
