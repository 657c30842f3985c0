import { momentOf, nextScript, pointedAnswer, shownAnswers } from '../state/answers-store.ts'
import { openCall, rehearsedOf } from '../state/call-store.ts'
import type { Desk } from '../state/desk-model.ts'
import { desksOf, nextDesk, shownDesk } from '../state/desks.ts'
import { evidenceSpan } from '../state/evidence-span.ts'
import type { PlayedSpan } from '../state/playback.ts'
import { canUndo, sourcedEntry } from '../state/ticket-store.ts'
import { isEditableState, type AnswerHitView } from '#shared/contract/views.ts'
import type { Dial } from '#shared/domain/review/next-nudge.ts'
import { waitingNudgesOf } from '../state/nudge.ts'
import type { Overlay, SettingsTab, ThemeName } from '../state/ui-store.ts'
import type { CommandName } from '../text/commands.ts'

export interface Command {
  /** Whether it can be done now; what cannot is not offered and its key does nothing. */
  readonly enabled: () => boolean
  readonly run: () => void
}

export type Commands = Readonly<Record<CommandName, Command>>

/** What only a window can do; the rest needs no DOM. */
export interface WindowActions {
  readonly focusSearch: () => void
  readonly focusNextColumn: () => void
  readonly toggleTranscriptWindow: () => void
}

const always = (): boolean => true

/** What works at every desk; the rest belongs to the seat's and rests while another is on screen. */
const everywhere: ReadonlySet<CommandName> = new Set<CommandName>([
  'palette',
  'keyHelp',
  'settings',
  'models',
  'devices',
  'nextDesk',
  'nextColumn',
  'themeSystem',
  'themeLight',
  'themeDark',
  'themeContrast',
])

/** Every action of the desk by name: the same for keys, palette and hints. */
export function createCommands(desk: Desk, windowActions: WindowActions): Commands {
  const { stores } = desk
  const stage = () => stores.call.getState().stage
  const call = () => openCall(stores.call.getState())
  const ticket = () => stores.ticket.getState().ticket
  const ringing = (): boolean => stage().kind === 'ringing'
  const inCall = (): boolean => call() !== null
  const editable = (): boolean => {
    const shown = ticket()
    return shown !== null && isEditableState(shown.state)
  }
  const overlay = (name: Overlay): Command => ({
    enabled: always,
    run: () => stores.ui.setState({ overlay: name }),
  })
  const settings = (tab: SettingsTab): Command => ({
    enabled: always,
    run: () => stores.ui.setState({ overlay: 'settings', settingsTab: tab }),
  })
  const theme = (name: ThemeName): Command => ({
    enabled: always,
    run: () => stores.ui.setState({ theme: name }),
  })
  const dial = (name: Dial): Command => ({ enabled: always, run: () => stores.ui.setState({ dial: name }) })

  function read(place: number): Command {
    const hit = () => shownAnswers(stores.answers.getState())[place - 1]
    return {
      enabled: () => ticket() !== null && hit() !== undefined,
      run: () => {
        const answer = hit()
        if (answer !== undefined) void desk.ticket.markRead(answer.id)
      },
    }
  }

  /** The words of the field that has the focus, or that the pointer lights. */
  function litSpan(): PlayedSpan | null {
    const { focusedField, litField } = stores.ui.getState()
    const field = focusedField ?? litField
    return field === null ? null : evidenceSpan(call(), sourcedEntry(ticket(), field))
  }

  function playField(): void {
    const span = litSpan()
    if (span === null) desk.playback.stop()
    else desk.playback.toggle(span)
  }

  function showNextScript(): void {
    const answers = stores.answers.getState()
    const next = nextScript(answers, call(), ticket())
    if (next !== null) desk.answers.choose(next.id, momentOf(call(), ticket()))
  }

  const session = () => stores.session.getState().session
  const rehearsing = (): boolean => rehearsedOf(stores.call.getState()) !== null
  const atSeat = (): boolean => {
    const { desk: chosen, rehearsalReport } = stores.ui.getState()
    const shown = shownDesk(chosen, session())
    return shown === 'seat' || (shown === 'rehearsal' && rehearsing() && rehearsalReport === null)
  }
  const pointed = () => pointedAnswer(stores.answers.getState())
  const atAnswer = (act: (answer: AnswerHitView) => Promise<void>): Command => ({
    enabled: () => pointed() !== null,
    run: () => {
      const answer = pointed()
      if (answer !== null) void act(answer)
    },
  })

  const commands: Commands = {
    palette: overlay('palette'),
    keyHelp: overlay('keys'),
    callList: overlay('calls'),
    nextDesk: {
      enabled: () => desksOf(session()).length > 1,
      run: () => stores.ui.setState(({ desk: now }) => ({ desk: nextDesk(now, session()) })),
    },
    ownReviews: overlay('ownReviews'),
    ownScore: {
      // A rehearsal has its own report.
      enabled: () => call()?.phase === 'ended' && !rehearsing(),
      run: () => stores.ui.setState({ overlay: 'ownScore' }),
    },
    askNudge: {
      enabled: () => waitingNudgesOf(call(), stores.ui.getState()).length > 0,
      run: () => stores.ui.setState({ nudgesAsked: true }),
    },
    settings: overlay('settings'),
    models: settings('models'),
    devices: settings('devices'),
    search: { enabled: inCall, run: windowActions.focusSearch },
    answer: { enabled: ringing, run: () => void desk.calls.answer() },
    decline: { enabled: ringing, run: desk.calls.decline },
    endCall: {
      enabled: inCall,
      run: () => (call()?.phase === 'live' ? void desk.calls.end() : void desk.calls.next()),
    },
    acceptSure: { enabled: editable, run: () => void desk.ticket.accept() },
    script: { enabled: () => stores.answers.getState().scripts.length > 0, run: showNextScript },
    nextColumn: { enabled: () => inCall() || !atSeat(), run: windowActions.focusNextColumn },
    submit: { enabled: editable, run: () => void desk.ticket.submit(false) },
    undo: { enabled: () => canUndo(stores.ticket.getState()), run: () => void desk.ticket.undo() },
    newest: {
      enabled: inCall,
      run: () => stores.ui.setState((state) => ({ newestAsked: state.newestAsked + 1 })),
    },
    playField: {
      enabled: () => litSpan() !== null || stores.playback.getState().span !== null,
      run: playField,
    },
    read1: read(1),
    read2: read(2),
    read3: read(3),
    wrong: atAnswer((answer) => desk.answers.mark(answer, 'wrong')),
    outdated: atAnswer((answer) => desk.answers.mark(answer, 'expired')),
    wholeAnswer: atAnswer(({ id }) => desk.answers.openWhole(id)),
    linkSimilar: {
      enabled: () => editable() && (ticket()?.similar.length ?? 0) > 0,
      run: desk.ticket.linkSimilar,
    },
    retry: { enabled: () => ticket()?.state === 'parked', run: () => void desk.ticket.retry() },
    window: { enabled: always, run: windowActions.toggleTranscriptWindow },
    dialSilent: dial('silent'),
    dialOnDemand: dial('on-demand'),
    dialNormal: dial('normal'),
    dialNovice: dial('novice'),
    themeSystem: theme('system'),
    themeLight: theme('light'),
    themeDark: theme('dark'),
    themeContrast: theme('contrast'),
  }
  const narrowed = Object.entries(commands).map(([name, command]: [string, Command]) => [
    name,
    everywhere.has(name as CommandName)
      ? command
      : { ...command, enabled: () => atSeat() && command.enabled() },
  ])
  return Object.fromEntries(narrowed) as Commands
}
