import * as z from 'zod'

/** How long the words to say are, for a voice on the phone. */
export const metersSchema = z.object({
  /** Spoken characters: marks, blanks and Markdown signs do not count. */
  characters: z.number().int().nonnegative(),
  sentences: z.number().int().nonnegative(),
  /** Spoken characters of the longest sentence. */
  longestSentence: z.number().int().nonnegative(),
  /** Seconds to read it out. */
  seconds: z.number().nonnegative(),
})
export type Meters = z.infer<typeof metersSchema>

export const findingKinds = [
  'empty',
  'too-long',
  'long-sentence',
  'several-topics',
  'not-speakable',
  'no-similar',
  'duplicate',
  'contradiction',
  'expired',
  'expires-soon',
  'not-in-force',
  'dates-reversed',
  'no-expiry',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Something to look at before an entry is submitted; only `error` keeps it from being submitted. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  /** The words of this entry that are meant. */
  quote: z.string().optional(),
  /** The neighbour that it is like or contradicts, and its words. */
  other: z.object({ entryId: z.string(), title: z.string(), quote: z.string().optional() }).optional(),
})
export type Finding = z.infer<typeof findingSchema>
