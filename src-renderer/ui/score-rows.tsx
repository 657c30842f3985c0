import { Fragment, type ReactNode } from 'react'
import type { CallScore } from '#shared/contract/review-views.ts'
import { scoreText } from '../text/quality.ts'
import './score-rows.css'

export type ScoreItem = CallScore['items'][number]

interface ScoreRowsProps {
  readonly items: readonly ScoreItem[]
  /** What stands for the points of an item that a person judges, where they can be given here. */
  readonly editor?: (item: ScoreItem) => ReactNode
}

/** The items of the scorecard (评分表) by group, each with its points or why it has none. */
export function ScoreRows({ items, editor }: ScoreRowsProps): ReactNode {
  const groups = [...Map.groupBy(items, (item) => item.group)]
  return (
    <table className="score">
      <tbody>
        {groups.map(([group, members]) => (
          <Fragment key={group}>
            <tr>
              <th colSpan={2} scope="colgroup">
                {group}
              </th>
            </tr>
            {members.map((item) => (
              <tr key={item.item} data-lost={item.points !== undefined && item.points < item.of}>
                <td>
                  {item.title}
                  {item.flagIds.length > 0 && (
                    <span className="score-note">{scoreText.flags(item.flagIds.length)}</span>
                  )}
                  {item.note !== undefined && <span className="score-note">{item.note}</span>}
                </td>
                <td className="score-points">
                  {item.by === 'reviewer' && editor !== undefined ? editor(item) : pointsOf(item)}
                </td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function pointsOf({ points, of, by }: ScoreItem): string {
  return points === undefined ? scoreText.without[by] : scoreText.points(points, of)
}
