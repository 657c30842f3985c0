import type { HeardValue } from '../../ticket-fields.ts'
import { cite, heardValue } from '../hearing/hearing.ts'
import type { Mention } from './named-numbers.ts'

const confidence = 0.75

/** A number that the signs choose, in place of what the rules heard, which stays as an alternative. */
export function heardInstead(
  mentions: readonly Mention[],
  ruled: HeardValue<number> | undefined,
): HeardValue<number> | undefined {
  const said = mentions.at(-1)
  if (said === undefined) return ruled
  const others = ruled === undefined ? [] : [ruled.value, ...ruled.alternatives]
  return heardValue(said.value, [cite(said.line, said.start, said.end, confidence)], {
    alternatives: [...new Set(others)].filter((other) => other !== said.value),
  })
}
