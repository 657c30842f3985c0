import { toSyllables } from '../../text/pinyin.ts'
import type { Hearing, Line } from './hearing.ts'

/** Words by which names and numbers are asked for and given; a recogniser writes others of their sound. */
const terms = [
  ...['电话', '手机', '号码', '来电', '联系', '座机', '本机', '这个', '现在', '另外', '方便', '显示'],
  ...['贵姓', '称呼', '姓名', '名字', '免贵', '先生', '女士', '小姐', '全名', '我姓', '我叫'],
]
/** Words of the same sound that people do say. */
const genuine = new Set([
  '好吗',
  '好嘛',
  '来点',
  '练习',
  '收集',
  '性命',
  '小街',
  '小节',
  '我行',
  '我性',
  '方变',
])

const bySound = new Map(terms.map((term) => [toSyllables(term).join(' '), term]))
const mendedHearings = new WeakMap<Hearing, Hearing>()

/** The hearing with the terms of names and numbers as they were meant: 这各 is 这个, 贵性 is 贵姓. Lengths stay as they are. */
export function withTermsMended(hearing: Hearing): Hearing {
  const known = mendedHearings.get(hearing)
  if (known !== undefined) return known
  const mended = { ...hearing, lines: hearing.lines.map(withTerms) }
  mendedHearings.set(hearing, mended)
  mendedHearings.set(mended, mended)
  return mended
}

function withTerms(line: Line): Line {
  const syllables = toSyllables(line.text)
  if (syllables.length !== line.text.length) return line
  let text = line.text
  for (let at = 0; at + 1 < text.length; at++) {
    const term = bySound.get(`${syllables[at] ?? ''} ${syllables[at + 1] ?? ''}`)
    const said = line.text.slice(at, at + 2)
    if (term !== undefined && term !== said && !genuine.has(said))
      text = text.slice(0, at) + term + text.slice(at + 2)
  }
  return text === line.text ? line : { ...line, text }
}
