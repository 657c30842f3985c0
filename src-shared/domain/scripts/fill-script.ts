import { placeholderPattern } from './placeholders.ts'

const withComma = new RegExp(`${placeholderPattern.source}([，,、]?)`, 'gu')

/**
 * A script's (话术) words with their `{{placeholders}}` replaced. One without a value is dropped together with the comma
 * after it, so that "{{callerName}}，您好" becomes "您好". `values` are by the names of `scriptPlaceholders`; a name that nobody
 * knows counts as one without a value.
 */
export function fillScript(words: string, values: Readonly<Record<string, string | undefined>>): string {
  return words.replace(withComma, (_, name: string, comma: string) => {
    const value = Object.hasOwn(values, name) ? (values[name]?.trim() ?? '') : ''
    return value === '' ? '' : `${value}${comma}`
  })
}
