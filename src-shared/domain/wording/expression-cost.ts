/**
 * How long a regular expression of a pack may keep a seat waiting, from its text alone: nothing is run. An engine that goes
 * back (回溯) tries every way in which the expression can match; their number is bounded here. Nested or neighbouring
 * repetitions multiply it, `(a+)+` without end.
 */

/** Characters of a long turn: what a repetition without an upper bound can run to. */
const longTurn = 200

/** Ways from one position that no turn can wait for; what packs are made of (choices of words) counts for far less. */
const mostWays = 1e12

/** Twice the turn may be four times the ways (two free repetitions), not eight: with every position tried, that is seconds. */
const mostGrowth = 5

/** True where an expression that compiles could keep a turn waiting: `(a+)+`, `(a|a)*`, `.*.*.*`. */
export function couldHang(expression: string): boolean {
  const ways = waysToMatch(expression, longTurn)
  return ways > mostWays || ways / waysToMatch(expression, longTurn / 2) > mostGrowth
}

/** The number of ways in which an expression can match from one position of a turn so long, at most. */
function waysToMatch(expression: string, length: number): number {
  return readAlternatives({ text: expression, length, at: 0 })
}

interface Reader {
  readonly text: string
  readonly length: number
  at: number
}

/** Where all alternatives begin with a character of their own, only one can match, and the widest counts. */
function readAlternatives(reader: Reader): number {
  const alternatives: { readonly first: string; readonly ways: number }[] = []
  do {
    if (reader.text[reader.at] === '|') reader.at += 1
    const first = plainCharacter.exec(reader.text.slice(reader.at))?.[0] ?? ''
    alternatives.push({ first, ways: readSequence(reader) })
  } while (reader.text[reader.at] === '|')
  const firsts = new Set(alternatives.map(({ first }) => first))
  const areApart = firsts.size === alternatives.length && !firsts.has('')
  const ways = alternatives.map((alternative) => alternative.ways)
  return areApart ? Math.max(...ways) : ways.reduce((sum, one) => sum + one, 0)
}

/** A character that stands for itself and is not optional. */
const plainCharacter = /^[^\\.[\](){}|*+?^$](?![?*{])/u

function readSequence(reader: Reader): number {
  let ways = 1
  while (reader.at < reader.text.length && reader.text[reader.at] !== '|' && reader.text[reader.at] !== ')') {
    ways *= readRepeated(reader)
  }
  return ways
}

/** One element with its quantifier. Choosing how often to repeat is a way each; so is every way of each repetition. */
function readRepeated(reader: Reader): number {
  const ways = readElement(reader)
  const quantifier = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(reader.text.slice(reader.at))
  if (quantifier === null) return ways
  reader.at += quantifier[0].length
  const [least, most] = bounds(quantifier, reader.length)
  return ways === 1 ? most - least + 1 : waysOfRepeating(ways, least, most)
}

function bounds(
  [whole, least = '', comma, most = '']: RegExpExecArray,
  length: number,
): readonly [number, number] {
  if (whole.startsWith('?')) return [0, 1]
  if (whole.startsWith('*')) return [0, length]
  if (whole.startsWith('+')) return [1, length]
  if (comma === undefined) return [Number(least), Number(least)]
  return [Number(least), most === '' ? length : Number(most)]
}

function waysOfRepeating(ways: number, least: number, most: number): number {
  let sum = 0
  for (let times = least; times <= most && sum !== Infinity; times++) sum += ways ** times
  return sum
}

function readElement(reader: Reader): number {
  const character = reader.text[reader.at]
  if (character === '[') return readClass(reader)
  if (character === '(') return readGroup(reader)
  reader.at += character === '\\' ? escapeLength(reader) : 1
  return 1
}

function readClass(reader: Reader): number {
  while (reader.text[reader.at] !== ']') reader.at += reader.text[reader.at] === '\\' ? 2 : 1
  reader.at += 1
  return 1
}

/** `\d` is two characters, `\p{Script=Han}`, `\u{1F600}` and `\k<name>` are more. */
function escapeLength({ text, at }: Reader): number {
  return (
    /^\\(?:[pPu]\{[^}]*\}|k<[^>]*>|u[\da-f]{4}|x[\da-f]{2}|[\s\S])/iu.exec(text.slice(at))?.[0].length ?? 2
  )
}

/** A look around matches at most once, however many ways there are; they are tried all the same. */
function readGroup(reader: Reader): number {
  reader.at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/u.exec(reader.text.slice(reader.at))?.[0].length ?? 1
  const ways = readAlternatives(reader)
  reader.at += 1
  return ways
}
