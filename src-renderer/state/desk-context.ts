import { createContext, use, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { AnswersState } from './answers-store.ts'
import type { CallState } from './call-store.ts'
import type { Desk } from './desk-model.ts'
import type { DeviceState } from './device-store.ts'
import type { PlaybackState } from './playback.ts'
import type { SessionState } from './session-store.ts'
import type { TicketState } from './ticket-store.ts'
import type { UiState } from './ui-store.ts'

export const DeskContext = createContext<Desk | null>(null)

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('no desk around this component')
  return desk
}

export const useSession = <T>(select: (state: SessionState) => T): T =>
  useStore(useDesk().stores.session, select)
export const useCall = <T>(select: (state: CallState) => T): T => useStore(useDesk().stores.call, select)
export const useTicket = <T>(select: (state: TicketState) => T): T =>
  useStore(useDesk().stores.ticket, select)
export const useAnswers = <T>(select: (state: AnswersState) => T): T =>
  useStore(useDesk().stores.answers, select)
export const useDevices = <T>(select: (state: DeviceState) => T): T =>
  useStore(useDesk().stores.devices, select)
export const useUi = <T>(select: (state: UiState) => T): T => useStore(useDesk().stores.ui, select)
export const usePlayback = <T>(select: (state: PlaybackState) => T): T =>
  useStore(useDesk().stores.playback, select)

const tickers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for the whole window, running only while something shows a time. */
function subscribeToClock(ticker: () => void): () => void {
  tickers.add(ticker)
  timer ??= setInterval(() => {
    for (const each of tickers) each()
  }, 200)
  return () => {
    tickers.delete(ticker)
    if (tickers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time in ms, in whole steps: what shows it is drawn again once a step. */
export function useNow(stepMs = 1000): number {
  return useSyncExternalStore(subscribeToClock, () => Math.floor(Date.now() / stepMs) * stepMs)
}
