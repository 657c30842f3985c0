import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type * as z from 'zod'

/** Reads a small JSON file; a missing or broken one counts as never written, since all that is kept so can be made again. */
export function readKept<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
): z.infer<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

/** Writes it whole or not at all, since other processes read it at any time. Throws as `fs` does. */
export function writeKept(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true })
  const aside = `${path}.${String(process.pid)}`
  writeFileSync(aside, `${JSON.stringify(content, null, 2)}\n`)
  renameSync(aside, path)
}

/** The record with one entry replaced, or without it (undefined). */
export function withEntry<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
  value: Value | undefined,
): Readonly<Record<string, Value>> {
  const others = Object.entries(record).filter(([other]) => other !== key)
  return Object.fromEntries(value === undefined ? others : [...others, [key, value]])
}
