import { folded } from '../hearing/citizen-said.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'

/** How far off the words may lie that a line repeats. */
const nearLines = 3

/** What of a line the other side says nearby, by its sound. */
export interface Repeated {
  /** At two and more sounds in a row, 1 where it follows, 2 where it went before, 3 where both. */
  readonly echoes: readonly string[]
  /** Of each stretch, the longest that is said so: b, i or e for its beginning, middle and end, with its length. */
  readonly runs: readonly string[]
}

/** What of a line, whose words are `text`, the other side says in the lines before and after it. */
export function repeatedIn(hearing: Hearing, line: Line, text: string): Repeated {
  const sounds = folded(text).split(' ')
  const echoes = Array.from({ length: text.length }, () => '-')
  if (sounds.length !== text.length) return { echoes, runs: echoes }
  const others = (from: number, to: number): string =>
    hearing.lines
      .slice(Math.max(0, from), Math.max(0, to))
      .filter(({ speaker }) => speaker !== line.speaker)
      .map((other) => ` ${folded(other.text)} `)
      .join('|')
  const after = others(line.index + 1, line.index + 1 + nearLines)
  const before = others(line.index - nearLines, line.index)
  for (let i = 0; i + 1 < sounds.length; i++) {
    const pair = ` ${sounds[i] ?? ''} ${sounds[i + 1] ?? ''} `
    const mark = (after.includes(pair) ? 1 : 0) + (before.includes(pair) ? 2 : 0)
    if (mark === 0) continue
    for (const place of [i, i + 1])
      echoes[place] = String(Math.max(mark, Number(echoes[place] === '-' ? 0 : echoes[place])))
  }
  return { echoes, runs: runsOf(sounds, echoes, `${before}|${after}`) }
}

const longestRun = 6

function runsOf(sounds: readonly string[], echoes: readonly string[], others: string): readonly string[] {
  const runs = Array.from({ length: sounds.length }, () => '-')
  for (let start = 0; start < sounds.length;) {
    let end = start
    let said = ''
    while (end < sounds.length && echoes[end] !== '-') {
      const longer = `${said} ${sounds[end] ?? ''}`
      if (!others.includes(`${longer} `)) break
      said = longer
      end++
    }
    if (end - start < 2) {
      start++
      continue
    }
    const length = String(Math.min(longestRun, end - start))
    for (let i = start; i < end; i++) runs[i] = (i === start ? 'b' : i === end - 1 ? 'e' : 'i') + length
    start = end
  }
  return runs
}
