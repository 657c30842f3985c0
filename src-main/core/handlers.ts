import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { SessionView } from '#shared/contract/views.ts'
import { ticketFieldsSchema } from '#shared/domain/ticket-fields.ts'
import { scriptValues } from '#shared/domain/scripts/script-values.ts'
import type { RecordingLibrary } from './calls/recording-library.ts'
import { settingHandlers } from './accounts/setting-handlers.ts'
import type { SeatSettings } from './accounts/seat-settings.ts'
import { turnHandlers } from './calls/turn-handlers.ts'
import { knowledgeHandlers, type KnowledgeServices } from './knowledge/knowledge-handlers.ts'
import type { SiteKnowledge } from './knowledge/site-knowledge.ts'
import type { ForkDesk } from './media-fork/fork-desk.ts'
import { deviceHandlers } from './devices/device-handlers.ts'
import type { SystemSound } from './devices/system-sound.ts'
import { modelHandlers } from './models/model-handlers.ts'
import type { ModelDesk } from './models/model-desk.ts'
import { mediaForkHandlers } from './media-fork/media-fork-handlers.ts'
import type { DeskFinder } from './rehearsal/call-desks.ts'
import { rehearsalHandlers } from './rehearsal/rehearsal-handlers.ts'
import type { Rehearsals } from './rehearsal/rehearsals.ts'
import type { CallAudio } from './recordings/call-audio.ts'
import { callAudioHandlers } from './recordings/call-audio-handlers.ts'
import { qualityHandlers, type QualityServices } from './review/review-handlers.ts'
import { rulebookHandlers } from './review/rulebook/rulebook-handlers.ts'
import { storeFailure, type Store } from './store/open-store.ts'
import type { CallStaff } from './store/review-store.ts'

/** Subjects offered while a name is typed. */
const offeredSubjects = 8

interface Services {
  readonly store: Store
  readonly knowledge: () => SiteKnowledge
  readonly shared: KnowledgeServices
  /** Of a real call or of a rehearsal. */
  readonly desks: DeskFinder
  readonly rehearsals: Rehearsals
  readonly staff: () => CallStaff
  readonly callAudio: CallAudio
  readonly settings: SeatSettings
  readonly systemSound: SystemSound
  readonly recordings: RecordingLibrary
  readonly forks: ForkDesk
  readonly models: ModelDesk
  readonly quality: QualityServices
  readonly session: () => SessionView
}

/** A full disk is told in its own words, whichever procedure meets it. */
export function createHandlers(services: Services): Handlers {
  const guarded = Object.entries(handlersOf(services)).map(([name, handler]) => {
    const handle = handler as (...given: unknown[]) => unknown
    const guardedHandler = async (...given: unknown[]): Promise<unknown> => {
      try {
        return await handle(...given)
      } catch (error) {
        throw storeFailure(error)
      }
    }
    return [name, guardedHandler] as const
  })
  return Object.fromEntries(guarded) as unknown as Handlers
}

/** One line a procedure of the contract: what it does is in the desks. */
function handlersOf(services: Services): Handlers {
  const { knowledge, desks, rehearsals, settings, recordings, session } = services
  return {
    'session.get': () => session(),

    'recordings.list': () => recordings.list(),
    'recordings.begin': ({ title, files }) => ({ uploadId: recordings.begin(title, files) }),
    'recordings.append': ({ uploadId, file, base64 }) => {
      recordings.append(uploadId, file, base64)
      return {}
    },
    'recordings.finish': ({ uploadId }) => recordings.finish(uploadId),
    'recordings.listen': async ({ recordingId }) => {
      await rehearsals.listener.listen(recordingId)
      return {}
    },
    'recordings.remove': ({ recordingId }) => {
      recordings.remove(recordingId)
      return {}
    },
    'recordings.cancel': ({ uploadId }) => {
      recordings.cancel(uploadId)
      return {}
    },

    ...settingHandlers(settings),
    ...deviceHandlers(services),
    ...turnHandlers(desks),
    ...modelHandlers(services.models),
    ...mediaForkHandlers(services.forks),
    ...callAudioHandlers(services.callAudio),
    ...knowledgeHandlers(services.shared),
    ...qualityHandlers(() => services.quality),
    ...rulebookHandlers(() => services.quality.rulebook),
    ...rehearsalHandlers(() => rehearsals),

    'calls.start': ({ source, callerNumber }, caller) =>
      source.kind === 'rehearsal'
        ? rehearsals.room.start(source, services.staff())
        : desks.forReal(caller).calls.start(source, callerNumber),
    'calls.end': ({ callId }, caller) => desks.ofCall(callId, caller).calls.end(callId),
    'calls.get': ({ callId }) => desks.holding(callId).calls.view(callId),
    'calls.list': ({ limit }) => desks.own.calls.list(limit),

    'tickets.setField': ({ ticketId, field, value, reason }, caller) =>
      desks.ofTicket(ticketId, caller).tickets.setField(ticketId, field, value, caller.staffNumber, reason),
    'tickets.accept': ({ ticketId, fields }, caller) =>
      desks.ofTicket(ticketId, caller).tickets.accept(ticketId, fields, caller.staffNumber),
    'tickets.clearField': ({ ticketId, field }, caller) =>
      desks.ofTicket(ticketId, caller).tickets.clear(ticketId, field, caller.staffNumber),
    'tickets.undo': ({ ticketId }, caller) =>
      desks.ofTicket(ticketId, caller).tickets.undo(ticketId, caller.staffNumber),
    'tickets.submit': ({ ticketId, despiteMissing }, caller) =>
      desks.ofTicket(ticketId, caller).tickets.submit(ticketId, despiteMissing, caller.staffNumber),
    'tickets.retry': ({ ticketId }, caller) => desks.ofTicket(ticketId, caller).tickets.retry(ticketId),

    'answers.search': ({ text, top }) => {
      const hits = knowledge().search({ text }, top)
      if (!rehearsals.room.isBusy) services.shared.shared.signals.searched(text, hits.length > 0)
      return hits
    },
    'answers.markRead': ({ ticketId, answerId }, caller) => {
      const shelved = knowledge().answer(answerId)
      if (shelved === undefined) throw new FailureError('not-found', errorMessages.answerNotFound)
      const found = desks.ofTicket(ticketId, caller)
      const cited = `${answerId}@${shelved.version}`
      const ticket = found.tickets.markRead(ticketId, cited, caller.staffNumber)
      if (found === desks.own) services.shared.shared.signals.about('read', answerId, shelved.version)
      return ticket
    },
    'scripts.list': ({ callId }) => {
      const ticket = callId === undefined ? undefined : desks.holding(callId).store.tickets.ofCall(callId)
      const { pack } = knowledge()
      const draft = ticket?.draft ?? {}
      return knowledge().scripts(
        { staffNumber: session().staffNumber, ...scriptValues(draft, pack.categories, ticket?.number) },
        ticketFieldsSchema.shape.requestType.safeParse(draft.requestType?.value).data,
      )
    },
    'flags.dismiss': ({ callId, turn, rule }, caller) => {
      desks.ofCall(callId, caller).store.calls.dismissFlag(callId, turn, rule)
      return {}
    },

    'catalogue.categories': () =>
      knowledge().pack.categories.map(({ code, level1, level2, level3, unit }) => ({
        code,
        path: [level1, level2, level3],
        unit,
      })),
    'catalogue.subjects': ({ text }) =>
      knowledge()
        .pack.subjects.filter((subject) =>
          [subject.name, ...subject.aliases].some((name) => name.includes(text)),
        )
        .slice(0, offeredSubjects)
        .map(({ id, name, address }) => ({ id, name, address })),
  }
}
