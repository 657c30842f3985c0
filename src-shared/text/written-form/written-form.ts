import { addressRules, routeRules } from './addresses.ts'
import { amountRules, shareRules } from './amounts.ts'
import { countRules } from './counts.ts'
import { dateRules, timeRules } from './dates-and-times.ts'
import { digitStringRule, doubledRule } from './digit-strings.ts'
import { keptStretches } from './kept-stretches.ts'
import { numeralCharacters } from './numeral.ts'
import { codeRules, plateRule, provinces } from './plates.ts'
import { bareRules, ordinalRules, rangeRules } from './ranges.ts'
import type { Reading, Rule } from './rule.ts'
import { replaceAll, type Replacement, type WrittenText } from './written-text.ts'

/** The first rule that reads the words wins: the narrower ones come first. */
const rules: readonly Rule[] = [
  plateRule,
  ...codeRules,
  ...ordinalRules,
  ...shareRules,
  ...rangeRules,
  ...routeRules,
  ...dateRules,
  ...addressRules,
  doubledRule,
  digitStringRule,
  ...timeRules,
  ...amountRules,
  ...countRules,
  ...bareRules,
]

const numeralAt = new RegExp(`[${numeralCharacters}]`)
/** 几十箱 and 数十人 are no ten: only about a number is said. 人数十五 is fifteen. */
const inexact = new RegExp(
  `(?:几[${numeralCharacters}]|(?<![人总次户读指度号分件票基])数十|[\\d.][${numeralCharacters}])$`,
)
/** Characters that a rule can begin with. */
const beginning = new RegExp(`[${numeralCharacters}${provinces}第负双几数好上近A-Za-z]`)

/**
 * Spoken Chinese as a ticket writes it: numbers of every use become digits with their units, what is said about a number
 * only (三四十, 几百, 一个) keeps its words. Words are never moved, and what is not sure stays as it was spoken.
 *
 * The conventions: sums are written in 元 (两块五 → 2.5元), one without a unit gets it where money is meant (押金三千五 →
 * 押金3500元); whole 万 and 亿 stay (两万 → 2万, but 一万二 → 12000); 号 and 日 stay as spoken; a clock time has a colon (三点二十 →
 * 3:20) while 半 and 刻 keep their words, and the part of the day before it is never reckoned in; telephone numbers have no
 * hyphen; 第一次, 第二天, 二套房, 二期 and the numerals of schools and streets are names and stay.
 *
 * `keep` lists names, such as the roads of a pack, whose numerals are part of the name.
 */
export function writtenForm(text: string, options: { readonly keep?: readonly string[] } = {}): WrittenText {
  const kept = keptStretches(text, options.keep)
  const replacements: Replacement[] = []
  let next = 0
  for (let at = 0; at < text.length;) {
    while ((kept[next]?.end ?? Infinity) <= at) next++
    const barrier = kept[next]
    if (barrier !== undefined && barrier.start <= at) {
      at = barrier.end
      continue
    }
    const reading = readAt(text, at, barrier?.start ?? text.length)
    if (reading === undefined) at = afterUnread(text, at)
    else {
      const { end, kind, written } = reading
      if (written !== text.slice(at, end)) replacements.push({ start: at, end, kind, written })
      at = end
    }
  }
  return replaceAll(text, replacements)
}

/** The first reading that does not reach into words that are kept, nor touches digits that are there already. */
function readAt(text: string, at: number, limit: number): Reading | undefined {
  if (!beginning.test(text.charAt(at)) || inexact.test(text.slice(Math.max(0, at - 2), at + 1)))
    return undefined
  for (const rule of rules) {
    const reading = rule(text, at)
    if (reading !== undefined && reading.end <= limit && !/\d/.test(text.charAt(reading.end))) return reading
  }
  return undefined
}

/** A run of numerals that no rule could read is left as a whole. */
function afterUnread(text: string, at: number): number {
  let end = at + 1
  if (numeralAt.test(text.charAt(at))) while (end < text.length && numeralAt.test(text.charAt(end))) end++
  return end
}
