import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The site pack used where none is named: `SEAT_PACK`, else the nearest `knowledge-base/` above this file. Looking upwards
 * serves the source tree, the built `out/` and a packed app, whose pack lies beside the archive where it can be replaced.
 */
export function defaultPackDirectory(): string {
  const chosen = process.env['SEAT_PACK']
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    const candidate = join(directory, 'knowledge-base')
    if (existsSync(join(candidate, 'pack.yaml'))) return candidate
    if (dirname(directory) === directory) return resolve('knowledge-base')
  }
}
