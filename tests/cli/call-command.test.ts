import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { readRecording, type DecodedRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { jsonLines, seat, type SeatOutput } from '../support/seat-command.ts'
import { startTestCentre, type TestCentre } from '../support/test-centre.ts'
import { stereoWav } from '../support/wav.ts'
import { pcm16, wavFile } from '../support/wav-file.ts'

const rehearsals = join(programRoot, 'models', 'rehearsal', 'calls')
const gas = join(rehearsals, '2-gas-smell.wav')
const rate = 16_000

interface CallEvent {
  readonly type: 'partial' | 'final' | 'fields' | 'answers' | 'flag' | 'ticket'
  readonly turn?: number
  readonly speaker?: Speaker
  readonly startMs?: number
  readonly endMs?: number
  readonly text?: string
  readonly fields?: Readonly<Record<string, unknown>>
  readonly removed?: readonly string[]
  readonly evidence?: Readonly<Record<string, readonly { readonly turn: number; readonly quote: string }[]>>
  readonly number?: string
}

let directory = ''
let recording: DecodedRecording
/** A centre that is up already: only one test waits for the embedded one. */
let centre: TestCentre
let environment: Readonly<Record<string, string>> = {}

/** `seat call` with a folder of its own for what it keeps while it runs. */
function call(
  words: readonly string[],
  centreOf: Readonly<Record<string, string>> = environment,
): Promise<SeatOutput> {
  return seat(['call', ...words], { ...centreOf, TMPDIR: join(directory, 'kept') })
}

function written(name: string, bytes: Uint8Array): string {
  const path = join(directory, name)
  writeFileSync(path, bytes)
  return path
}

/** The gas call's first words: the greeting and the citizen's matter, 16 s. */
function channel(speaker: Speaker, fromMs = 0, toMs = 16_500): Int16Array {
  return recording.channels[speaker]!.slice((fromMs * rate) / 1_000, (toMs * rate) / 1_000)
}

function mono(samples: Int16Array): Buffer {
  return wavFile({ tag: 1, channels: 1, rate, bits: 16, data: pcm16([[...samples]]) })
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'seat-cli-'))
  mkdirSync(join(directory, 'kept'))
  recording = unwrap(await readRecording([gas]))
  centre = await startTestCentre()
  environment = { SEAT_CENTRAL_URL: centre.address.url, SEAT_CENTRAL_TOKEN: centre.address.token }
})
afterAll(async () => {
  await centre.close()
  rmSync(directory, { recursive: true })
})

describe('seat call --json', () => {
  let events: readonly CallEvent[]
  let ended: { readonly code: number; readonly errors: string }
  beforeAll(async () => {
    const { output, ...rest } = await call([gas, '--caller', '13711220088', '--json'], {
      SEAT_CENTRAL_URL: '',
    })
    ended = rest
    events = jsonLines(output) as CallEvent[]
  })

  it('ends well and says nothing beside its events', () => {
    expect(ended).toEqual({ code: 0, errors: '' })
  })

  it('numbers the turns in order, each heard in parts before, with times and nothing else', () => {
    const finals = events.filter(({ type }) => type === 'final')
    expect(finals.length).toBeGreaterThan(10)
    finals.forEach((final, index) => {
      expect(final.turn).toBe(index)
      expect(Object.keys(final)).toEqual(
        expect.arrayContaining(['type', 'turn', 'speaker', 'startMs', 'endMs', 'text']),
      )
      expect(final.endMs).toBeGreaterThan(final.startMs!)
      const before = events.slice(0, events.indexOf(final))
      const heardInParts = before.filter(
        (event) =>
          event.type === 'partial' && event.speaker === final.speaker && event.startMs === final.startMs,
      )
      expect(heardInParts.length, final.text).toBeGreaterThan(0)
    })
    expect(new Set(finals.map(({ speaker }) => speaker))).toEqual(new Set(['seat', 'citizen']))
  })

  it('fills fields right after the turn whose words they come from', () => {
    const fills = events.filter(({ type }) => type === 'fields')
    expect(fills.length).toBeGreaterThan(2)
    for (const fill of fills) {
      expect(Object.keys(fill)).toEqual(['type', 'fields', 'removed', 'evidence'])
      const final = events.slice(0, events.indexOf(fill)).findLast(({ type }) => type === 'final')!
      const turns = Object.values(fill.evidence!).flatMap((words) => words.map(({ turn }) => turn))
      expect(Math.max(...turns)).toBeLessThanOrEqual(final.turn!)
    }
  })

  it('closes with the one ticket, numbered by the centre that came with the client', () => {
    expect(events.filter(({ type }) => type === 'ticket')).toEqual([events.at(-1)])
    const { number, fields } = events.at(-1)!
    expect(number).toMatch(/^\d{8}-\d{6}$/u)
    expect(fields).toMatchObject({
      contactName: '黄女士',
      contactPhone: '13711220088',
      urgency: '突发',
      incidentAddress: { district: '天河区' },
    })
  })
})

describe('seat call for a person', () => {
  it('prints the transcript with what came of it, then the number and the ticket', async () => {
    const before = await centre.ticketIds()
    const { code, output, errors } = await call([join(rehearsals, '4-barbecue-smoke.wav')])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    const lines = output.trim().split('\n')
    expect(lines[0]).toMatch(/^00:00 坐席 /u)
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\d\d:\d\d 市民 /u),
        expect.stringMatching(/^ {2}▸ 诉求类型：投诉$/u),
        expect.stringMatching(/^ {2}◇ 可答复：/u),
        expect.stringMatching(/^ {2}△ 推诿“/u),
        expect.stringMatching(/^提交工单/u),
      ]),
    )
    const numbered = lines.findIndex((line) => /^工单编号 \d{8}-\d{6}$/u.test(line))
    expect(lines.slice(numbered + 1)).toContain('  诉求类型：投诉')
    expect(output).not.toMatch(/\b(?:true|false|undefined|rhetorical|shirking|seat|citizen)\b/u)
    expect((await centre.ticketIds()).length).toBe(before.length + 1)
  })

  it('takes two mono files, the seat first', async () => {
    const files = [
      written('seat.wav', mono(channel('seat'))),
      written('citizen.wav', mono(channel('citizen'))),
    ]
    const { code, output } = await call([...files, '--json'])
    expect(code).toBe(0)
    const events = jsonLines(output) as CallEvent[]
    const words = (speaker: Speaker): string =>
      events
        .filter((event) => event.type === 'final' && event.speaker === speaker)
        .map(({ text }) => text)
        .join('')
    expect(words('seat')).toContain('热线')
    expect(words('citizen')).toContain('天河区')
    expect(events.at(-1)?.type).toBe('ticket')
  })

  it('plays at the pace of speech when asked', async () => {
    const spanMs = 8_000
    const path = written(
      'short.wav',
      stereoWav(channel('seat', 0, spanMs), channel('citizen', 0, spanMs), rate),
    )
    const started = performance.now()
    const { code, output } = await call([path, '--pace', 'realtime', '--json'])
    expect(code).toBe(0)
    expect(performance.now() - started).toBeGreaterThan(spanMs)
    expect((jsonLines(output) as CallEvent[]).some(({ type }) => type === 'final')).toBe(true)
  })

  it('plays what there is of a recording that was cut off, and says so', async () => {
    const whole = stereoWav(channel('seat', 0, 8_000), channel('citizen', 0, 8_000), rate)
    const { code, output, errors } = await call([written('cut.wav', whole.subarray(0, 100_000)), '--json'])
    expect(code).toBe(0)
    expect(errors.trim()).toBe('这段录音不完整，只播放已有的部分。')
    expect((jsonLines(output) as CallEvent[]).at(-1)?.type).toBe('ticket')
  })
})

describe('seat call with what it cannot play', () => {
  const mp3 = Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\u0010'), Buffer.alloc(400)])
  const bad: readonly (readonly [string, Uint8Array, string])[] = [
    ['empty.wav', new Uint8Array(), 'empty.wav 是空的，请重新导出录音'],
    ['notes.wav', Buffer.from('会议记录\n'.repeat(40)), 'notes.wav 不是 WAV 录音，请先转换成 WAV'],
    ['song.mp3', mp3, 'song.mp3 是 MP3 音频，不是 WAV 录音，请先转换成 WAV'],
    ['head.wav', readFileSync(gas).subarray(0, 30), 'head.wav 不完整，文件头就断了，请重新导出录音'],
  ]
  it.each(bad)('%s', async (name, bytes, sentence) => {
    const { code, output, errors } = await call([written(name, bytes)])
    expect({ code, output, errors }).toEqual({ code: 1, output: '', errors: `${sentence}\n` })
  })

  it('a file that is not there, a third file, a pace or a caller that is none', async () => {
    const missing = await call([join(directory, 'none.wav')])
    expect(missing).toMatchObject({ code: 1, errors: '找不到录音文件：none.wav\n' })
    expect(await call([gas, gas, gas])).toMatchObject({ code: 1 })
    const pace = await call([gas, '--pace', 'slow'])
    expect(pace).toMatchObject({ code: 1, errors: '--pace 只能是 realtime 或 fast，不能是“slow”。\n' })
    const caller = await call([gas, '--caller', '小王'])
    expect(caller.code).toBe(1)
    expect(caller.errors).toContain('不能是“小王”')
  })

  it('a folder that holds no pack', async () => {
    const { code, errors } = await call([gas, '--pack', directory])
    expect(code).toBe(1)
    expect(errors).toContain('pack.yaml')
  })

  it('leaves nothing behind of any call', () => {
    expect(readdirSync(join(directory, 'kept'))).toEqual([])
  })
})
