import type { Migration } from '../migrate.ts'
import { callsAndTickets } from './0010-calls-and-tickets.ts'
import { turnLayers } from './0020-turn-layers.ts'
import { callAudio } from './0030-call-audio.ts'
import { matters } from './0040-matters.ts'
import { knowledge } from './0050-knowledge.ts'
import { reviews } from './0060-reviews.ts'
import { mattersOfSeats } from './0080-matters-of-seats.ts'
import { knowledgeWords } from './0090-knowledge-words.ts'
import { rulebook } from './0070-rulebook.ts'

/** In order. Numbers go 10, 20, …; a migration that has landed is never edited. */
export const migrations: readonly Migration[] = [
  callsAndTickets,
  turnLayers,
  callAudio,
  matters,
  knowledge,
  reviews,
  rulebook,
  mattersOfSeats,
  knowledgeWords,
]
