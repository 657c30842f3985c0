import { wordsFrom } from './demand-line.ts'
import { type Hearing, type Line, nextCitizenLine } from './hearing.ts'
import { respell } from './respell.ts'

interface Told {
  readonly value: string
  readonly line: Line
  readonly start: number
  readonly confidence: number
}

const praising = /(?:表扬|感谢|点赞)(?:一?下|的是|就是|对象是|一个|一位|那个|那位|我们|你们)*/g
const nobody = /^(?:人|他们?|她|你们?|您|人家|的|了|表扬|电话|一?下|需要|是不是|转|登记|工单)/
const reporting = /(?:举报|投诉)(?:一?下|的是|就是|一个|一家|那个|这个|我们)*/
const tail = /(?:对吗|是吗|是吧|对吧|对不对|可以吗|吗|吧|啊|呀|了|呢|嘛|一?下)+$/
const tellsOn =
  /(?<=.{3})(?:帮|给|他们?|她|我|上次|昨天|前天|那天|因为|下来|真的|特别|非常|不过|但是|还有|然后)/
const longest = 28

/** 表扬…: whom the caller praises; the seat's words for it, where the caller agrees, are the fuller ones. */
export function hearPraise(hearing: Hearing): Told | undefined {
  const named = hearing.lines.flatMap((line) => praisedIn(hearing, line))
  const best = named.findLast(({ line }) => line.speaker === 'seat') ?? longestOf(named)
  if (best === undefined) return undefined
  const rewarded = hearing.lines.find(
    (line) => line.speaker === 'citizen' && /(?:奖励|嘉奖|发奖金)(?!了|过)/.test(respell(line.text)),
  )
  return rewarded === undefined ? best : { ...best, value: `${best.value}，给予奖励` }
}

function longestOf(named: readonly Told[]): Told | undefined {
  return named.reduce<Told | undefined>(
    (best, each) => (best === undefined || each.value.length > best.value.length ? each : best),
    undefined,
  )
}

function praisedIn(hearing: Hearing, line: Line): readonly Told[] {
  if (line.speaker === 'seat' && nextCitizenLine(hearing, line)?.reply !== 'yes') return []
  const text = respell(line.text)
  const liked = line.speaker === 'citizen' ? /给(.{2,14}?)点个?赞/.exec(text) : null
  if (liked !== null) return [{ value: `表扬${liked[1] ?? ''}`, line, start: liked.index, confidence: 0.85 }]
  return [...text.matchAll(praising)].flatMap((match): Told[] => {
    const start = match.index + match[0].length
    const words = told(wordsFrom(line, start, text))
    if (words.length < 2 || nobody.test(words)) return []
    return [{ value: `表扬${words}`, line, start: match.index, confidence: 0.85 }]
  })
}

function told(words: string): string {
  const [first = ''] = words.split('，')
  const stop = first.search(tellsOn)
  return (stop < 0 ? first : first.slice(0, stop)).replace(tail, '').slice(0, longest)
}

/** 举报…: what is reported, as the caller first put it, and that it be looked into where the seat takes it so. */
export function hearReported(hearing: Hearing): Told | undefined {
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const text = respell(line.text)
    const match = reporting.exec(text)
    if (match === null) continue
    const start = match.index + match[0].length
    const words = told(wordsFrom(line, start, text))
    if (words.length < 4 || nobody.test(words)) continue
    const closing = hearing.lines.some(
      ({ speaker, text: said }) => speaker === 'seat' && said.includes('查处'),
    )
    return { value: `举报${words}${closing ? '，要求查处' : ''}`, line, start: match.index, confidence: 0.75 }
  }
  return undefined
}
