import type { ReactNode } from 'react'
import type { RuleStanding } from '#shared/contract/review-views.ts'
import { qualityText } from '../../text/quality.ts'
import { formatShare } from '../../format/share.ts'

const { flag: words } = qualityText

type Precision = Pick<RuleStanding, 'precision' | 'confirmed' | 'dismissed' | 'changed'>

/** A rule's precision from the verdicts: a tick on a line from 0 to 100 %, its interval as a band, and the figures in words. */
export function PrecisionBar({ standing }: { readonly standing: Precision }): ReactNode {
  const { precision, confirmed, dismissed, changed } = standing
  if (precision === undefined) return <span className="quality-soft">{words.noPrecision}</span>
  const { value, low, high } = precision
  const percent = (share: number): string => `${String(share * 100)}%`
  return (
    <span className="precision">
      <span className="precision-line" aria-hidden="true">
        <span className="precision-band" style={{ left: percent(low), width: percent(high - low) }} />
        <span className="precision-tick" style={{ left: percent(value) }} />
      </span>
      <span className="precision-words">
        {words.precisionOf(
          formatShare(value),
          formatShare(low),
          formatShare(high),
          confirmed + dismissed + changed,
        )}
      </span>
    </span>
  )
}
