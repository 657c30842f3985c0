import { FailureError } from '#shared/base/result.ts'
import { errorMessages } from '#shared/catalogue/errors.ts'
import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { SessionView } from '#shared/contract/views.ts'
import { ticketFieldsSchema } from '#shared/domain/ticket-fields.ts'
import { scriptValues } from '#shared/domain/scripts/script-values.ts'
import type { CallDesk } from './calls/call-desk.ts'
import type { RecordingLibrary } from './calls/recording-library.ts'
import { settingHandlers } from './accounts/setting-handlers.ts'
import type { SeatSettings } from './accounts/seat-settings.ts'
import { turnHandlers } from './calls/turn-handlers.ts'
import type { TurnChoices } from './calls/turn-choices.ts'
import { knowledgeHandlers, type KnowledgeServices } from './knowledge/knowledge-handlers.ts'
import type { SiteKnowledge } from './knowledge/site-knowledge.ts'
import type { ForkDesk } from './media-fork/fork-desk.ts'
import { deviceHandlers } from './devices/device-handlers.ts'
import type { SystemSound } from './devices/system-sound.ts'
import { modelHandlers } from './models/model-handlers.ts'
import type { ModelDesk } from './models/model-desk.ts'
import { mediaForkHandlers } from './media-fork/media-fork-handlers.ts'
import type { CallAudio } from './recordings/call-audio.ts'
import { callAudioHandlers } from './recordings/call-audio-handlers.ts'
import { qualityHandlers, type QualityServices } from './review/review-handlers.ts'
import { storeFailure, type Store } from './store/open-store.ts'
import type { TicketDesk } from './tickets/ticket-desk.ts'

/** Subjects offered while a name is typed. */
const offeredSubjects = 8

interface Services {
  readonly store: Store
  readonly knowledge: () => SiteKnowledge
  readonly shared: KnowledgeServices
  readonly calls: CallDesk
  readonly callAudio: CallAudio
  readonly choices: TurnChoices
  readonly settings: SeatSettings
  readonly systemSound: SystemSound
  readonly tickets: TicketDesk
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
  const { store, knowledge, calls, choices, settings, tickets, recordings, session } = services
  return {
    'session.get': () => session(),

    'recordings.list': () => recordings.list(),
    'recordings.begin': ({ title, files }) => ({ uploadId: recordings.begin(title, files) }),
    'recordings.append': ({ uploadId, file, base64 }) => {
      recordings.append(uploadId, file, base64)
      return {}
    },
    'recordings.finish': ({ uploadId }) => recordings.finish(uploadId),
    'recordings.cancel': ({ uploadId }) => {
      recordings.cancel(uploadId)
      return {}
    },

    ...settingHandlers(settings),
    ...deviceHandlers(services),
    ...turnHandlers(choices),
    ...modelHandlers(services.models),
    ...mediaForkHandlers(services.forks),
    ...callAudioHandlers(services.callAudio),
    ...knowledgeHandlers(services.shared),
    ...qualityHandlers(() => services.quality),

    'calls.start': ({ source, callerNumber }) => calls.start(source, callerNumber),
    'calls.end': ({ callId }) => calls.end(callId),
    'calls.get': ({ callId }) => calls.view(callId),
    'calls.list': ({ limit }) => calls.list(limit),

    'tickets.setField': ({ ticketId, field, value, reason }, { staffNumber }) =>
      tickets.setField(ticketId, field, value, staffNumber, reason),
    'tickets.accept': ({ ticketId, fields }, { staffNumber }) =>
      tickets.accept(ticketId, fields, staffNumber),
    'tickets.clearField': ({ ticketId, field }, { staffNumber }) =>
      tickets.clear(ticketId, field, staffNumber),
    'tickets.undo': ({ ticketId }, { staffNumber }) => tickets.undo(ticketId, staffNumber),
    'tickets.submit': ({ ticketId, despiteMissing }, { staffNumber }) =>
      tickets.submit(ticketId, despiteMissing, staffNumber),
    'tickets.retry': ({ ticketId }) => tickets.retry(ticketId),

    'answers.search': ({ text, top }) => {
      const hits = knowledge().search({ text }, top)
      services.shared.shared.signals.searched(text, hits.length > 0)
      return hits
    },
    'answers.markRead': ({ ticketId, answerId }, { staffNumber }) => {
      const shelved = knowledge().answer(answerId)
      if (shelved === undefined) throw new FailureError('not-found', errorMessages.answerNotFound)
      const ticket = tickets.markRead(ticketId, `${answerId}@${shelved.version}`, staffNumber)
      services.shared.shared.signals.about('read', answerId, shelved.version)
      return ticket
    },
    'scripts.list': ({ callId }) => {
      const ticket = callId === undefined ? undefined : store.tickets.ofCall(callId)
      const { pack } = knowledge()
      const draft = ticket?.draft ?? {}
      return knowledge().scripts(
        { staffNumber: session().staffNumber, ...scriptValues(draft, pack.categories, ticket?.number) },
        ticketFieldsSchema.shape.requestType.safeParse(draft.requestType?.value).data,
      )
    },
    'flags.dismiss': ({ callId, turn, rule }) => {
      store.calls.dismissFlag(callId, turn, rule)
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
