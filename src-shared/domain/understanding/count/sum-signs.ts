import type { TicketFields } from '../../ticket-fields.ts'
import { type Hearing, type Line, nextCitizenLine, previousSeatLine } from '../hearing/hearing.ts'
import { signsAround, signsOfQuestion, upTo } from '../hearing/signs-around.ts'
import { claimedThings } from './claimed-things.ts'
import { withCountWords } from './count-words.ts'
import { type NamedNumber, namedNumbers, namesOfTrue, relationsOf } from './named-numbers.ts'
import { type Sum, sumsIn } from './sums.ts'

/** Up to so many sums count each for itself. */
const mostSums = 4
/** A sum is so many times another at most that was told for a month, a person or a piece. */
const mostTimes = 36

/** The sums that a call names, in the order in which they are named first. */
export function namedSums(
  hearing: Hearing,
  requestType: TicketFields['requestType'],
): readonly NamedNumber<Sum>[] {
  const meant = withCountWords(hearing)
  const claimed = claimedThings(meant)
  const sums = hearing.lines.flatMap((line) =>
    sumsIn(meant.lines[line.index] ?? line, mayBeBare(line), claimed).map((sum) => ({ ...sum, line })),
  )
  return namedNumbers(sums, hearing, requestType, {
    amongOthers,
    signsOf: (sum) => signsOf(sum, hearing, requestType),
  })
}

/** Where money is spoken of, or the seat takes down, a number without its unit may be a sum. */
const mayBeBare = ({ speaker, asked }: Line): boolean =>
  speaker === 'seat' || asked.has('amount') || asked.has('demand')

/** What a sum is to the others: the greatest, all of two, what is left of one, so many times another. */
function amongOthers(value: number, values: readonly number[]): readonly string[] {
  const others = values.filter((other) => other !== value)
  return [
    `sums:${upTo(mostSums, values.length)}`,
    `place:${upTo(mostSums, values.indexOf(value))}`,
    `digits:${String(Math.trunc(value)).length}`,
    ...namesOfTrue('', {
      ...relationsOf(value, others),
      half: others.some((other) => other === 2 * value),
      times: others.some((other) => isTimes(value, other)),
      share: others.some((other) => isTimes(other, value)),
    }),
  ]
}

const isTimes = (sum: number, other: number): boolean =>
  other > 0 && sum > other && sum % other === 0 && sum / other <= mostTimes

function signsOf(sum: Sum, hearing: Hearing, type: TicketFields['requestType']): readonly string[] {
  const { line, role } = sum
  const who = line.speaker.charAt(0)
  const flags = (['corrects', 'settles', 'givenUp', 'named', 'approximate'] as const).filter(
    (flag) => sum[flag],
  )
  return [
    `${who}role:${role}`,
    `${type ?? '无'}:${role}`,
    ...flags.map((flag) => who + flag),
    ...signsAround(who, line.text.slice(0, sum.start), line.text.slice(sum.end)),
    ...Array.from(line.asked, (topic) => `asked:${topic}`),
    ...(line.speaker === 'seat'
      ? repliesTo(nextCitizenLine(hearing, line))
      : [`reply:${line.reply}`, ...signsOfQuestion(previousSeatLine(hearing, line)?.text ?? '')]),
  ]
}

const repliesTo = (next: Line | undefined): readonly string[] =>
  next === undefined ? [] : [`next:${next.reply}`, `next:${next.text.slice(0, 2)}`]
