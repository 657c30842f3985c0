import { spokenDiffers, type SpokenDifference } from '#shared/domain/answers/spoken-differs.ts'
import { plainWords } from '../format/markdown.ts'
import { shownAnswers, type AnswersState } from './answers-store.ts'
import type { OpenCall } from './call-store.ts'

/** A slip is corrected at once or not at all: only the seat's last words are looked at, and those just before. */
const lookedAt = 2

/** Numbers that the seat said lately otherwise than the answers on screen, the newest of an answer only. */
export function spokenDifferences(
  call: OpenCall | null,
  answers: Pick<AnswersState, 'found' | 'suggested'>,
): ReadonlyMap<string, SpokenDifference> {
  const said = call?.turns.filter(({ speaker }) => speaker === 'seat').slice(-lookedAt) ?? []
  const shown = shownAnswers(answers).map(({ id, answer }) => ({ id, answer: plainWords(answer) }))
  return new Map(
    said
      .flatMap(({ text }) => spokenDiffers(text, shown))
      .map((difference) => [difference.answerId, difference]),
  )
}
