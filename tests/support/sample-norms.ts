import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'

const directory = join(import.meta.dirname, '..', '..', 'knowledge-base', 'norms')

/** The norms of the sample pack, read without the rest of the pack. */
export function sampleNorms(): readonly NormRule[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => z.array(normRuleSchema).parse(parse(readFileSync(join(directory, name), 'utf8'))))
}
