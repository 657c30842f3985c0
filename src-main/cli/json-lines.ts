import { readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { failure, success, type Result } from '#shared/base/result.ts'
import { commandInputText } from '#shared/catalogue/command-input.ts'
import { describeIssue, parseInChinese } from '../core/knowledge/describe-issue.ts'

/** Reads a file of one JSON value a line; blank lines are skipped. Fails at the first bad line and names it. */
export async function readJsonLines<T>(path: string, schema: z.ZodType<T>): Promise<Result<readonly T[]>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    return failure('no-file', commandInputText.cannotRead(path, (error as NodeJS.ErrnoException).code ?? ''))
  }
  const values: T[] = []
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue
    const value = parseLine(path, index + 1, line, schema)
    if (!value.ok) return value
    values.push(value.value)
  }
  return success(values)
}

function parseLine<T>(path: string, line: number, text: string, schema: z.ZodType<T>): Result<T> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return failure('bad-line', commandInputText.notJson(path, line))
  }
  const parsed = parseInChinese(schema, json)
  if (parsed.success) return success(parsed.data)
  const reason = parsed.error.issues.map(describeIssue).join('；')
  return failure('bad-line', commandInputText.badLine(path, line, reason))
}
