import { localIso } from '#shared/base/local-time.ts'
import type { BoardMatter, BoardReport } from '#shared/contract/board-report.ts'
import type { Board, BoardSeat, Gathering } from '#shared/contract/board-views.ts'
import { findGatherings } from '#shared/domain/board/find-gatherings.ts'
import { matterLine } from './make-report.ts'

/** A seat's report and when it came, ms since 1970. */
export interface ReceivedReport {
  readonly report: BoardReport
  readonly at: number
}

/** A seat that has said nothing for so long is gone: it reports every few seconds. */
export const goneMs = 20_000
/** A seat that has said nothing for so long is not shown any more; its clocks still run. */
const forgottenMs = 3_600_000
const longestList = 200

/** The lead's board (班长看板) from the reports of all seats; the latest of each seat counts. */
export function makeBoard(
  own: ReceivedReport,
  others: readonly ReceivedReport[],
  centre: Board['centre'],
  now: number,
): Board {
  const { staffNumber } = own.report.seat
  const received = [own, ...others.filter(({ report }) => report.seat.staffNumber !== staffNumber)]
  const reports = received.map(({ report }) => report)
  return {
    at: localIso(now),
    centre,
    seats: received
      .filter((entry) => entry === own || now - entry.at < forgottenMs)
      .map((entry) => seatView(entry, entry === own, now))
      .toSorted((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1)),
    deadlines: reports
      .flatMap(({ deadlines }) => deadlines)
      .toSorted((a, b) => Date.parse(a.by) - Date.parse(b.by))
      .slice(0, longestList),
    promises: reports
      .flatMap(({ promises }) => promises)
      .toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
      .slice(0, longestList),
    gatherings: gatheringsOf(reports.flatMap(({ matters }) => matters)),
  }
}

function seatView({ report, at }: ReceivedReport, own: boolean, now: number): BoardSeat {
  const { seat } = report
  const gone = !own && now - at > goneMs
  return { ...seat, state: gone ? 'gone' : seat.state, seenAt: localIso(at), own }
}

function gatheringsOf(matters: readonly BoardMatter[]): Gathering[] {
  const byId = new Map(matters.map((matter) => [matter.ticketId, matter]))
  return findGatherings([...byId.values()]).map((group) => {
    const [first, last] = [group.reduce(earlier), group.reduce(later)]
    return {
      key: first.ticketId,
      summary: [first.subject?.name ?? first.address.road ?? first.address.community, matterLine(last)]
        .filter((part) => part !== undefined && part !== '')
        .join(' · '),
      count: group.length,
      from: localIso(first.at),
      to: localIso(last.at),
      tickets: group.map(({ ticketId, at }) => {
        const number = byId.get(ticketId)?.number
        return { ticketId, at: localIso(at), ...(number === undefined ? {} : { number }) }
      }),
    }
  })
}

type Timed = ReturnType<typeof findGatherings>[number][number]
const earlier = (a: Timed, b: Timed): Timed => (b.at < a.at ? b : a)
const later = (a: Timed, b: Timed): Timed => (b.at > a.at ? b : a)
