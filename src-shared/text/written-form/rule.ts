import type { SpanKind } from './written-text.ts'

/** What a rule made of the words from a place on. Words that are to stay as they are come back as they were spoken. */
export interface Reading {
  readonly end: number
  readonly kind: SpanKind
  readonly written: string
}

/** Reads the words that begin at a place; undefined where they are not for this rule. */
export type Rule = (text: string, at: number) => Reading | undefined

/** How a match is written, from the first five groups of its pattern; undefined where the match is not for the rule. */
export type GroupWriter = (...groups: [string, string, string, string, string]) => string | undefined

/**
 * A rule from a pattern. `write` gets the pattern's groups (empty where there is none or it took no part) and says how the
 * match is written, or undefined where it is not for this rule after all.
 */
export function patternRule(kind: SpanKind, source: string, write: GroupWriter): Rule {
  const pattern = new RegExp(source, 'y')
  return (text, at) => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) return undefined
    const [, a = '', b = '', c = '', d = '', e = ''] = match
    const written = write(a, b, c, d, e)
    return written === undefined ? undefined : { end: at + match[0].length, kind, written }
  }
}

/** Joins the parts, unless one of them could not be written. */
export function join(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join('')
}
