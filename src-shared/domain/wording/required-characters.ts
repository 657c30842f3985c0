/**
 * Characters without which a regular expression of a pack cannot match, from its text alone: a turn that lacks them need not be
 * looked through. Most of a pack's expressions are about words that are not said, so this spares most of the work.
 */

/** Of each of these one character at least stands in every match; none where nothing is known. */
export type Required = readonly string[]

interface Reader {
  readonly text: string
  at: number
}

/** For expressions that compile with the flag `u`; what is not understood makes no claim. What tells most comes first. */
export function requiredCharacters(expression: string): Required {
  return ofAlternatives({ text: expression, at: 0 }).toSorted((a, b) => commonness(a) - commonness(b))
}

/** Characters of nearly every turn: to ask for them spares nothing. */
const common = new Set('您你我的了是不有一就这那在还都也')

function commonness(characters: string): number {
  return Array.from(characters).reduce((sum, character) => sum + (common.has(character) ? 20 : 1), 0)
}

/** Any alternative may match: of each what tells most, if each has something. */
function ofAlternatives(reader: Reader): Required {
  const each = [ofSequence(reader)]
  while (reader.text[reader.at] === '|') {
    reader.at += 1
    each.push(ofSequence(reader))
  }
  const [only] = each
  if (each.length === 1) return only ?? []
  const rarest = each.flatMap((sets) => sets.toSorted((a, b) => commonness(a) - commonness(b)).slice(0, 1))
  return rarest.length === each.length ? [[...new Set(rarest.join(''))].join('')] : []
}

/** Every element has to match. */
function ofSequence(reader: Reader): Required {
  const sets: string[] = []
  while (reader.at < reader.text.length && !'|)'.includes(reader.text[reader.at] ?? '')) {
    sets.push(...ofRepeated(reader))
  }
  return sets
}

const quantifier = /(?:[*+?]|\{\d+(?:,\d*)?\})\??/uy
const mayBeAbsent = /^(?:[*?]|\{0)/u

function ofRepeated(reader: Reader): Required {
  const required = ofElement(reader)
  const repeated = take(quantifier, reader)
  return mayBeAbsent.test(repeated) ? [] : required
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
    return start === '(' || start === '(?:' ? required : []
  }
  const oneOf = take(characterClass, reader)
  if (oneOf !== '') return /^\[[^\\^-]*\]$/u.test(oneOf) ? [oneOf.slice(1, -1)] : []
  if (take(escape, reader) !== '') return []
  const character = take(plainCharacter, reader)
  if (character !== '') return [character]
  reader.at += 1
  return []
}

function take(pattern: RegExp, reader: Reader): string {
  pattern.lastIndex = reader.at
  const taken = pattern.exec(reader.text)?.[0] ?? ''
  reader.at += taken.length
  return taken
}
