import type { AnswerHitView } from '#shared/contract/views.ts'
import type { SeatConnection } from '../connection/seat-connection.ts'
import { citationOf, mostAnswers, type AnswersStore } from './answers-store.ts'
import { seatAnswersText } from '../text/seat-answers.ts'
import { isAbort, isConnectionFailure } from './explain.ts'

const searchAfterMs = 150
/** Scripts carry values of the ticket; they are read again this long after it changed. */
const scriptsAfterMs = 800

/** What a seat can say against an answer: 内容有误, 已过期. */
export type AnswerMark = 'wrong' | 'expired'

export interface AnswersActions {
  /** Searches after a short pause; only the newest search counts. An empty query goes back to the suggestions. */
  readonly search: (query: string) => void
  readonly toggle: (answerId: string) => void
  /** Shows a script until the call has gone on from this moment (see `momentOf`). */
  readonly choose: (scriptId: string, moment: string) => void
  /** Tells the trainers what is the matter with an answer. */
  readonly mark: (answer: AnswerHitView, kind: AnswerMark) => Promise<void>
  /** Opens the whole entry over the desk. */
  readonly openWhole: (answerId: string) => Promise<void>
  readonly loadScripts: (callId: string | null) => Promise<void>
  /** Reads the scripts again soon, however often it is asked for. */
  readonly refreshScripts: (callId: string) => void
}

export function createAnswersActions(
  connection: SeatConnection,
  store: AnswersStore,
  fail: (error: unknown) => void,
  tell: { readonly notify: (message: string) => void; readonly showWhole: () => void },
): AnswersActions {
  let running: AbortController | null = null
  let searchTimer: ReturnType<typeof setTimeout> | undefined
  let scriptsTimer: ReturnType<typeof setTimeout> | undefined

  function failUnlessPassing(error: unknown): void {
    if (!isAbort(error) && !isConnectionFailure(error)) fail(error)
  }

  async function run(query: string): Promise<void> {
    const controller = new AbortController()
    running = controller
    try {
      const found = await connection.call(
        'answers.search',
        { text: query, top: mostAnswers },
        controller.signal,
      )
      store.setState({ found, searching: false })
    } catch (error) {
      if (!isAbort(error)) store.setState({ searching: false })
      failUnlessPassing(error)
    }
  }

  async function loadScripts(callId: string | null): Promise<void> {
    try {
      const scripts = await connection.call('scripts.list', callId === null ? {} : { callId })
      store.setState({ scripts })
    } catch (error) {
      failUnlessPassing(error)
    }
  }

  return {
    search(query) {
      clearTimeout(searchTimer)
      running?.abort()
      if (query.trim() === '') {
        store.setState({ query, found: null, searching: false })
        return
      }
      store.setState({ query, searching: true })
      searchTimer = setTimeout(() => void run(query.trim()), searchAfterMs)
    },
    toggle: (answerId) =>
      store.setState((state) => ({ expandedId: state.expandedId === answerId ? null : answerId })),
    async mark(answer, kind) {
      try {
        await connection.call('knowledge.mark', { answerId: answer.id, kind })
        store.setState(({ marks }) => ({ marks: { ...marks, [citationOf(answer)]: kind } }))
        tell.notify(seatAnswersText.told(answer.title, kind))
      } catch (error) {
        fail(error)
      }
    },
    async openWhole(answerId) {
      try {
        store.setState({ whole: await connection.call('knowledge.answer', { answerId }) })
        tell.showWhole()
      } catch (error) {
        fail(error)
      }
    },
    choose: (id, moment) => store.setState({ chosenScript: { id, moment } }),
    loadScripts,
    refreshScripts(callId) {
      if (scriptsTimer !== undefined) return
      scriptsTimer = setTimeout(() => {
        scriptsTimer = undefined
        void loadScripts(callId)
      }, scriptsAfterMs)
    },
  }
}
