import type { ReactNode } from 'react'
import { qualityText } from '../../text/quality.ts'
import { Choices } from '../../ui/choices.tsx'
import { AppealList } from './appeal-list.tsx'
import { CalibrationList } from './calibration-list.tsx'
import type { QualityView } from './drafts.ts'
import type { ReviewPlace } from './quality-desk.tsx'
import { Queue } from './queue.tsx'

const lists = ['queue', 'appeals', 'calibrations'] as const

export interface CallListProps {
  readonly place: ReviewPlace | null
  readonly onOpen: (place: ReviewPlace) => void
  /** What stands in the list, in its order. */
  readonly onListed: (places: readonly ReviewPlace[]) => void
}

type CallListsProps = CallListProps & {
  readonly list: QualityView['list']
  readonly onList: (list: QualityView['list']) => void
}

/** The left column: which calls there are to look at, and why. */
export function CallLists({ list, onList, ...props }: CallListsProps): ReactNode {
  return (
    <section className="column quality-list" data-column="queue" aria-label={qualityText.listLabel}>
      <div className="column-head">
        <Choices
          label={qualityText.listLabel}
          choices={lists.map((value) => ({ value, label: qualityText.lists[value] }))}
          value={list}
          onChange={onList}
        />
      </div>
      {list === 'queue' && <Queue {...props} />}
      {list === 'appeals' && <AppealList {...props} />}
      {list === 'calibrations' && <CalibrationList {...props} />}
    </section>
  )
}
