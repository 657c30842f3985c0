import type { ReactNode } from 'react'
import type { RehearsalReport, ReportedItem } from '#shared/contract/rehearsal-views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { rehearsalDeskText } from '../../text/rehearsal.ts'
import { scoreText } from '../../text/quality.ts'
import { Choices } from '../../ui/choices.tsx'
import { Icon } from '../../ui/icon.tsx'

const { report: words } = rehearsalDeskText

interface ReportItemsProps {
  readonly report: RehearsalReport
  readonly onJudged: (report: RehearsalReport) => void
}

/** The items by group: what the mystery caller says of each, the words that cost points, and what a person may judge. */
export function ReportItems({ report, onJudged }: ReportItemsProps): ReactNode {
  const groups = [...Map.groupBy(report.score.items, (item) => item.group)]
  return (
    <div className="rehearsal-scroll" data-column-entry="" tabIndex={-1}>
      {groups.map(([group, items]) => (
        <section key={group}>
          <h3 className="rehearsal-group">{group}</h3>
          <ul>
            {items.map((item) => (
              <Item key={item.item} item={item} callId={report.summary.callId} onJudged={onJudged} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type Standing = 'good' | 'lost' | 'open'

function standingOf({ points, of }: ReportedItem): Standing {
  if (points === undefined) return 'open'
  return points >= of ? 'good' : 'lost'
}

const icons = { good: 'check', lost: 'caution', open: 'dot' } as const

interface ItemProps {
  readonly item: ReportedItem
  readonly callId: string
  readonly onJudged: (report: RehearsalReport) => void
}

function Item({ item, callId, onJudged }: ItemProps): ReactNode {
  const standing = standingOf(item)
  const { title, points, of, quotes, by } = item
  return (
    <li className="rehearsal-item" data-standing={standing}>
      <Icon name={icons[standing]} />
      <div>
        <p className="rehearsal-row">
          <b>{title}</b>
          <span>{points === undefined ? words.open : scoreText.points(points, of)}</span>
        </p>
        {item.words !== '' && <p className="rehearsal-said">{item.words}</p>}
        {quotes.length > 0 && (
          <p className="rehearsal-quotes">
            {words.flagged} {quotes.map((quote) => `“${quote}”`).join('、')}
          </p>
        )}
        {by === 'reviewer' && <Judge item={item} callId={callId} onJudged={onJudged} />}
      </div>
    </li>
  )
}

const grades = ['full', 'half', 'none'] as const

/** The trainer beside the seat, or the seat itself on hearing the call again, says how it was. */
function Judge({ item, callId, onJudged }: ItemProps): ReactNode {
  const desk = useDesk()
  const pointsOf = { full: item.of, half: item.of / 2, none: 0 }
  const value = grades.find((grade) => pointsOf[grade] === item.points) ?? null
  return (
    <Choices
      label={words.judge(item.title)}
      choices={grades.map((grade) => ({ value: grade, label: words.judged[grade] }))}
      value={value}
      onChange={(grade) => {
        desk.connection
          .call('rehearsals.judge', { callId, item: item.item, points: pointsOf[grade] })
          .then(onJudged, desk.fail)
      }}
    />
  )
}
