import { failure } from '#shared/base/result.ts'
import { neverTurn } from '../../src-renderer/audio/capture-turn.ts'
import type { DeskDependencies } from '../../src-renderer/state/desk.ts'

/** A machine that no sound can be had from. */
export const silentDevices: Pick<
  DeskDependencies,
  'openCapture' | 'listDevices' | 'captureTurn' | 'monotonicNow'
> = {
  openCapture: () => Promise.resolve(failure('failed', '打不开')),
  listDevices: () => Promise.resolve(failure('failed', '打不开')),
  captureTurn: neverTurn,
  monotonicNow: () => performance.now(),
}
