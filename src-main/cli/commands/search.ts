import { Command } from 'commander'
import * as z from 'zod'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { searchCommandText as text } from '#shared/catalogue/search-command.ts'
import { turnSchema } from '#shared/domain/call.ts'
import { createAnswerIndex, type AnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import { currentAnswers } from '#shared/domain/retrieval/current-answers.ts'
import type { AnswerQuery } from '#shared/domain/retrieval/read-query.ts'
import { answerSchema, lexiconSchema, type Answer, type Lexicon } from '#shared/domain/site-pack.ts'
import { defaultPackDirectory } from '../../core/knowledge/default-pack.ts'
import { inspectSitePack, loadSitePack } from '../../core/knowledge/load-site-pack.ts'
import { localDay } from '#shared/base/local-time.ts'
import { readJsonLines } from '../json-lines.ts'

interface Options {
  readonly queries?: string
  readonly kb?: string
  readonly top: string
  readonly pack?: string
  readonly json?: true
}

/** A turn may be given as plain words; then the citizen said them. */
const queryTurnSchema = z.union([
  z.string().transform((said) => ({ speaker: 'citizen' as const, startMs: 0, endMs: 0, text: said })),
  turnSchema.extend({ startMs: z.number().default(0), endMs: z.number().default(0) }),
])

const querySchema = z.object({
  q: z.union([z.string(), z.number()]),
  text: z.string().default(''),
  turns: z.array(queryTurnSchema).default([]),
})

/** `seat search`: standard answers for words, or for a file of queries, from the pack or from a `kb.jsonl`. */
export function searchCommand(): Command {
  return new Command('search')
    .description(text.description)
    .argument('[words...]', text.words)
    .option('--queries <file>', text.queries)
    .option('--kb <file>', text.kb)
    .option('--top <count>', text.top, '5')
    .option('--pack <dir>', text.pack)
    .option('--json', text.json)
    .action(runSearch)
}

async function runSearch(words: readonly string[], options: Options): Promise<void> {
  const top = Number(options.top)
  if (!Number.isInteger(top) || top < 1 || top > 100) {
    throw new FailureError('bad-top', text.badTop(options.top))
  }
  const sentence = words.join(' ')
  if ((sentence === '') === (options.queries === undefined)) throw new FailureError('bad-query', text.needOne)
  const { answers, lexicon } = await readEntries(options)
  const index = createAnswerIndex(answers, lexicon)
  if (options.queries !== undefined) {
    const queries = unwrap(await readJsonLines(options.queries, querySchema))
    for (const { q, ...query } of queries) printLine(q, query, index, top)
  } else if (options.json === true) printLine(sentence, { text: sentence }, index, top)
  else printReadable(sentence, answers, index, top)
}

async function readEntries({
  kb,
  pack,
}: Options): Promise<{ readonly answers: readonly Answer[]; readonly lexicon: Lexicon }> {
  const directory = pack ?? defaultPackDirectory()
  const today = localDay(Date.now())
  if (kb === undefined) {
    const { answers, lexicon } = unwrap(await loadSitePack(directory))
    return { answers: currentAnswers(answers, today), lexicon }
  }
  // Only the words of the pack matter beside entries of one's own: a fault elsewhere in it is no reason to refuse.
  const { pack: words } = await inspectSitePack(directory)
  const answers = unwrap(await readJsonLines(kb, answerSchema))
  return { answers: currentAnswers(answers, today), lexicon: words?.lexicon ?? lexiconSchema.parse({}) }
}

function printLine(q: string | number, query: AnswerQuery, index: AnswerIndex, top: number): void {
  const { hits, milliseconds } = timed(query, index, top)
  const shown = hits.map(({ id, score }) => ({ id, score }))
  console.log(JSON.stringify({ q, hits: shown, ms: Number(milliseconds) }))
}

function printReadable(sentence: string, answers: readonly Answer[], index: AnswerIndex, top: number): void {
  const byId = new Map(answers.map((answer) => [answer.id, answer]))
  const { hits, milliseconds } = timed({ text: sentence }, index, top)
  if (hits.length === 0) console.log(text.nothing)
  for (const [rank, { id, score }] of hits.entries()) {
    const answer = byId.get(id)
    console.log(text.hit(rank + 1, score.toFixed(2), answer?.title ?? '', id))
    console.log(text.answer(answer?.answer.replaceAll(/\s+/gu, ' ') ?? ''))
  }
  console.log(text.took(milliseconds))
}

function timed(query: AnswerQuery, index: AnswerIndex, top: number) {
  const start = performance.now()
  const hits = index.search(query, top)
  return { hits, milliseconds: (performance.now() - start).toFixed(3) }
}
