import type { Meters } from './finding.ts'

/** 12333's rules: an answer is read out at about 120 characters a minute. */
const charactersASecond = 2

/** What an answer sounds like: Markdown signs gone, a link by its words. */
export function spokenText(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^\s*(?:[-*+]|\d+[.、)]|#{1,6}|>)\s+/gmu, '')
    .replaceAll(/\*\*|__|`/gu, '')
}

/** Sentences as they are spoken; a line of its own is one, too. */
export function sentencesOf(markdown: string): readonly string[] {
  return spokenText(markdown)
    .split(/(?<=[。！？!?；;])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => spokenLength(sentence) > 0)
}

/** Characters that are spoken. */
export function spokenLength(text: string): number {
  return Array.from(text.replaceAll(/[\p{P}\p{S}\s]/gu, '')).length
}

/** How long an answer is for a voice on the phone. */
export function measure(markdown: string): Meters {
  const sentences = sentencesOf(markdown)
  const characters = spokenLength(spokenText(markdown))
  return {
    characters,
    sentences: sentences.length,
    longestSentence: Math.max(0, ...sentences.map(spokenLength)),
    seconds: Math.round(characters / charactersASecond),
  }
}
