import * as z from 'zod'

/** Who speaks on a channel: the seat (坐席, left channel) or the citizen (市民, right channel). */
export const speakerSchema = z.enum(['seat', 'citizen'])
export type Speaker = z.infer<typeof speakerSchema>

/** The two channels of a call, in the order of a stereo recording. */
export const speakers = speakerSchema.options

/** One finished utterance. Times are milliseconds since the start of the call. */
export const turnSchema = z.object({
  speaker: speakerSchema,
  startMs: z.number().nonnegative(),
  endMs: z.number().nonnegative(),
  text: z.string(),
  /** 0–1 where the recogniser gives one. */
  confidence: z.number().min(0).max(1).optional(),
})
export type Turn = z.infer<typeof turnSchema>

/** What is known of a call before a word is said. */
export interface CallContext {
  /** Local wall-clock time, `YYYY-MM-DDTHH:MM[:SS]`, with or without an offset. Relative dates are resolved against it. */
  readonly startedAt?: string | undefined
  /** 来电号码: the number that the switch shows; not the contact number until the caller says so. */
  readonly callerNumber?: string | undefined
}

/** One line of a `calls.jsonl` file: the input of `seat fill` and `seat check`. */
export const callTranscriptSchema = z.object({
  call: z.string(),
  startedAt: z.string().optional(),
  callerNumber: z.string().optional(),
  turns: z.array(turnSchema.extend({ startMs: z.number().default(0), endMs: z.number().default(0) })),
})
export type CallTranscript = z.infer<typeof callTranscriptSchema>
