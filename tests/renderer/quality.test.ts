import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { ReviewFlag } from '#shared/contract/review-views.ts'
import { cutMarks } from '../../src-renderer/features/quality/cut-marks.ts'
import { drawWaveform } from '../../src-renderer/features/quality/draw-waveform.ts'
import { placeOfQuote, wholeTurn } from '../../src-renderer/features/quality/marked-words.ts'
import { createReviewKeys, type ReviewKeyActions } from '../../src-renderer/features/quality/review-keys.ts'
import {
  createReviewPlayer,
  pieceMs,
  type Sound,
  type SoundListeners,
} from '../../src-renderer/features/quality/review-player.ts'
import {
  percentOf,
  ticksOf,
  timeAt,
  timeWindow,
  zoomedMs,
} from '../../src-renderer/features/quality/time-window.ts'

/** A sound that a test moves, and what was fetched. */
function fakePlayer(durationMs: number) {
  const fetched: (readonly [number, number])[] = []
  const played: { atMs: number; rate: number }[] = []
  const rates: number[] = []
  const failures: unknown[] = []
  let on: SoundListeners | undefined
  let refusal: Error | undefined
  const sound: Sound = {
    play: (_wav, atMs, rate, listeners) => {
      played.push({ atMs, rate })
      on = listeners
      return Promise.resolve()
    },
    stop: () => undefined,
    setRate: (rate) => void rates.push(rate),
    dispose: () => undefined,
  }
  const player = createReviewPlayer({
    durationMs,
    sound,
    fail: (error) => void failures.push(error),
    fetchPiece: (fromMs, toMs) => {
      fetched.push([fromMs, toMs])
      return refusal === undefined
        ? Promise.resolve({ wav: new ArrayBuffer(0), fromMs })
        : Promise.reject(refusal)
    },
  })
  return {
    player,
    fetched,
    played,
    rates,
    failures,
    /** Ms since the start of the piece that sounds. */
    reach: (ms: number) => on?.onPosition(ms),
    endPiece: () => on?.onEnded(),
    refuse: (error: Error | undefined) => {
      refusal = error
    },
    state: () => player.store.getState(),
    settled: () => new Promise((resolve) => setImmediate(resolve)),
  }
}

describe('the player of a call', () => {
  it('plays a span and stops at its end', async () => {
    const { player, played, reach, state, settled } = fakePlayer(90_000)
    player.playSpan(62_000, 64_000)
    await settled()
    expect(played).toEqual([{ atMs: 2000, rate: 1 }])
    expect(state()).toMatchObject({ phase: 'playing', untilMs: 64_000 })
    reach(3900)
    expect(state()).toMatchObject({ phase: 'playing', atMs: 63_900 })
    reach(4040)
    expect(state().phase).toBe('idle')
  })

  it('goes on from piece to piece, to the end and no further, and fetches each once', async () => {
    const { player, fetched, endPiece, state, settled } = fakePlayer(pieceMs + 5000)
    player.play()
    await settled()
    endPiece()
    await settled()
    expect(fetched).toEqual([
      [0, pieceMs],
      [pieceMs, pieceMs + 5000],
    ])
    expect(state().atMs).toBe(pieceMs)
    endPiece()
    expect(state().phase).toBe('idle')
    player.seek(10)
    player.play()
    await settled()
    expect(fetched).toHaveLength(2)
  })

  it('stays within the call, and seeks on while it plays', async () => {
    const { player, played, state, settled } = fakePlayer(30_000)
    player.seek(-5)
    expect(state().atMs).toBe(0)
    player.seek(99_000)
    expect(state()).toMatchObject({ phase: 'idle', atMs: 30_000 })
    player.play()
    await settled()
    player.seek(12_000)
    await settled()
    expect(played.map(({ atMs }) => atMs)).toEqual([0, 12_000])
  })

  it('takes the speeds one by one, and none beyond', () => {
    const { player, rates } = fakePlayer(1000)
    for (let times = 0; times < 4; times += 1) player.changeRate(1)
    for (let times = 0; times < 6; times += 1) player.changeRate(-1)
    expect(rates).toEqual([1.25, 1.5, 2, 2, 1.5, 1.25, 1, 0.75, 0.5, 0.5])
  })

  it('hears nothing of what was asked before', async () => {
    const { player, reach, state, settled } = fakePlayer(30_000)
    player.playSpan(0, 5000)
    await settled()
    const late = reach
    player.pause()
    late(4000)
    expect(state()).toMatchObject({ phase: 'idle', atMs: 0 })
  })

  it('says that a recording cannot be had, and asks for it again the next time', async () => {
    const { player, refuse, failures, fetched, state, settled } = fakePlayer(30_000)
    refuse(new Error('gone'))
    player.play()
    await settled()
    expect(failures).toHaveLength(1)
    expect(state().phase).toBe('idle')
    refuse(undefined)
    player.play()
    await settled()
    expect(fetched).toHaveLength(2)
    expect(state().phase).toBe('playing')
  })
})

describe('the window of the waveform', () => {
  it('is the whole call, or the half minute around the playhead', () => {
    expect(timeWindow(90_000, 70_000, false)).toEqual({ fromMs: 0, toMs: 90_000 })
    expect(timeWindow(90_000, 70_000, true)).toEqual({ fromMs: 60_000, toMs: 90_000 })
    expect(timeWindow(90_000, 90_000, true).fromMs).toBe(60_000)
    expect(timeWindow(20_000, 5000, true)).toEqual({ fromMs: 0, toMs: 20_000 })
  })

  it('finds times where it draws them', () => {
    const window = timeWindow(90_000, 40_000, true)
    expect(percentOf(timeAt(0.25, window), window)).toBeCloseTo(25)
    expect(timeAt(2, window)).toBe(window.toMs)
  })

  it.each([4000, 41_000, 600_000, 5_000_000])('writes a few round times under %d ms', (durationMs) => {
    const ticks = ticksOf(timeWindow(durationMs, 0, false))
    expect(ticks.length).toBeLessThanOrEqual(12)
    expect(ticks.every((ms) => ms % 5000 === 0)).toBe(true)
    expect(ticksOf({ fromMs: zoomedMs, toMs: 2 * zoomedMs })[0]).toBe(zoomedMs)
  })

  it('draws the seat above the citizen, each where it is loud', () => {
    const bars: { x: number; y: number; colour: unknown }[] = []
    const context = {
      fillStyle: '' as unknown,
      clearRect: () => undefined,
      fillRect(x: number, y: number, _width: number, height: number) {
        if (height > 1 && this.fillStyle !== 'wash') bars.push({ x, y, colour: this.fillStyle })
      },
    }
    drawWaveform(
      context as never,
      { width: 300, height: 100 },
      {
        peaks: { bucketMs: 100, seat: [90, 0, 0, 0], citizen: [0, 0, 0, 90] },
        turns: [],
        window: { fromMs: 0, toMs: 400 },
        colours: { seat: 'seat', citizen: 'citizen', wash: 'wash', line: 'line' },
      },
    )
    const seat = bars.filter(({ colour }) => colour === 'seat')
    const citizen = bars.filter(({ colour }) => colour === 'citizen')
    expect(seat.every(({ x, y }) => x < 80 && y < 50)).toBe(true)
    expect(citizen.every(({ x, y }) => x > 220 && y >= 50)).toBe(true)
    expect(seat.length).toBeGreaterThan(20)
    expect(citizen.length).toBeGreaterThan(20)
  })
})

describe('marked words', () => {
  const mark = (from: number, to: number): ReviewFlag => ({ flagId: String(from), from, to }) as ReviewFlag

  it('are cut where flags begin and end, overlapping ones too; together they are the turn again', () => {
    const pieces = cutMarks('您怎么不早说呢', [mark(1, 5), mark(3, 7), mark(0, 0), mark(2, 99)])
    expect(pieces.map(({ text }) => text)).toEqual(['您', '怎么', '不早', '说呢'])
    expect(pieces.map(({ flags }) => flags.length)).toEqual([0, 1, 2, 1])
    expect(cutMarks('', [])).toEqual([])
  })
})

describe('words marked by keys alone', () => {
  const turns = [
    { startMs: 400, text: '您好' },
    { startMs: 3000, text: '怎么不早说，怎么不写' },
  ]

  it('are those of the turn that sounds', () => {
    expect(wholeTurn(turns, 2998)).toEqual({ turn: 0, from: 0, to: 2 })
    expect(wholeTurn(turns, 3000)).toEqual({ turn: 1, from: 0, to: 10 })
    expect(wholeTurn(turns, 0)?.turn).toBe(0)
    expect(wholeTurn([], 0)).toBeNull()
  })

  it('can be cut down to fewer of them, those that were marked first', () => {
    const text = turns[1]!.text
    const second = { turn: 1, from: 6, to: 10 }
    expect(placeOfQuote(second, '怎么不', text)).toEqual({ turn: 1, from: 6, to: 9 })
    expect(placeOfQuote(second, '早说', text)).toEqual({ turn: 1, from: 3, to: 5 })
    expect(placeOfQuote(second, '没说过', text)).toBeNull()
    expect(placeOfQuote(second, ' ', text)).toBeNull()
  })
})

/** tinykeys asks for the browser's class; this is what it reads of it. */
class FakeKey {
  readonly target = null
  readonly keyCode = 0
  readonly key: string
  readonly code: string
  readonly shift: boolean
  readonly isComposing: boolean
  constructor(code: string, { shift = false, isComposing = false } = {}) {
    this.key = code
    this.code = code
    this.shift = shift
    this.isComposing = isComposing
  }
  preventDefault(): void {
    // Nothing happens in a test but what the listener does.
  }
  getModifierState(name: string): boolean {
    return name === 'Shift' && this.shift
  }
}

describe('the keys of the reviewer’s desk', () => {
  beforeAll(() => void vi.stubGlobal('KeyboardEvent', FakeKey))
  const done: string[] = []
  const actions = new Proxy({} as ReviewKeyActions, {
    get: (_target, name: string) => (value?: string | number) =>
      void done.push(value === undefined ? name : `${name} ${String(value)}`),
  })
  const press = (
    code: string,
    place: { typing?: boolean; pressable?: boolean } = {},
    how: ConstructorParameters<typeof FakeKey>[1] = {},
    blocked = false,
  ): readonly string[] => {
    done.length = 0
    const listener = createReviewKeys(
      () => actions,
      () => blocked,
      () => ({ typing: false, pressable: false, ...place }),
    )
    listener(new FakeKey(code, how) as unknown as KeyboardEvent)
    return [...done]
  }

  it.each([
    ['Space', 'toggle'],
    ['KeyJ', 'step -5000'],
    ['KeyK', 'pause'],
    ['KeyL', 'forward'],
    ['ArrowRight', 'step 1000'],
    ['BracketLeft', 'markStart'],
    ['Equal', 'faster'],
    ['ArrowDown', 'nextFlag'],
    ['Enter', 'playFlag'],
    ['KeyN', 'decide dismiss'],
    ['KeyM', 'addFlag'],
  ])('%s: %s', (code, expected) => {
    expect(press(code)).toEqual([expected])
  })

  it('steps finely with Shift', () => {
    expect(press('ArrowLeft', {}, { shift: true })).toEqual(['step -200'])
  })

  it('leave what is typed, a pressed button, an open dialog and an input method alone', () => {
    expect(press('KeyY', { typing: true })).toEqual([])
    expect(press('Enter', { pressable: true })).toEqual([])
    expect(press('ArrowDown', { pressable: true })).toEqual(['nextFlag'])
    expect(press('Space', {}, {}, true)).toEqual([])
    expect(press('KeyY', {}, { isComposing: true })).toEqual([])
  })
})
