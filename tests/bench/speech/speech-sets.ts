import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { turnSchema, type Turn } from '#shared/domain/call.ts'

/** A recording with what is said in it: stereo calls with timed turns, or single utterances. */
export type Spoken =
  | { readonly kind: 'call'; readonly file: string; readonly turns: readonly Turn[] }
  | { readonly kind: 'utterance'; readonly file: string; readonly text: string }

export interface SpeechSet {
  readonly name: string
  readonly spoken: readonly Spoken[]
}

/** Every `*.wav` of a folder that has a `*.json` with its turns beside it. */
export function callSet(name: string, folder: string): SpeechSet {
  const files = readdirSync(folder).filter((file) => file.endsWith('.wav'))
  const spoken = files.sort().map((file) => {
    const script: unknown = JSON.parse(readFileSync(join(folder, file.replace(/wav$/u, 'json')), 'utf8'))
    const { turns } = z.object({ turns: z.array(turnSchema) }).parse(script)
    return { kind: 'call', file: join(folder, file), turns } as const
  })
  return { name, spoken }
}

/** The recordings that a list of `id text` lines names, in the folder beside it that is called like it. */
export function utteranceSet(name: string, list: string): SpeechSet {
  const folder = list.replace(/\.txt$/u, '')
  const lines = readFileSync(list, 'utf8').split('\n')
  const spoken = lines.flatMap((line) => {
    const [id = '', ...words] = line.trim().split(/\s+/u)
    const file = join(folder, `${id}.wav`)
    return id !== '' && existsSync(file) ? [{ kind: 'utterance', file, text: words.join('') } as const] : []
  })
  if (spoken.length === 0) throw new Error(`no recordings for ${list}`)
  return { name, spoken }
}
