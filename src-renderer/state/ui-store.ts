import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Whisper } from '#shared/contract/board-views.ts'
import { dials, type Dial } from '#shared/domain/review/next-nudge.ts'
import type { FieldName } from '#shared/domain/ticket-fields.ts'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type ThemeName = (typeof themes)[number]

/** The desks (工作台) of the program; `desks.ts` says who has which. */
export type DeskName = 'seat' | 'knowledge' | 'rules' | 'quality' | 'board' | 'rehearsal'

export type Overlay = 'palette' | 'keys' | 'calls' | 'settings' | 'answer' | 'ownReviews' | 'ownScore' | null

export type SettingsTab = 'models' | 'devices' | 'preferences'

export interface UiState {
  readonly theme: ThemeName
  readonly dial: Dial
  /** The desk that was chosen last. */
  readonly desk: DeskName
  readonly overlay: Overlay
  /** The page of the settings that is open, or was last. */
  readonly settingsTab: SettingsTab
  /** The field that has the focus, or whose words the pointer is on. */
  readonly litField: FieldName | null
  readonly focusedField: FieldName | null
  /** The field of the form that the pointer is on. */
  readonly hoveredField: FieldName | null
  /** Asks the transcript to go to its newest turn; a counter, so that each press counts. */
  readonly newestAsked: number
  /** True while another window shows the transcript. */
  readonly transcriptDetached: boolean
  /** Nudges that were read or left by themselves, as `turn/rule`. */
  readonly nudgesSeen: readonly string[]
  /** The person asked for the nudges that wait, until they are closed. */
  readonly nudgesAsked: boolean
  /** The rehearsal whose report is open on the rehearsal desk (演练), by its call. */
  readonly rehearsalReport: string | null
  /** Lines from the lead (耳语) that were not read yet, oldest first. */
  readonly whispers: readonly Whisper[]
}

export type UiStore = StoreApi<UiState>

/** The part of Storage that is used; absent where a page may not store anything. */
export type PreferenceStorage = Pick<Storage, 'getItem' | 'setItem'>

const keys = { theme: 'seat.theme', dial: 'seat.dial' } as const

function stored<Value extends string>(
  storage: PreferenceStorage,
  key: string,
  known: readonly Value[],
  otherwise: Value,
): Value {
  const value = storage.getItem(key)
  return known.find((name) => name === value) ?? otherwise
}

/** Theme and dial as they are kept. */
export function preferences(storage: PreferenceStorage): Pick<UiState, 'theme' | 'dial'> {
  return {
    theme: stored(storage, keys.theme, themes, 'system'),
    dial: stored(storage, keys.dial, dials, 'normal'),
  }
}

/** Theme and dial belong to the person at this machine and are kept in `storage`. */
export function createUiStore(storage: PreferenceStorage): UiStore {
  const store = createStore<UiState>(() => ({
    ...preferences(storage),
    desk: 'seat',
    overlay: null,
    settingsTab: 'models',
    litField: null,
    focusedField: null,
    hoveredField: null,
    newestAsked: 0,
    transcriptDetached: false,
    nudgesSeen: [],
    nudgesAsked: false,
    rehearsalReport: null,
    whispers: [],
  }))
  store.subscribe((state, previous) => {
    if (state.theme !== previous.theme) storage.setItem(keys.theme, state.theme)
    if (state.dial !== previous.dial) storage.setItem(keys.dial, state.dial)
  })
  return store
}
