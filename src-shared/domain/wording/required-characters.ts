/**
 * Characters without which a regular expression of a pack cannot match, from its text alone: in a turn that has none of
 * them it need not be run. Most of a pack's expressions are about words that are not said, so this spares most of the work.
 */

/** At least one of these characters stands in every match; undefined where that is not known. */
export type Required = ReadonlySet<string> | undefined

interface Reader {
  readonly text: string
  at: number
}

/** For expressions that compile with the flag `u`; what is not understood makes no claim. */
export function requiredCharacters(expression: string): Required {
  return ofAlternatives({ text: expression, at: 0 })
}

/** Any alternative may match: the characters of all, if each has some. */
function ofAlternatives(reader: Reader): Required {
  const each = [ofSequence(reader)]
  while (reader.text[reader.at] === '|') {
    reader.at += 1
    each.push(ofSequence(reader))
  }
  const known = each.filter((one) => one !== undefined)
  return known.length === each.length ? new Set(known.flatMap((one) => [...one])) : undefined
}

/** Every element has to match: the one with the fewest characters tells most. */
function ofSequence(reader: Reader): Required {
  let fewest: Required
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] ?? '')) {
    const required = ofRepeated(reader)
    if (required !== undefined && (fewest === undefined || required.size < fewest.size)) fewest = required
  }
  return fewest
}

const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy
const mayBeAbsent = /^(?:[*?]|\{0)/u

function ofRepeated(reader: Reader): Required {
  const required = ofElement(reader)
  const repeated = take(quantifier, reader)
  return mayBeAbsent.test(repeated) ? undefined : required
}

const groupStart = /\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/uy
const characterClass = /\[(?:\\[\s\S]|[^\]\\])*\]/uy
const escape = /\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u[\da-fA-F]{4}|x[\da-fA-F]{2}|[\s\S])/uy
const plainCharacter = /[^\\.^$*+?()[\]{}|]/uy

function ofElement(reader: Reader): Required {
  const start = take(groupStart, reader)
  if (start !== '') {
    const required = ofAlternatives(reader)
    reader.at += 1
    return start === '(' || start === '(?:' ? required : undefined
  }
  const oneOf = take(characterClass, reader)
  if (oneOf !== '') return /^\[[^\\^-]*\]$/u.test(oneOf) ? new Set(oneOf.slice(1, -1)) : undefined
  if (take(escape, reader) !== '') return undefined
  const character = take(plainCharacter, reader)
  if (character !== '') return new Set([character])
  reader.at += 1
  return undefined
}

function take(pattern: RegExp, reader: Reader): string {
  pattern.lastIndex = reader.at
  const taken = pattern.exec(reader.text)?.[0] ?? ''
  reader.at += taken.length
  return taken
}
