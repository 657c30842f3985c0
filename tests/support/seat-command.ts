import { execFile } from 'node:child_process'
import { join } from 'node:path'

const entry = join(import.meta.dirname, '..', '..', 'src-main', 'cli', 'seat.ts')

/** What a person who ran `seat` sees. */
export interface SeatOutput {
  readonly code: number
  readonly output: string
  readonly errors: string
}

/** Runs `seat` with the words given, as a person would; `environment` is added to this process's own. */
export function seat(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<SeatOutput> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, ...words],
      { env: { ...process.env, ...environment }, maxBuffer: 64_000_000 },
      (error, output, errors) => resolve({ code: error === null ? 0 : Number(error.code), output, errors }),
    )
  })
}

/** The JSON values of an output of one a line. */
export function jsonLines(output: string): readonly unknown[] {
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}
