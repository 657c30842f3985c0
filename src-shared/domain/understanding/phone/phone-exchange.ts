import { memoryPer, oncePer } from '../../../base/remember.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import type { SaidSigns } from '../hearing/sign-weights.ts'
import { stretchesOf } from '../hearing/signs-around.ts'
import { digitRuns } from './phone-digits.ts'
import { numberAsked } from './phone-words.ts'

const aboutPhone = /电话|手机|号码|来电|联系|本机|回访|回电|座机|固话|这个号|[打留记]我|打给|备用|打不通/
/** The citizen's lines after the seat's question, up to so many lines of the seat about something else. */
const mostAside = 3
const fewestOfPiece = 3
const fewestOfNumber = 6

/** Whether a line speaks of the telephone to be called. */
export const speaksOfPhone = ({ text }: Line): boolean =>
  numberAsked(text) === 'phone' || aboutPhone.test(text)

/** Whether the seat does: it asks for a number, offers one or takes it down. */
export const asksForPhone = (line: Line): boolean => line.speaker === 'seat' && speaksOfPhone(line)

/** The lines of a call in which its telephone is asked for, offered, told, read back or refused. */
export const phoneExchange = oncePer((hearing: Hearing): readonly Line[] => {
  let open = 0
  return hearing.lines.filter((line) => {
    if (line.speaker === 'citizen')
      return open > 0 || aboutPhone.test(line.text) || tellsDigits(line, fewestOfNumber)
    const readsBack = tellsDigits(line, fewestOfPiece)
    const speaks = asksForPhone(line)
    if (speaks) open = mostAside
    else if (!readsBack) open -= 1
    return speaks || readsBack
  })
})

const tellsDigits = (line: Line, fewest: number): boolean =>
  digitRuns(line).some(({ digits }) => digits.length >= fewest)

const knownSigns = memoryPer<SaidSigns>()

/** The words of the exchange after a turn (of all of it, by -1), each with who says it, as signs that begin with `who`. */
export const exchangeSigns = (who: string, hearing: Hearing, after = -1): SaidSigns =>
  knownSigns(hearing, `${who}${String(after)}`, () =>
    phoneExchange(hearing)
      .filter(({ index }) => index > after)
      .map(({ speaker, text }) => stretchesOf(who + speaker.charAt(0), text)),
  )
