import type { RehearsalScript } from './rehearsal-script.ts'

/** Characters a minute. From 280 on a listener finds speech fast (vendors flag a seat there); 120 is dictation. */
const charactersPerMinute = { slow: 170, normal: 230, fast: 300 } as const

const silent = /[\p{P}\p{S}\s]/u
/** A mark is a breath as long as a character. */
const breath = /[，。！？；、…]/u

function spokenLength(text: string): number {
  return Array.from(text).filter((character) => !silent.test(character) || breath.test(character)).length
}

/** How long it takes to say the words, ms. */
export function spokenMs(text: string, pace: RehearsalScript['pace']): number {
  return Math.round((spokenLength(text) * 60_000) / charactersPerMinute[pace])
}

/** What of the words was said after so many ms, as a recogniser shows it: without marks. */
export function saidSoFar(text: string, pace: RehearsalScript['pace'], elapsedMs: number): string {
  const spoken = (elapsedMs * charactersPerMinute[pace]) / 60_000
  const characters = Array.from(text)
  let count = 0
  const end = characters.findIndex((character) => {
    if (!silent.test(character) || breath.test(character)) count += 1
    return count > spoken
  })
  return bare(characters.slice(0, end === -1 ? characters.length : end).join(''))
}

/** Words as a recogniser gives them. */
export function bare(text: string): string {
  return Array.from(text)
    .filter((character) => !silent.test(character))
    .join('')
}
