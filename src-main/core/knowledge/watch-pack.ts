import { watch } from 'node:fs'

/** A pack is copied file by file: only when nothing has moved for so long is it whole. */
const settledMs = 700

/** Calls `onChange` some moments after files of a pack changed. Returns what stops it. */
export function watchPack(directory: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(directory, { recursive: true, persistent: false }, () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, settledMs)
  })
  // A folder that is taken away altogether leaves the pack in memory as it is.
  watcher.on('error', () => watcher.close())
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
