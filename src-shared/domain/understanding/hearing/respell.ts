import { oncePerText } from '../../../base/remember.ts'
import { cardinalOf } from '../../../text/numerals.ts'
import { createOrdinaryWords, type OrdinaryWords } from '../../correction/ordinary-words.ts'
import { type Choice, createSpelling, dictionaryOf, spell, type Spelling } from './spelling.ts'
import { askedFor, besides, oneSyllableSlips, things } from './ticket-words.ts'

let ordinary: OrdinaryWords | undefined
let tickets: Spelling | undefined

/**
 * The same words with a recogniser's slips put right where the sound, and at least one character, is that of a word of
 * tickets, and the words as heard are none: 押金 for 鸭金, 六百八十八 for 六百八是八.
 */
export function respell(text: string): string {
  tickets ??= createSpelling(
    dictionaryOf([...allTicketWords()].filter((word) => word.length >= 2)),
    unlessOrdinary,
  )
  return tickets(healNumerals(withoutOneSyllableSlips(text)))
}

/** Writes words of the same sound as `others` use them: who answers has often understood what the recogniser did not. */
export function respellLike(others: readonly string[]): Spelling {
  const said = dictionaryOf(others.flatMap(wordsIn))
  return (text) => spell(text, said, whereMeant)
}

/** All words of two and three characters in a text. */
const wordsIn = oncePerText((text): readonly string[] =>
  [2, 3].flatMap((length) =>
    Array.from(text, (_, at) => text.slice(at, at + length)).filter(
      (word) => word.length === length && isWord(word) && !hasFunctionWord(word),
    ),
  ),
)

const hasFunctionWord = (word: string): boolean => /[的他她它了在再是得地做作有又我你您吗吧呢那哪]/.test(word)
const isWord = (word: string): boolean => words().has(word) || allTicketWords().has(word)

function withoutOneSyllableSlips(text: string): string {
  return oneSyllableSlips.reduce((result, [slip, meant]) => result.replace(slip, meant), text)
}

const digit = '[一二两三四五六七八九]'
const digitSlips: readonly (readonly [RegExp, string])[] = [
  // 六百八是八: between a digit and a digit, or a unit, 十 is meant.
  [
    new RegExp(
      `(?<=(?:[百千万零]|^|[^零一二两三四五六七八九])${digit})[是时事石实](?=${digit}(?![百千万号楼栋])|[元块个人名户万])`,
      'g',
    ),
    '十',
  ],
  [new RegExp(`[量俩良](?=[百千万](?:${digit}|[元块多人个]|$))`, 'g'), '两'],
  [new RegExp(`[散伞](?=[百千万](?:${digit}|[元块]))`, 'g'), '三'],
  [new RegExp(`[酒旧就](?=[百千万](?:${digit}[百十千]|[元块]|$))`, 'g'), '九'],
  [new RegExp(`[吧巴](?=[百千万](?:${digit}[百十千]|[元块]))`, 'g'), '八'],
  [new RegExp(`[其期](?=[百千万](?:${digit}[百十千]|[元块]))`, 'g'), '七'],
  [new RegExp(`[武午](?=[百千万](?:${digit}[百十千]|[元块]))`, 'g'), '五'],
  [new RegExp(`(?<=${digit})[前钱](?=${digit}?[百块元]|${digit}(?:块|$))`, 'g'), '千'],
  [new RegExp(`(?<=${digit})[白摆拜](?=${digit}(?:十|块|元|$)|块|元|十)`, 'g'), '百'],
  [new RegExp(`(?<=[十百千]${digit}?|${digit})[完碗](?=${digit}(?:千|块|$)|块|元)`, 'g'), '万'],
  [new RegExp(`(?<=[十百千万]|${digit})快(?=钱)`, 'g'), '块'],
  [new RegExp(`(?<=${digit})[各](?=人|工人|孩子|同事)`, 'g'), '个'],
]
const spokenNumber = /[零一二两三四五六七八九十百千万]{2,}/g

/** Digits that were heard as other words, where only a number makes sense. */
export function healNumerals(text: string): string {
  return digitSlips.reduce((result, [slip, meant]) => {
    const healed = result.replace(slip, meant)
    return healed === result || cardinalsOf(healed) >= cardinalsOf(result) ? healed : result
  }, text)
}

/** How many of its numbers are well formed, less those that are not. */
function cardinalsOf(text: string): number {
  return (text.match(spokenNumber) ?? []).reduce(
    (sum, number) => sum + (cardinalOf(number) === undefined ? -1 : 1),
    0,
  )
}

/** Little words that are as likely meant as heard: 不发 is no 补发, 谁管 no 水管. */
const meantAsHeard = /[不谁太给我你他也都很就姓]/

const whereMeant: Choice = (heard, meant) => {
  const wrong = Array.from(heard).filter((character, index) => character !== meant[index])
  return wrong.length < heard.length && !(heard.length === 2 && meantAsHeard.test(wrong.join('')))
    ? meant
    : undefined
}

const unlessOrdinary: Choice = (heard, meant, text, at) =>
  readsAsHeard(text, at, at + heard.length) ? undefined : whereMeant(heard, meant, text, at)

/** Whether the stretch, or a word reaching over one of its ends, is an ordinary word. */
function readsAsHeard(text: string, start: number, end: number): boolean {
  const list = words()
  if (list.has(text.slice(start, end))) return true
  return straddles(text, start, list) || straddles(text, end, list)
}

function straddles(text: string, at: number, list: OrdinaryWords): boolean {
  return at > 0 && at < text.length && list.weight(text.slice(at - 1, at + 1)) >= 8
}

function words(): OrdinaryWords {
  ordinary ??= createOrdinaryWords([])
  return ordinary
}

let ticketWords: ReadonlySet<string> | undefined

function allTicketWords(): ReadonlySet<string> {
  ticketWords ??= new Set([askedFor, things, besides].join(' ').split(' '))
  return ticketWords
}
