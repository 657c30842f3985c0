/**
 * Speaks the rehearsal calls: models/rehearsal/calls/*.yaml → a stereo WAV (8 kHz, left seat, right citizen) and a .json
 * with the timed turns, beside each. Needs espeak-ng. The same text gives the same files: the noise is seeded.
 *
 *   node scripts/make-rehearsal-calls.ts [CALL...]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { muLawTable } from '#shared/audio/g711.ts'
import { createResampler } from '#shared/audio/resample.ts'
import { unwrap } from '#shared/base/result.ts'
import { speakers, type Speaker } from '#shared/domain/call.ts'
import { spokenCharacters, toSyllables } from '../models/rehearsal/train/text/spoken-text.ts'
import { readWav } from '../src-main/core/calls/recording/read-wav.ts'

const folder = join(import.meta.dirname, '../models/rehearsal/calls')
const tokensFile = join(folder, '../tokens.txt')
/** What the telephone passes. */
const callRate = 8_000
const leadSeconds = 0.4
/** Before the next line, as it comes: all longer than the silence that ends an utterance, so that each is a turn of its own. */
const pauseSeconds = { least: 0.8, most: 1.1 }
const gain = 0.5
/** Faint, as on any line; pure silence is nothing the model has ever heard. In units of 16-bit PCM. */
const noiseLevel = 24
const wavHeaderBytes = 46

const voiceSchema = z.strictObject({ variant: z.string(), rate: z.number() })
const sourceSchema = z.strictObject({
  title: z.string(),
  description: z.string(),
  callerNumber: z.string(),
  startedAt: z.string(),
  voices: z.strictObject({ seat: voiceSchema, citizen: voiceSchema }),
  turns: z.array(z.union([z.strictObject({ seat: z.string() }), z.strictObject({ citizen: z.string() })])),
})
type Voice = z.infer<typeof voiceSchema>

interface Line {
  readonly speaker: Speaker
  readonly text: string
}

/** Throws where a text uses a character that the rehearsal model cannot write. */
function checkCharacters(lines: readonly Line[], file: string): void {
  const known = new Set(
    readFileSync(tokensFile, 'utf8')
      .split('\n')
      .map((line) => line.split(' ')[0]),
  )
  const unknown = lines.flatMap(({ text }) =>
    Array.from(spokenCharacters(text)).filter((character) => !known.has(character)),
  )
  if (unknown.length > 0) throw new Error(`${file}: not in tokens.txt: ${unknown.join('')}`)
}

async function speak(text: string, voice: Voice, directory: string): Promise<Float32Array> {
  // espeak-ng's light tone is 5; 0 is no tone to it.
  const syllables = toSyllables(text).replaceAll('0', '5')
  const file = join(directory, 'line.wav')
  const voiceName = `cmn-latn-pinyin+${voice.variant}`
  execFileSync('espeak-ng', ['-v', voiceName, '-s', String(voice.rate), '-w', file, syllables])
  const [samples] = unwrap(await readWav(file)).channels
  const resampler = createResampler(16_000, callRate)
  const input = Float32Array.from(samples ?? [])
  return Float32Array.from([...resampler.push(input), ...resampler.flush()])
}

/** A small generator (mulberry32) of values from -1 to 1, so that the files can be made again to the byte. */
function seededNoise(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 31 - 1
  }
}

/** The G.711 µ-law code whose value is nearest, found in the decoder's own table. */
function muLawCode(value: number): number {
  let best = 0
  muLawTable.forEach((decoded, code) => {
    if (Math.abs(decoded - value) < Math.abs((muLawTable[best] ?? 0) - value)) best = code
  })
  return best
}

/** A stereo µ-law WAV: what a telephone system records, at half the size of linear PCM. */
function writeStereo(file: string, channels: Readonly<Record<Speaker, Float32Array>>): void {
  const codes = Uint8Array.from({ length: 65_536 }, (_, index) => muLawCode(index - 32_768))
  const frames = channels.seat.length
  const bytes = Buffer.alloc(wavHeaderBytes + frames * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  // Size of the format, tag (7: µ-law), channels, rate, bytes a second, bytes a frame, bits, size of the extension.
  const fields = [
    [18, 4],
    [7, 2],
    [2, 2],
    [callRate, 4],
    [callRate * 2, 4],
    [2, 2],
    [8, 2],
    [0, 2],
  ] as const
  let position = 16
  for (const [value, size] of fields) position = bytes.writeUIntLE(value, position, size)
  bytes.write('data', position, 'latin1')
  bytes.writeUInt32LE(frames * 2, position + 4)
  const noise = seededNoise(frames)
  for (let frame = 0; frame < frames; frame += 1) {
    speakers.forEach((speaker, channel) => {
      const value = Math.round((channels[speaker][frame] ?? 0) * gain + noise() * noiseLevel)
      const sample = Math.max(-32_768, Math.min(32_767, value))
      bytes[wavHeaderBytes + frame * 2 + channel] = codes[sample + 32_768] ?? 0
    })
  }
  writeFileSync(file, bytes)
}

async function makeCall(name: string, directory: string): Promise<void> {
  const { voices, turns, ...about } = sourceSchema.parse(
    parse(readFileSync(join(folder, `${name}.yaml`), 'utf8')),
  )
  const lines = turns.map((turn): Line =>
    'seat' in turn ? { speaker: 'seat', text: turn.seat } : { speaker: 'citizen', text: turn.citizen },
  )
  checkCharacters(lines, name)
  const random = seededNoise(lines.length)
  const pauseAfter = (): number => {
    const spread = pauseSeconds.most - pauseSeconds.least
    return Math.round((pauseSeconds.least + (spread * (random() + 1)) / 2) * callRate)
  }
  const placed = []
  let position = leadSeconds * callRate
  for (const { speaker, text } of lines) {
    const samples = await speak(text, voices[speaker], directory)
    placed.push({ speaker, text: spokenCharacters(text), start: position, samples })
    position += samples.length + pauseAfter()
  }
  const channels = { seat: new Float32Array(position), citizen: new Float32Array(position) }
  for (const { speaker, start, samples } of placed) channels[speaker].set(samples, start)
  writeStereo(join(folder, `${name}.wav`), channels)
  const milliseconds = (sample: number): number => Math.round((sample * 1000) / callRate)
  const timed = placed.map(({ speaker, text, start, samples }) => ({
    speaker,
    startMs: milliseconds(start),
    endMs: milliseconds(start + samples.length),
    text,
  }))
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify({ ...about, turns: timed }, null, 2)}\n`)
  console.log(`${name}: ${(position / callRate).toFixed(1)} s, ${timed.length} turns`)
}

const directory = mkdtempSync(join(tmpdir(), 'rehearsal-calls-'))
try {
  const chosen = process.argv.slice(2)
  const all = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const names = chosen.length > 0 ? chosen : all.sort().map((file) => basename(file, '.yaml'))
  for (const name of names) await makeCall(name, directory)
} finally {
  rmSync(directory, { recursive: true })
}
