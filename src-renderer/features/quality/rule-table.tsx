import type { ReactNode } from 'react'
import type { RuleStanding } from '#shared/contract/review-views.ts'
import { formatDateTime } from '../../format/time.ts'
import { qualityText } from '../../text/quality.ts'
import { SeverityMark } from '../../ui/severity-mark.tsx'
import { formatShare } from '../../format/share.ts'
import { PrecisionBar } from './precision-bar.tsx'
import { RemoteView } from '../../ui/remote-view.tsx'
import { useRuleStandings } from './use-rules.ts'

const { rules: words } = qualityText
/** Columns of figures: so many, after the name, severity, state and precision. */
const [firstCount, counts] = [4, 5]

/** Every wording rule with the precision that the verdicts give it. */
export function RuleTable(): ReactNode {
  const remote = useRuleStandings()
  return (
    <main className="quality-page" tabIndex={-1}>
      <h2>{words.title}</h2>
      <p className="quality-soft">{words.note}</p>
      <RemoteView remote={remote}>
        {(rules) =>
          rules.length === 0 ? (
            <p className="empty">{words.empty}</p>
          ) : (
            <table className="quality-table">
              <thead>
                <tr>
                  {words.columns.map((title, index) => (
                    <th
                      key={title}
                      scope="col"
                      className={
                        index >= firstCount && index < firstCount + counts ? 'quality-number' : undefined
                      }
                    >
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <RuleRow key={rule.rule} rule={rule} />
                ))}
              </tbody>
            </table>
          )
        }
      </RemoteView>
    </main>
  )
}

function RuleRow({ rule }: { readonly rule: RuleStanding }): ReactNode {
  const { title, severity, state, confirmed, dismissed, changed, open, missed, since, needs } = rule
  return (
    <tr data-rule={rule.rule}>
      <th scope="row">{title}</th>
      <td>
        <SeverityMark severity={severity} words />
      </td>
      <td>
        {words.states[state]}
        {state === 'trial' && (
          <span className="quality-soft">
            {' '}
            {words.needs(
              Math.max(0, needs.verdicts - confirmed - dismissed - changed),
              formatShare(needs.precision),
            )}
          </span>
        )}
      </td>
      <td className="quality-wide">
        <PrecisionBar standing={rule} />
      </td>
      {[confirmed, dismissed, changed, open, missed].map((count, index) => (
        <td key={index} className="quality-number">
          {count}
        </td>
      ))}
      <td>{formatDateTime(since)}</td>
    </tr>
  )
}
