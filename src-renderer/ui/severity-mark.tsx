import type { ReactNode } from 'react'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import { severityText } from '../text/quality.ts'
import './severity-mark.css'

/** Told apart by shape, too, for eyes and printers without colour. */
const shapes: Readonly<Record<WordingFlag['severity'], string>> = {
  info: 'M8 3.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
  caution: 'M8 2.5 14 13.5H2Z',
  serious: 'M5.4 2.5h5.2l3 3v5l-3 3H5.4l-3-3v-5Z',
}

/** How grave a lapse is: a shape, and its word beside it or for those who hear the page. */
export function SeverityMark(props: {
  readonly severity: WordingFlag['severity']
  /** Whether the word is shown. */
  readonly words?: boolean
  /** Judged already: an outline. */
  readonly hollow?: boolean
}): ReactNode {
  const { severity, words = false, hollow = false } = props
  return (
    <span className="severity" data-severity={severity}>
      <svg className="icon" viewBox="0 0 16 16" role="img" aria-label={severityText[severity]}>
        <path
          d={shapes[severity]}
          fill={hollow ? 'none' : 'currentColor'}
          stroke="currentColor"
          strokeWidth="1.5"
        />
      </svg>
      {words && severityText[severity]}
    </span>
  )
}
