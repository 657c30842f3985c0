import type { Turn } from '../call.ts'
import type { Script } from '../site-pack.ts'

/** The seat asked the citizen to wait: what to say on coming back is next. */
const holds = /稍等|稍候|等一下|等一会|查一下|别挂|不要挂/u
/** The seat hands the call over, or says that it will. */
const transfers = /转接|接通|转到|转给|为您转|帮您转/u
/** The citizen dialled another number than was meant. */
const wrongNumber = /打错|拨错/u

/** The phase that the newest words themselves bring about, where they do. */
export function saidPhase(turns: readonly Pick<Turn, 'speaker' | 'text'>[]): Script['phase'] | undefined {
  const last = turns.at(-1)
  if (last === undefined) return undefined
  if (last.speaker === 'citizen') {
    if (wrongNumber.test(last.text)) return 'wrong-number'
    // 好的 after a request to wait changes nothing: the seat is still away.
    const before = turns.at(-2)
    return before?.speaker === 'seat' && holds.test(before.text) ? 'hold' : undefined
  }
  if (transfers.test(last.text)) return 'transfer'
  return holds.test(last.text) ? 'hold' : undefined
}
