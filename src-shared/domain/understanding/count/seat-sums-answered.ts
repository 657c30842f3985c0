import { numeralSource } from '../../../text/numerals.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { type Sum, sumsIn } from './sums.ts'

/** 其实, 等下: what follows puts right what the seat said. */
export const reopens =
  /^(?:啊|哦|嗯|对|是的?|哎|唉|诶|呃)*(?:可是|但是?|不过|后来|其实|等等|等一?下|算了|还是|不对)/

/** 等下上个月发了五百那是八千五, to 九千元: what is left of the seat's sum once more was told. */
export function comesToAnother(hearing: Hearing, { line, start, value }: Sum): boolean {
  const seat = hearing.lines[line.index - 1]
  if (line.speaker === 'seat' || seat?.speaker !== 'seat' || !reopens.test(line.text)) return false
  return (
    /(?:那|所以|现在|应该|实际)(?:就|应该|只|还|一共)*(?:是|剩|欠|差|有)$/.test(line.text.slice(0, start)) &&
    sumsIn(seat, true).some((sum) => sum.value !== value)
  )
}

const endsPersons = new RegExp(`${numeralSource}(?:个?人|[位名户])(?:对吗|是吗|对吧|是吧)?$`)

/** 那就一百三十, to 一百三十二人: no money. */
export const answersCount = (hearing: Hearing, line: Line): boolean =>
  line.speaker === 'citizen' && endsPersons.test(hearing.lines[line.index - 1]?.text ?? '')

/** A seat's line with at most so many characters beside its sum does nothing but repeat it. */
const mostBeside = 4
/** 三千零八十 and nothing else */
const onlyNumber = new RegExp(`^(?:哦|啊|诶|哎|呃|是|嗯)*${numeralSource}(?:块钱?|元)?(?:$|我|才|吧|啊)`)

/** 哦不一万两千六, or 三千零八十 to 三千八百元: the seat's sum is put right. */
export function putsRight(hearing: Hearing, line: Line): boolean {
  const seat = hearing.lines[line.index - 1]
  if (line.speaker !== 'citizen' || seat?.speaker !== 'seat') return false
  const [stated, ...more] = sumsIn(seat, true)
  if (stated === undefined || more.length > 0) return false
  if (/^(哦|啊|诶|哎|呃)*(不(?![退赔给肯是])|错)/.test(line.text)) return true
  const [told] = sumsIn(line, true)
  const { text } = seat
  return (
    onlyNumber.test(line.text) &&
    told !== undefined &&
    told.value !== stated.value &&
    told.value * 10 > stated.value &&
    text.length - (stated.end - stated.start) <= mostBeside &&
    !/多少|几/.test(text)
  )
}
