import { useState, type ReactNode } from 'react'
import { qualityText } from '../../text/quality.ts'
import { Choices } from '../../ui/choices.tsx'
import { AppealList } from './appeal-list.tsx'
import { CalibrationList } from './calibration-list.tsx'
import type { ReviewPlace } from './quality-desk.tsx'
import { Queue } from './queue.tsx'

const lists = ['queue', 'appeals', 'calibrations'] as const

export interface CallListProps {
  readonly place: ReviewPlace | null
  readonly onOpen: (place: ReviewPlace) => void
  /** What stands in the list, in its order. */
  readonly onListed: (places: readonly ReviewPlace[]) => void
}

/** The left column: which calls there are to look at, and why. */
export function CallLists(props: CallListProps): ReactNode {
  const [list, setList] = useState<(typeof lists)[number]>('queue')
  return (
    <section className="column quality-list" data-column="queue" aria-label={qualityText.listLabel}>
      <div className="column-head">
        <Choices
          label={qualityText.listLabel}
          choices={lists.map((value) => ({ value, label: qualityText.lists[value] }))}
          value={list}
          onChange={setList}
        />
      </div>
      {list === 'queue' && <Queue {...props} />}
      {list === 'appeals' && <AppealList {...props} />}
      {list === 'calibrations' && <CalibrationList {...props} />}
    </section>
  )
}
