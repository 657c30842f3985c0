import type { WordingFlag } from '../wording-flag.ts'

/**
 * How much the desk speaks up (提示强度): never, only when asked, from a caution on, or everything for a newcomer. It belongs to the
 * seat and decides what is shown, never what is recorded.
 */
export const dials = ['silent', 'on-demand', 'normal', 'novice'] as const
export type Dial = (typeof dials)[number]

export type NudgeFlag = WordingFlag & {
  /** The seat clicked it away. */
  readonly dismissed: boolean
}

/** A call at the moment in which something could be said to its seat. */
export interface NudgeMoment<Flag extends NudgeFlag = NudgeFlag> {
  readonly live: boolean
  /** In the middle of a sentence. */
  readonly citizenSpeaking: boolean
  readonly dial: Dial
  /** The seat asked for what waits, where the dial is `on-demand`. */
  readonly asked: boolean
  readonly flags: readonly Flag[]
  /** {@link flagKey} of flags that were read, or left by themselves. */
  readonly seen: readonly string[]
  /** The call's clock, ms. */
  readonly nowMs: number
  readonly turns: readonly { readonly index: number; readonly endMs: number }[]
}

/** Names a flag among those seen: a rule counts at most once a turn. */
export function flagKey(flag: Pick<WordingFlag, 'turn' | 'rule'>): string {
  return `${String(flag.turn)}/${flag.rule}`
}

const spoken: Record<Dial, readonly WordingFlag['severity'][]> = {
  silent: [],
  'on-demand': ['info', 'caution', 'serious'],
  normal: ['caution', 'serious'],
  novice: ['info', 'caution', 'serious'],
}

/** A word about a sentence helps while the sentence is still in mind; later it only disturbs. */
const lateAfterMs = 30_000

/** The one flag to speak up about now, or null: never while the citizen speaks, never after the call. */
export function nextNudge<Flag extends NudgeFlag>(moment: NudgeMoment<Flag>): Flag | null {
  const { live, citizenSpeaking, dial, asked } = moment
  if (!live || citizenSpeaking || (dial === 'on-demand' && !asked)) return null
  return waitingNudges(moment)[0] ?? null
}

/** What could be said, newest first: nothing that was said before, of the same turn or of the same words by the same rule. */
export function waitingNudges<Flag extends NudgeFlag>(moment: NudgeMoment<Flag>): readonly Flag[] {
  const { dial, asked, flags, seen, nowMs, turns } = moment
  const said = flags.filter((flag) => seen.includes(flagKey(flag)))
  const ends = new Map(turns.map(({ index, endMs }) => [index, endMs]))
  const isLate = (flag: Flag): boolean => nowMs - (ends.get(flag.turn) ?? nowMs) > lateAfterMs
  return flags
    .filter(
      (flag) =>
        !flag.dismissed &&
        spoken[dial].includes(flag.severity) &&
        !seen.includes(flagKey(flag)) &&
        !said.some((other) => isSameThing(flag, other)) &&
        (asked || !isLate(flag)),
    )
    .toSorted((left, right) => right.turn - left.turn || weight[right.severity] - weight[left.severity])
}

const weight = { info: 0, caution: 1, serious: 2 } as const

function isSameThing(flag: NudgeFlag, other: NudgeFlag): boolean {
  return flag.turn === other.turn || (flag.rule === other.rule && flag.quote === other.quote)
}
