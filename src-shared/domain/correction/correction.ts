import * as z from 'zod'

/** What a name of the pack is a name of. */
export const nameKinds = ['subject', 'road', 'place', 'division', 'unit'] as const
export type NameKind = (typeof nameKinds)[number]

/** A name of the pack that may have been meant. `score`: how alike it sounds, 0–1. */
export const nameCandidateSchema = z.object({
  name: z.string(),
  kind: z.enum(nameKinds),
  score: z.number().min(0).max(1),
})
export type NameCandidate = z.infer<typeof nameCandidateSchema>

/** Words that sound like a name of the pack (按音纠正). `start` and `end` count UTF-16 units of the words as they were heard. */
export const correctionSchema = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  /** The words as heard. */
  heard: z.string(),
  /** Best first; never empty. */
  candidates: z.array(nameCandidateSchema).min(1),
  /** The name put in, or null where the words stay as heard. */
  chosen: z.string().nullable(),
})
export type Correction = z.infer<typeof correctionSchema>
