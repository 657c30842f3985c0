import { formatBytes, speechModelText } from '#shared/catalogue/speech-models.ts'
import type { DownloadProgress } from '../models/download.ts'

/** Where nobody watches, a line for every so many percent is enough. */
const plainStep = 10
const barWidth = 24

/** How a download is shown: one line that is drawn again on a terminal, else a line now and then. */
export interface ProgressLine {
  readonly show: (progress: DownloadProgress) => void
  /** Leaves the line, so that what is printed next gets its own. */
  readonly end: () => void
}

export function progressLine(stream: NodeJS.WriteStream): ProgressLine {
  let last: string | undefined
  return {
    show(progress) {
      const percent = percentOf(progress)
      const words = speechModelText.progress(
        formatBytes(progress.received),
        progress.total === undefined ? undefined : formatBytes(progress.total),
        percent,
      )
      if (stream.isTTY) {
        stream.write(`\r\u001B[2K${bar(percent)}${words}`)
        last = words
        return
      }
      const step = percent === undefined ? words : String(Math.floor(percent / plainStep))
      if (step !== last) stream.write(`${words}\n`)
      last = step
    },
    end() {
      if (stream.isTTY && last !== undefined) stream.write('\n')
      last = undefined
    },
  }
}

function percentOf({ received, total }: DownloadProgress): number | undefined {
  return total === undefined || total === 0 ? undefined : Math.floor((received / total) * 100)
}

function bar(percent: number | undefined): string {
  if (percent === undefined) return ''
  const full = Math.round((percent / 100) * barWidth)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} `
}
