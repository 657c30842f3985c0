import * as z from 'zod'
import { packProblemText } from '#shared/catalogue/pack-problems.ts'

const chinese = z.locales.zhCN().localeError

/** `safeParse` whose messages are Chinese, without touching zod's global settings. */
export function parseInChinese<T>(schema: z.ZodType<T>, input: unknown): z.ZodSafeParseResult<T> {
  return schema.safeParse(input, { error: chinese, reportInput: true })
}

/** A schema issue as a sentence for the person who writes the pack; the common mistakes get a plainer one than zod's. */
export function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.length === 0 ? packProblemText.whole : issue.path.map(String).join('.')
  const missing = issue.input === undefined || issue.input === null || issue.input === ''
  if (missing) return packProblemText.missingField(field)
  // `areaCode: 020` is the number 20 to YAML: say what to do about it.
  if (issue.code === 'invalid_type' && issue.expected === 'string' && typeof issue.input === 'number') {
    return packProblemText.needsQuotes(field)
  }
  return packProblemText.badField(field, issue.message)
}
