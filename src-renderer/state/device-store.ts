import { createStore, type StoreApi } from 'zustand/vanilla'
import { firstChoice, type CaptureChoice } from '#shared/contract/capture-choice.ts'
import type { Speaker } from '#shared/domain/call.ts'
import type { AudioDevice } from '../audio/open-source.ts'
import type { Heard } from '../audio/sound-monitor.ts'

/** The short recording that tells how the devices sound: on the way with so many ms to go, or there to be played. */
export type Sample =
  | { readonly kind: 'none' }
  | { readonly kind: 'recording'; readonly leftMs: number }
  | { readonly kind: 'ready'; readonly playing: boolean }

export interface DeviceState {
  readonly choice: CaptureChoice
  /** The inputs of this machine; null before anybody looked. */
  readonly devices: readonly AudioDevice[] | null
  /** Who listens to the devices now. */
  readonly listener: 'none' | 'opening' | 'test' | 'call'
  readonly heard: Heard
  /** Speakers whose device is gone for the moment. */
  readonly lost: readonly Speaker[]
  readonly sample: Sample
  /** Why the devices could not be used, in the user's words. */
  readonly problem: string | null
}

export type DeviceStore = StoreApi<DeviceState>

export const nothingHeard: Heard = { channels: {}, sameVoice: null }

export function createDeviceStore(): DeviceStore {
  return createStore<DeviceState>(() => ({
    choice: firstChoice,
    devices: null,
    listener: 'none',
    heard: nothingHeard,
    lost: [],
    sample: { kind: 'none' },
    problem: null,
  }))
}

/** Speakers whose device was lost or came back. */
export function applyLoss(
  state: DeviceState,
  change: { readonly speakers: readonly Speaker[]; readonly state: 'lost' | 'back' },
): Pick<DeviceState, 'lost'> {
  const others = state.lost.filter((speaker) => !change.speakers.includes(speaker))
  return { lost: change.state === 'lost' ? [...others, ...change.speakers] : others }
}
