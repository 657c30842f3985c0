import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { unwrap } from '#shared/base/result.ts'
import type { AsrEvent } from '#shared/contract/process-messages.ts'
import { speakers, turnSchema, type Speaker, type Turn } from '#shared/domain/call.ts'
import { readRecording } from '../../src-main/core/calls/recording/read-recording.ts'
import { AsrChild, shippedModels } from '../support/asr-child.ts'
import { characterErrorRate } from '../support/character-error-rate.ts'

const folder = join(shippedModels, 'rehearsal/calls')
const calls = readdirSync(folder)
  .filter((file) => file.endsWith('.wav'))
  .map((file) => basename(file, '.wav'))
/** Of all characters of a call, both channels; what endpoints lose is in it. */
const worstRate = 0.05

vi.setConfig({ testTimeout: 120_000 })

let child: AsrChild | undefined
afterEach(async () => {
  await child?.stop()
  child = undefined
})

type Final = Extract<AsrEvent, { type: 'final' }>

interface Heard {
  readonly said: readonly Turn[]
  readonly heard: readonly Final[]
}

/** The call as the client hears it: both channels at once, each cut into utterances by voice activity. */
async function hear(name: string): Promise<Readonly<Record<Speaker, Heard>>> {
  const { turns } = z
    .object({ turns: z.array(turnSchema) })
    .parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')))
  const { channels } = unwrap(await readRecording([join(folder, `${name}.wav`)]))
  const listener = new AsrChild()
  child = listener
  for (const speaker of speakers) listener.play(speaker, channels[speaker]!)
  await listener.until(
    (events) => events.filter((event) => event.type === 'closed').length === speakers.length,
  )
  const of = (speaker: Speaker): Heard => ({
    said: turns.filter((turn) => turn.speaker === speaker),
    heard: listener.events.filter(
      (event): event is Final => event.type === 'final' && event.speaker === speaker,
    ),
  })
  return { seat: of('seat'), citizen: of('citizen') }
}

function text(turns: readonly { readonly text: string }[]): string {
  return turns.map((turn) => turn.text.replaceAll(/[^\p{Script=Han}]/gu, '')).join('')
}

function errors({ said, heard }: Heard): { readonly wrong: number; readonly characters: number } {
  const characters = text(said).length
  return { wrong: characterErrorRate(text(said), text(heard)) * characters, characters }
}

describe('the rehearsal calls', () => {
  it('are at least eight', () => {
    expect(calls.length).toBeGreaterThanOrEqual(8)
  })

  it.each(calls)('%s is heard turn by turn, with few wrong characters', async (name) => {
    const channels = await hear(name)
    const [seat, citizen] = [errors(channels.seat), errors(channels.citizen)]
    const percent = (wrong: number, characters: number): string => ((100 * wrong) / characters).toFixed(1)
    const [wrong, characters] = [seat.wrong + citizen.wrong, seat.characters + citizen.characters]
    console.log(
      `${name}: seat ${percent(seat.wrong, seat.characters)} %, citizen ${percent(citizen.wrong, citizen.characters)} %, ` +
        `both ${percent(wrong, characters)} % of ${characters} characters`,
    )
    expect(wrong / characters).toBeLessThanOrEqual(worstRate)
    for (const { said, heard } of Object.values(channels)) {
      expect(heard.map((turn) => turn.text)).toHaveLength(said.length)
      heard.forEach((turn, index) => {
        // The script counts a quiet first syllable that voice activity does not.
        expect(Math.abs(turn.startMs - said[index]!.startMs)).toBeLessThan(900)
        expect(Math.abs(turn.endMs - said[index]!.endMs)).toBeLessThan(600)
      })
    }
  })
})
