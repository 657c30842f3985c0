import { citizenWords, seatCues, spokenDigits, spokenOne } from '../../catalogue/rehearsal.ts'
import { foldSyllables, toSyllables } from '../../text/pinyin.ts'
import type { RehearsalScript } from './rehearsal-script.ts'

/** What a citizen has by way of words: a script, or the lines of a recording, which answer nothing in particular. */
export type CitizenPart = Pick<RehearsalScript, 'lines' | 'answers' | 'nudge' | 'farewell'>

/** How far a citizen has come in the call. */
export interface CitizenState {
  /** Lines said, of those in order. */
  readonly said: number
  /** Answers given, by place in the script. */
  readonly answered: readonly number[]
  readonly nudged: boolean
  readonly gone: boolean
  readonly lastBy: 'nobody' | 'seat' | 'citizen'
  /** The seat's turns since the citizen's last words. */
  readonly heard: readonly string[]
  /** When the last words of either ended, ms of the call. */
  readonly quietSinceMs: number
}

export const newCitizen: CitizenState = {
  said: 0,
  answered: [],
  nudged: false,
  gone: false,
  lastBy: 'nobody',
  heard: [],
  quietSinceMs: 0,
}

/** What a citizen says next; `line` tells which line of the script it is, where it is one. */
export interface CitizenWords {
  readonly text: string
  readonly line?: number
  readonly next: CitizenState
}

/** A citizen lets the seat finish: the pause after which somebody takes the floor, ms. */
const answerPauseMs = 900
/** Somebody who rings and hears nothing speaks up by himself, ms. */
const unansweredMs = 6_000
/** A number that is read back has at least so many digits. */
const readBackDigits = 4

/** The seat said a turn that ended then. */
export function seatSaid(state: CitizenState, text: string, endMs: number): CitizenState {
  return { ...state, lastBy: 'seat', heard: [...state.heard, text], quietSinceMs: endMs }
}

/** The citizen's words ended then. */
export function citizenSaid(state: CitizenState, endMs: number): CitizenState {
  return { ...state, lastBy: 'citizen', heard: [], quietSinceMs: endMs }
}

/**
 * What the citizen says now, or undefined where it is not the citizen's turn. After the seat's words: what was asked for, else
 * the next line, else a few words that fit; into a silence: the line that goes on by itself, or the question whether anybody
 * is still there.
 *
 * @param hurried somebody asked for the next words at once
 */
export function nextWords(
  part: CitizenPart,
  state: CitizenState,
  nowMs: number,
  hurried = false,
): CitizenWords | undefined {
  if (state.gone) return undefined
  const quietMs = nowMs - state.quietSinceMs
  switch (state.lastBy) {
    case 'nobody':
      return quietMs >= unansweredMs || hurried ? lineOf(part, state) : undefined
    case 'seat':
      return quietMs >= answerPauseMs || hurried ? reply(part, state, hurried) : undefined
    case 'citizen':
      return intoSilence(part, state, quietMs, hurried)
  }
}

function reply(part: CitizenPart, state: CitizenState, hurried: boolean): CitizenWords | undefined {
  const heard = state.heard.join('')
  const asked = part.answers.flatMap((answer, index) =>
    answer.to.some((words) => isHeard(heard, words)) ? [index] : [],
  )
  const fresh = asked.filter((index) => !state.answered.includes(index))
  if (fresh.length > 0) {
    return {
      text: fresh.map((index) => part.answers[index]?.say ?? '').join(citizenWords.join),
      next: { ...state, answered: [...state.answered, ...fresh] },
    }
  }
  const again = asked[0]
  if (again !== undefined) return { text: confirm(part.answers[again]?.say ?? '', heard), next: state }
  const line = part.lines[state.said]
  if (line !== undefined) return state.heard.length >= line.turns || hurried ? lineOf(part, state) : undefined
  return ending(part, state, heard)
}

/** All was said: the citizen takes leave, or says what fits. */
function ending(part: CitizenPart, state: CitizenState, heard: string): CitizenWords | undefined {
  const has = (cues: readonly string[]): boolean => cues.some((cue) => heard.includes(cue))
  if (has(seatCues.goodbye)) {
    return part.farewell === undefined ? undefined : { text: part.farewell, next: { ...state, gone: true } }
  }
  const text = has(seatCues.furtherNeeds)
    ? citizenWords.nothingElse
    : has(seatCues.question)
      ? citizenWords.unknown
      : citizenWords.fine
  return { text, next: state }
}

function intoSilence(
  part: CitizenPart,
  state: CitizenState,
  quietMs: number,
  hurried: boolean,
): CitizenWords | undefined {
  const line = part.lines[state.said]
  if (line !== undefined && (hurried || (line.after !== undefined && quietMs >= line.after * 1000))) {
    return lineOf(part, state)
  }
  const { nudge } = part
  if (nudge === undefined || state.nudged || quietMs < nudge.after * 1000) return undefined
  return { text: nudge.say, next: { ...state, nudged: true } }
}

function lineOf(part: CitizenPart, state: CitizenState): CitizenWords | undefined {
  const line = part.lines[state.said]
  return line === undefined
    ? undefined
    : { text: line.say, line: state.said, next: { ...state, said: state.said + 1 } }
}

/** Whether the words were said, by text or by sound: what a recogniser makes of a trainee is not always what was said. */
function isHeard(heard: string, words: string): boolean {
  if (heard.includes(words)) return true
  const sounds = foldSyllables(toSyllables(words))
  // One syllable sounds like too much else.
  if (sounds.length < 2) return false
  const all = foldSyllables(toSyllables(heard))
  return all.some((_, start) => sounds.every((sound, at) => all[start + at] === sound))
}

/** A number that is read back wrongly is told again; everything else is confirmed. */
function confirm(told: string, heard: string): string {
  const [own, read] = [digitsOf(told), digitsOf(heard)]
  const wrong = own.length >= readBackDigits && read.length >= readBackDigits && !own.includes(read)
  return wrong ? told : citizenWords.yes
}

function digitsOf(text: string): string {
  return Array.from(text.replaceAll(spokenOne, '1'))
    .map((character) => {
      const digit = spokenDigits.indexOf(character)
      return digit === -1 ? character : String(digit)
    })
    .filter((character) => /\d/u.test(character))
    .join('')
}
