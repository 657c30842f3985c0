import type { TurnView } from '#shared/contract/views.ts'
import type { ProcedureArguments } from '#shared/contract/contract.ts'
import { applyCorrections } from '#shared/domain/correction/apply-corrections.ts'
import type { Correction } from '#shared/domain/correction/correction.ts'

/** Words of one pass, with marks by the punctuation model where there is one. */
export interface Pass {
  readonly text: string
  readonly punctuated?: string
}

/**
 * What a turn is made of: the streamed words, those of the second pass (二次识别), the names that sound like some of them. Its
 * text follows from these, so that every step can be taken back.
 */
export interface TurnLayers extends Pick<
  TurnView,
  'index' | 'speaker' | 'startMs' | 'endMs' | 'confidence' | 'recovered'
> {
  readonly streamed: Pass
  readonly secondPass?: Pass & { readonly inUse: boolean }
  /** Places are those of the words in use; see {@link wordsOf}. */
  readonly corrections: readonly Correction[]
  /** A person chose among them: nothing that comes later takes its place by itself. */
  readonly decided: boolean
}

export type TurnChoice = ProcedureArguments<'turns.choose'>['choice']

/** Finds the corrections for words, anew. */
export type Correct = (words: string) => readonly Correction[]

/** The pass in use, before any correction. */
function passInUse({ streamed, secondPass }: TurnLayers): Pass {
  return secondPass?.inUse === true ? secondPass : streamed
}

/** The words in use, before any correction. */
export function wordsOf(turn: TurnLayers): string {
  return passInUse(turn).text
}

export function viewOf(turn: TurnLayers): TurnView {
  const { streamed, secondPass, corrections } = turn
  const { text: words, punctuated } = passInUse(turn)
  const { text } = applyCorrections(words, corrections)
  return {
    index: turn.index,
    speaker: turn.speaker,
    startMs: turn.startMs,
    endMs: turn.endMs,
    text,
    recovered: turn.recovered,
    corrections: [...corrections],
    ...(turn.confidence === undefined ? {} : { confidence: turn.confidence }),
    ...(text === streamed.text ? {} : { heard: streamed.text }),
    ...(secondPass === undefined ? {} : { secondPass: { text: secondPass.text, inUse: secondPass.inUse } }),
    ...(punctuated === undefined || text !== words ? {} : { punctuated }),
  }
}

/**
 * The turn with the words of the second pass. They are put in use, and searched for names anew, unless a person chose before;
 * the same words again change nothing.
 */
export function revise(turn: TurnLayers, pass: Pass, correct: Correct): TurnLayers {
  if (pass.text === '' || pass.text === turn.secondPass?.text) return turn
  if (pass.text === turn.streamed.text && turn.secondPass === undefined) {
    return pass.punctuated === undefined ? turn : { ...turn, streamed: pass }
  }
  const inUse = !turn.decided
  return {
    ...turn,
    secondPass: { ...pass, inUse },
    corrections: inUse ? correct(pass.text) : turn.corrections,
  }
}

/** The turn as a person wants it; undefined where there is nothing of the kind to choose. */
export function choose(turn: TurnLayers, choice: TurnChoice, correct: Correct): TurnLayers | undefined {
  if (choice.kind === 'second-pass') {
    if (turn.secondPass === undefined) return undefined
    if (turn.secondPass.inUse === choice.inUse) return { ...turn, decided: true }
    const other = { ...turn, secondPass: { ...turn.secondPass, inUse: choice.inUse }, decided: true }
    return { ...other, corrections: correct(wordsOf(other)) }
  }
  const { at, name } = choice
  const known = turn.corrections.find(
    ({ start, candidates }) =>
      start === at && (name === null || candidates.some((candidate) => candidate.name === name)),
  )
  if (known === undefined) return undefined
  const corrections = turn.corrections.map((correction) =>
    correction === known ? { ...correction, chosen: name } : correction,
  )
  return { ...turn, corrections, decided: true }
}
