import type { SeatConnection } from '../connection/seat-connection.ts'
import { mostAnswers, type AnswersStore } from './answers-store.ts'
import { isAbort, isConnectionFailure } from './explain.ts'

const searchAfterMs = 150
/** Scripts carry values of the ticket; they are read again this long after it changed. */
const scriptsAfterMs = 800

export interface AnswersActions {
  /** Searches after a short pause; only the newest search counts. An empty query goes back to the suggestions. */
  readonly search: (query: string) => void
  readonly toggle: (answerId: string) => void
  /** Shows a script until the call has gone on from this moment (see `momentOf`). */
  readonly choose: (scriptId: string, moment: string) => void
  readonly loadScripts: (callId: string | null) => Promise<void>
  /** Reads the scripts again soon, however often it is asked for. */
  readonly refreshScripts: (callId: string) => void
}

export function createAnswersActions(
  connection: SeatConnection,
  store: AnswersStore,
  fail: (error: unknown) => void,
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
