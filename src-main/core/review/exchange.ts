import { createHash } from 'node:crypto'
import * as z from 'zod'
import { localIso } from '#shared/base/local-time.ts'
import { FailureError } from '#shared/base/result.ts'
import { reviewText } from '#shared/catalogue/review.ts'
import { reviewBatch } from '#shared/contract/central-review.ts'
import type { Role } from '#shared/contract/procedure.ts'
import type { ReviewEvent } from '#shared/domain/review/review-event.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import type { Clock } from '../clock.ts'
import type { Publish } from '../connections.ts'
import type { CallAudio } from '../recordings/call-audio.ts'
import type { Store } from '../store/open-store.ts'
import { cutPieces, encodePlayable } from './audio-pieces.ts'
import { makeCase } from './make-case.ts'
import type { ReviewClient } from './review-client.ts'
import type { ReviewDesk } from './review-desk.ts'
import type { ReviewEntry } from './review-entries.ts'
import { centreAway } from '../sync/ask-centre.ts'

export interface ExchangeOptions {
  readonly store: Store
  readonly clock: Clock
  readonly pack: () => SitePack
  readonly callAudio: CallAudio
  readonly desk: ReviewDesk
  readonly roles: () => readonly Role[]
  readonly publish: Publish
}

const cursorKey = 'review-cursor'
const cursorSchema = z.object({ cases: z.number(), events: z.number() })
/** Pages read at once; the rest comes with the next exchange. */
const longestRead = 20
/** Where a site pack says nothing of transcripts: as for recordings. */
const keptDays = 90

/**
 * Brings reviews to the centre and from there. Only calls that are to be reviewed leave this client, and nothing is sent twice;
 * where the centre is away it stops, and the next exchange goes on.
 */
export async function exchangeReviews(client: ReviewClient, options: ExchangeOptions): Promise<void> {
  if (!(await sendCases(client, options))) return
  if (!(await sendEvents(client, options))) return
  await receive(client, options)
  const { store, clock, pack } = options
  const days = pack().meta.retention['transcriptsDays'] ?? keptDays
  store.reviews.removeCasesBefore(localIso(clock.now() - days * 86_400_000))
}

async function sendCases(client: ReviewClient, options: ExchangeOptions): Promise<boolean> {
  const wanted = options.desk.entries
    .list()
    .filter((entry) => entry.own && (entry.reasons.length > 0 || entry.events.length > 0))
  for (const entry of wanted) if (!(await sendCase(client, entry, options))) return false
  return true
}

/** True unless the centre is away: a call that it does not take is not sent again in this state. */
async function sendCase(
  client: ReviewClient,
  entry: ReviewEntry,
  options: ExchangeOptions,
): Promise<boolean> {
  const { store, desk, callAudio, pack } = options
  const { callId } = entry
  const call = store.calls.get(callId)
  const playable = call !== undefined && callAudio.playable(call)
  const review = makeCase(entry, desk.entries.words(callId), playable, pack().scorecard.reveal)
  const digest = createHash('sha256').update(JSON.stringify(review)).digest('hex')
  if (store.reviews.sentOf(callId).digest !== digest) {
    const sent = await client.sendCase(review)
    if (!sent.ok && sent.error.code === centreAway) return false
    // A call of an earlier client has no row yet that says whose it is.
    store.reviews.noteStaff(callId, entry)
    store.reviews.setCaseSent(callId, digest)
    if (!sent.ok) return true
  }
  return !playable || sendSound(client, callId, options)
}

/** A recording that cannot be read (removed meanwhile, damaged) is left out, and its call stays. */
async function sendSound(client: ReviewClient, callId: string, options: ExchangeOptions): Promise<boolean> {
  try {
    return await sendAudio(client, callId, options)
  } catch (error) {
    if (!(error instanceof FailureError)) throw error
    options.store.reviews.setAudioSent(callId, 0, true)
    return true
  }
}

async function sendAudio(
  client: ReviewClient,
  callId: string,
  { store, callAudio }: ExchangeOptions,
): Promise<boolean> {
  const { pieces: sentPieces, whole } = store.reviews.sentOf(callId)
  if (whole) return true
  const isRecorded = store.calls.get(callId)?.source.kind !== 'recording'
  const packets = isRecorded
    ? await callAudio.packets(callId)
    : await encodePlayable(await callAudio.open(callId))
  const pieces = cutPieces(packets)
  for (const [piece, bytes] of pieces.entries()) {
    if (piece < sentPieces) continue
    const last = piece === pieces.length - 1
    const sent = await client.sendAudio(callId, { piece, base64: bytes.toString('base64'), last })
    if (!sent.ok) return sent.error.code !== centreAway
    store.reviews.setAudioSent(callId, piece + 1, last)
  }
  return true
}

async function sendEvents(client: ReviewClient, { store, desk, publish }: ExchangeOptions): Promise<boolean> {
  for (;;) {
    const events = store.reviews.unsent(reviewBatch)
    if (events.length === 0) return true
    const answer = await client.sendEvents(events)
    if (!answer.ok) return false
    const refused = new Map(answer.value.refused.map(({ id, message }) => [id, message]))
    store.transaction(() => {
      for (const id of refused.keys()) store.reviews.removeEvent(id)
      store.reviews.setSent(events.map(({ id }) => id))
    })
    for (const { id, callId } of events) {
      const message = refused.get(id)
      if (message === undefined) continue
      desk.changed(callId)
      publish('notice', { code: 'review-refused', message: reviewText.notTaken(message) })
    }
  }
}

async function receive(client: ReviewClient, options: ExchangeOptions): Promise<void> {
  const { store, desk, roles } = options
  let cursor = store.settings.get(cursorKey, cursorSchema) ?? { cases: 0, events: 0 }
  // Trainers try rules on them.
  const reviews = roles().some((role) => role !== 'operator')
  for (let page = 0; reviews && page < longestRead; page += 1) {
    const answer = await client.cases(cursor.cases)
    if (!answer.ok || answer.value.cases.length === 0) break
    cursor = { ...cursor, cases: answer.value.next }
    store.transaction(() => {
      for (const review of answer.value.cases) {
        if (store.calls.get(review.callId) === undefined) store.reviews.putCase(review)
      }
      store.settings.set(cursorKey, cursor)
    })
    for (const { callId } of answer.value.cases) desk.changed(callId)
  }
  for (let page = 0; page < longestRead; page += 1) {
    const answer = await client.events(cursor.events)
    if (!answer.ok || answer.value.events.length === 0) break
    cursor = { ...cursor, events: answer.value.next }
    const added = store.transaction(() => {
      store.settings.set(cursorKey, cursor)
      return answer.value.events.filter((event) => store.reviews.addEvent(event, true))
    })
    tell(desk, added)
  }
}

function tell(desk: ReviewDesk, added: readonly ReviewEvent[]): void {
  for (const callId of new Set(added.map((event) => event.callId))) desk.changed(callId)
  if (added.length > 0) desk.rulesChanged()
}
