import { localIso } from '#shared/base/local-time.ts'
import type { PackMeta } from '#shared/domain/site-pack.ts'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/open-store.ts'
import type { CallAudioFiles } from './call-audio-files.ts'

/** Where a site pack says nothing: least data (个人信息保护法), and long enough for a complaint about the call. */
const daysUnlessSaid = 90
const dayMs = 86_400_000

/** How long the site pack lets a call's recording be kept, in days. */
export function recordingsDays(meta: PackMeta): number {
  return meta.retention['recordingsDays'] ?? daysUnlessSaid
}

/**
 * Removes recordings of calls that began more than `days` ago; returns how many. It is noted before the file goes, so that no
 * removal is without its audit row; a file that was left behind then goes with the next sweep.
 */
export function removeOldRecordings(options: {
  readonly store: Store
  readonly clock: Clock
  readonly files: CallAudioFiles
  readonly days: number
}): number {
  const { store, clock, files, days } = options
  const old = store.callAudio.keptBefore(localIso(clock.now() - days * dayMs))
  for (const { callId, ticketId } of old) {
    const at = clock.iso()
    store.transaction(() => {
      store.callAudio.setRemoved(callId, at)
      store.audit.add({ at, actor: 'system', action: 'recording.removed', ticketId })
    })
  }
  for (const callId of store.callAudio.filesToRemove()) {
    files.remove(callId)
    store.callAudio.setFileGone(callId)
  }
  return old.length
}
