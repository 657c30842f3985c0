import type { Answer } from '../site-pack.ts'

/** The entries in force on `today` (`YYYY-MM-DD`, both ends included): what has expired must not be read out. */
export function currentAnswers(answers: readonly Answer[], today: string): readonly Answer[] {
  return answers.filter(
    ({ effective, expires }) =>
      (effective === undefined || effective <= today) && (expires === undefined || expires >= today),
  )
}
