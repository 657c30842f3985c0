/** Hot words (热词): names of the site pack that a transducer listens for. */

/**
 * The words of a file, one a line, that a model can be asked to listen for: such as are made of Chinese characters that each
 * are a token of their own. sherpa-onnx cuts other words down to the characters it knows, or ends the process at a `:`.
 *
 * @param content the file of hot words
 * @param tokens the model's tokens.txt
 */
export function usableHotWords(content: string, tokens: string): readonly string[] {
  const known = singleCharacters(tokens)
  const words = content.split('\n').map((line) => line.trim())
  return [...new Set(words)].filter(
    (word) => word !== '' && Array.from(word).every((character) => known.has(character)),
  )
}

/** Whether a model writes Chinese a character at a time; one of byte pieces cannot be told what to listen for. */
export function writesCharacters(tokens: string): boolean {
  return singleCharacters(tokens).size > 0
}

function singleCharacters(tokens: string): ReadonlySet<string> {
  const pieces = tokens.split('\n').map((line) => line.split(/\s/u, 1)[0] ?? '')
  return new Set(pieces.filter((piece) => /^\p{Script=Han}$/u.test(piece)))
}
