import * as z from 'zod'
import { speakerSchema, turnSchema } from '../domain/call.ts'
import { correctionSchema } from '../domain/correction/correction.ts'
import { ticketDraftSchema } from '../domain/ticket-fields.ts'
import { scriptPhases } from '../domain/site-pack.ts'
import { wordingFlagSchema } from '../domain/wording-flag.ts'
import { roles } from './procedure.ts'

/** What the client shows: plain data, one schema a view. */

export const callSourceSchema = z.discriminatedUnion('kind', [
  /** Audio that the client itself captures: `openAudio` follows. */
  z.object({ kind: z.literal('capture'), channels: z.array(speakerSchema).min(1).max(2) }),
  /** A recording that was added before: one stereo file or two mono files, left or first = seat. */
  z.object({
    kind: z.literal('recording'),
    recordingId: z.string(),
    pace: z.enum(['realtime', 'fast']).default('realtime'),
  }),
  /** 媒体分流: audio that the switch sends to the host (docs/media-fork.md). */
  z.object({
    kind: z.literal('media-fork'),
    forkId: z.string(),
    channels: z.array(speakerSchema).min(1).max(2),
  }),
  /** 演练: a script of the pack or a recorded call; the citizen waits for the seat's words. Kept apart from all real calls. */
  z.object({
    kind: z.literal('rehearsal'),
    of: z.enum(['script', 'recording']),
    rehearsalId: z.string(),
    title: z.string().default(''),
    /** Whether the seat speaks: its microphone is the channel. Else its sentences are typed. */
    spoken: z.boolean(),
    /** From ringing to answering. */
    answeredAfterMs: z.number().nonnegative().optional(),
  }),
])
export type CallSource = z.infer<typeof callSourceSchema>

export const callPhaseSchema = z.enum(['live', 'ended', 'interrupted'])

/** Words still being spoken. */
export const partialSchema = z.object({
  callId: z.string(),
  speaker: speakerSchema,
  startMs: z.number(),
  endMs: z.number(),
  text: z.string(),
})
export type Partial = z.infer<typeof partialSchema>

/**
 * A turn as it is shown. `text` is what counts: the streamed words, or those of the second pass (二次识别) where they are in
 * use, with the names chosen in `corrections` put in. Understanding, wording and answers read `text` alone.
 */
export const turnViewSchema = turnSchema.extend({
  index: z.number().int().nonnegative(),
  /** True for words saved from a partial after the program was killed. */
  recovered: z.boolean().default(false),
  /** The streamed words, where `text` is not just them. */
  heard: z.string().optional(),
  secondPass: z.object({ text: z.string(), inUse: z.boolean() }).optional(),
  /** Names of the pack that sound like what was heard; places are those of the words before any correction. */
  corrections: z.array(correctionSchema).default([]),
  /** `text` with marks by the punctuation model; absent without one, and after a correction. */
  punctuated: z.string().optional(),
})
export type TurnView = z.infer<typeof turnViewSchema>

export const syncStateSchema = z.enum(['draft', 'queued', 'sent', 'acknowledged', 'conflict', 'parked'])
export type SyncState = z.infer<typeof syncStateSchema>

/** A ticket can be written in until it is on its way, and again when the centre sent it back. */
export function isEditableState(state: SyncState): boolean {
  return state === 'draft' || state === 'parked'
}

export const missingElementSchema = z.object({ element: z.string(), label: z.string(), question: z.string() })
export type MissingElement = z.infer<typeof missingElementSchema>

/** `basis` says rule and source in one phrase; `assumed` where holidays were guessed. */
export const deadlineSchema = z.object({
  what: z.enum(['dispatch', 'feedback']),
  by: z.string(),
  basis: z.string(),
  assumed: z.boolean(),
})
export type DeadlineView = z.infer<typeof deadlineSchema>

/** A ticket that may be about the same matter (疑似重复). It says nothing of who called. */
export const similarTicketSchema = z.object({
  ticketId: z.string(),
  /** 工单编号; absent until the centre gave it. */
  number: z.string().optional(),
  /** When its call began, ISO. */
  at: z.string(),
  relation: z.enum(['same-caller', 'other-caller']),
  reasons: z.array(z.enum(['caller', 'subject', 'place', 'category', 'words', 'follow-up'])),
  /** Category, party and demand in one line. */
  summary: z.string(),
})
export type SimilarTicket = z.infer<typeof similarTicketSchema>

export const ticketViewSchema = z.object({
  ticketId: z.string(),
  callId: z.string(),
  draft: ticketDraftSchema,
  state: syncStateSchema,
  /** 工单编号, given by the centre. */
  number: z.string().optional(),
  /** Why the centre refused it or could not be reached, in the user's words. */
  trouble: z.string().optional(),
  savedAt: z.string(),
  missing: z.array(missingElementSchema),
  /** The legal clocks (办理时限) that run by its urgency and type; `by` is ISO. */
  deadlines: z.array(deadlineSchema),
  /** Earlier tickets of all seats that are probably about the same matter, the surest first. */
  similar: z.array(similarTicketSchema),
  canUndo: z.boolean(),
  answersRead: z.array(z.string()),
})
export type TicketView = z.infer<typeof ticketViewSchema>

export const answerHitSchema = z.object({
  id: z.string(),
  /** What a ticket cites after the @: the published revision, or the version of the site pack. */
  version: z.string().optional(),
  title: z.string(),
  answer: z.string(),
  category: z.string(),
  expires: z.string().optional(),
  source: z.string().optional(),
  score: z.number(),
  matched: z.array(z.string()),
})
export type AnswerHitView = z.infer<typeof answerHitSchema>

export const scriptViewSchema = z.object({
  id: z.string(),
  phase: z.enum(scriptPhases),
  title: z.string(),
  text: z.string(),
  key: z.string().optional(),
})
export type ScriptView = z.infer<typeof scriptViewSchema>

export const callSummarySchema = z.object({
  callId: z.string(),
  startedAt: z.string(),
  phase: callPhaseSchema,
  callerNumber: z.string().optional(),
  contactName: z.string().optional(),
  turns: z.number().int().nonnegative(),
  state: syncStateSchema,
  number: z.string().optional(),
})
export type CallSummary = z.infer<typeof callSummarySchema>

export const callViewSchema = z.object({
  callId: z.string(),
  startedAt: z.string(),
  phase: callPhaseSchema,
  /** Length of audio heard so far. */
  durationMs: z.number(),
  callerNumber: z.string().optional(),
  source: callSourceSchema,
  /** The number that audio frames of this call carry, so that a page loaded anew can go on capturing. */
  audioStream: z.number().int().nonnegative(),
  /** Whether `calls.audio` has something to play. */
  playable: z.boolean(),
  turns: z.array(turnViewSchema),
  partials: z.array(partialSchema),
  flags: z.array(wordingFlagSchema.extend({ dismissed: z.boolean() })),
  answers: z.array(answerHitSchema),
  ticket: ticketViewSchema,
})
export type CallView = z.infer<typeof callViewSchema>

export const recordingSchema = z.object({
  recordingId: z.string(),
  title: z.string(),
  description: z.string(),
  durationMs: z.number(),
  rehearsal: z.boolean(),
  /** 来电号码 to show when it rings, where the recording names one. */
  callerNumber: z.string().optional(),
})
export type Recording = z.infer<typeof recordingSchema>

export const syncViewSchema = z.object({
  /** Whether the last exchange with the centre succeeded; `starting` until there was one. */
  centre: z.enum(['starting', 'online', 'offline']),
  waiting: z.number().int().nonnegative(),
  parked: z.number().int().nonnegative(),
  trouble: z.string().optional(),
})
export type SyncView = z.infer<typeof syncViewSchema>

export const recogniserViewSchema = z.object({
  state: z.enum(['loading', 'ready', 'restarting', 'failed']),
  model: z.string(),
  /** Shown beside the state: a rehearsal model is not for real calls. */
  note: z.string(),
  /** Decodes finished sentences again; `skipping` while the machine is too busy for it. */
  secondPass: z.object({ model: z.string(), skipping: z.boolean() }).optional(),
  /** Whether a punctuation model is at work. */
  punctuation: z.boolean().default(false),
})
export type RecogniserView = z.infer<typeof recogniserViewSchema>

export const sessionViewSchema = z.object({
  staffNumber: z.string(),
  staffName: z.string(),
  roles: z.array(z.enum(roles)),
  version: z.string(),
  pack: z.object({
    id: z.string(),
    city: z.string(),
    version: z.string(),
    sample: z.boolean(),
    hotlineName: z.string(),
    answers: z.number(),
    /** Names with numerals in them (五山路, 三元里), which the transcript leaves as they are. */
    numberedNames: z.array(z.string()).default([]),
    /** Whether the pack lets the sound of calls be kept. */
    recording: z.boolean().default(true),
    /** What trainers called wording rules, by id; the page has names for the others. */
    ruleTitles: z.record(z.string(), z.string()).default({}),
  }),
  recogniser: recogniserViewSchema,
  sync: syncViewSchema,
  /** The call that was running when the client last stopped, or is running now. */
  openCallId: z.string().optional(),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** How names are corrected by sound: not at all, as a proposal, or put in at once with the original a click away. */
export const correctionModes = ['off', 'preview', 'automatic'] as const
export const settingsSchema = z.object({ correction: z.enum(correctionModes) })
export type Settings = z.infer<typeof settingsSchema>

export const modelRoles = ['streaming', 'second-pass', 'punctuation', 'voice-activity'] as const
export type ModelRole = (typeof modelRoles)[number]

/** A published figure, with where it was published; never one of ours. */
export const publishedFigureSchema = z.object({
  /** What was measured, such as 'CER AISHELL-1 test'. */
  measure: z.string(),
  value: z.number(),
  unit: z.enum(['%', 'RTF']),
  source: z.string(),
})

/** A model (模型) of the manifest and how it stands on this machine. */
export const modelViewSchema = z.object({
  id: z.string(),
  title: z.string(),
  role: z.enum(modelRoles),
  kind: z.string(),
  note: z.string(),
  licence: z.string(),
  origin: z.string(),
  /** Mirrors that a fetch can be pointed at; the origin is the first. Empty where it cannot be fetched. */
  mirrors: z.array(z.string()),
  /** Of the download where known, else of the files. */
  bytes: z.number().optional(),
  published: z.array(publishedFigureSchema),
  state: z.enum(['installed', 'unverified', 'not-installed', 'broken', 'fetching', 'checking']),
  /** Part of the program: cannot be removed. */
  shipped: z.boolean(),
  /** In use for its role. */
  chosen: z.boolean(),
  /** Of the running fetch, in bytes. */
  progress: z.object({ received: z.number(), total: z.number().optional() }).optional(),
  /** What is wrong, in the user's words. */
  problem: z.string().optional(),
})
export type ModelView = z.infer<typeof modelViewSchema>

/** The media fork's door: where the switch connects to. */
export const mediaForkViewSchema = z.object({
  state: z.enum(['off', 'listening', 'failed']),
  /** Such as `ws://127.0.0.1:12346/`. */
  address: z.string().optional(),
  token: z.string().optional(),
  trouble: z.string().optional(),
  /** Who is connected now. */
  forks: z.array(
    z.object({
      forkId: z.string(),
      callerNumber: z.string().optional(),
      channels: z.array(speakerSchema),
      format: z.string(),
      since: z.string(),
    }),
  ),
})
export type MediaForkView = z.infer<typeof mediaForkViewSchema>
