/** What models say, as words: pure. */

/** The part of a native result that says when each token was said. */
interface TimedTokens {
  readonly tokens?: readonly string[]
  /** Seconds from the start of the stream, one a token; empty or absent for the kinds that give none (paraformer). */
  readonly timestamps?: readonly number[]
}

const marks = /[，。？！、；：,.?!;:…]/gu
/** Sense voice writes what it noticed beside the words: `<|HAPPY|>`, 😊, 🎼. */
const notices = /<\|[^|]*\|>|\p{Extended_Pictographic}|\uFE0F/gu
/** Silence between two tokens, beyond what the speaker usually takes from one to the next, that counts as a pause. */
const pauseSeconds = 0.3

/** Models put spaces between subwords and `<unk>` for sounds they cannot write; Chinese has neither. */
export function tidyText(text: string): string {
  return text
    .replaceAll('<unk>', '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim()
}

/** Words alone: without marks and whatever else a model of the second pass adds. */
export function plainText(text: string): string {
  return tidyText(text.replace(notices, '').replace(marks, ' '))
}

/** `text` with marks, if these are all that was added; a model that loses or changes words is not believed. */
export function soundPunctuation(text: string, punctuated: string): string | undefined {
  const letters = (words: string): string => words.replace(marks, '').replace(/\s/gu, '')
  return punctuated !== text && letters(punctuated) === letters(text) ? punctuated : undefined
}

/** Mean probability of the tokens, 0–1; undefined for the kinds of model that give none. */
export function tokenConfidence(result: { readonly ys_probs?: readonly number[] }): number | undefined {
  const logs = result.ys_probs ?? []
  if (logs.length === 0) return undefined
  const mean = logs.reduce((sum, log) => sum + Math.exp(log), 0) / logs.length
  return Math.min(1, Math.max(0, mean))
}

/** Places in `text`, the tidied words of the same tokens, that a pause follows; empty where the model gives no times. */
export function pausesAfter(text: string, { tokens = [], timestamps = [] }: TimedTokens): readonly number[] {
  if (tokens.length !== timestamps.length) return []
  const steps = timestamps.slice(1).map((time, index) => time - (timestamps[index] ?? 0))
  const usual = steps.toSorted((left, right) => left - right)[Math.floor(steps.length / 2)] ?? 0
  return steps.flatMap((step, index) => {
    if (step < usual + pauseSeconds) return []
    const before = tidyText(
      tokens
        .slice(0, index + 1)
        .join('')
        .replaceAll('▁', ' '),
    )
    return before !== '' && before.length < text.length && text.startsWith(before) ? [before.length] : []
  })
}
