import { knowledgeCheckText as say } from '../../catalogue/knowledge-checks.ts'
import type { EntryContent } from './entry.ts'
import type { Finding } from './finding.ts'
import { checkNeighbours, type Neighbour } from './check-neighbours.ts'
import { measure, sentencesOf, spokenLength, spokenText } from './meters.ts'

/** The pack's bound for an answer (`seat pack check`): 240 characters are two minutes at 12333's pace. */
const mostCharacters = 240
/** Twenty seconds of one sentence at that pace: a listener has no page to look back at. */
const mostInSentence = 40
/** Trainers are reminded so many days before an answer expires. */
const soonDays = 30

/** What a voice cannot say: tables, pictures, code, bare addresses of the web. */
const unspeakable = /!\[[^\]]*\]\([^)]*\)|^\s*\|.*\|\s*$|^\s*```|(?<!\()\bhttps?:\/\/\S+/mu
/** 另外… 此外…: the answer turns to something else. */
const turnsAside =
  /(?:^|[。；;\n])\s*(?:另外|此外|除此之外|还有一个问题|顺便|再者|关于[^，。]{2,12}[，,:：])/gu
/** Two questions in one title. */
const askingWords =
  /怎么|怎样|如何|哪里|哪儿|多少|多久|什么|几天|能否|能不能|是否|条件|材料|流程|时间|收费|标准/gu
const joined = /[和及与、，,；;？?]|以及|还有/u

/** What to look at before an entry is submitted. `today` is `YYYY-MM-DD`; neighbours are entries that a search for it finds. */
export function checkEntry(
  content: EntryContent,
  context: { readonly today: string; readonly neighbours: readonly Neighbour[] },
): readonly Finding[] {
  const { answer } = content
  if (answer.trim() === '') return [error('empty', say.empty), ...checkDates(content, context.today)]
  return [
    ...checkDates(content, context.today),
    ...checkLength(answer),
    ...checkTopics(content),
    ...(unspeakable.test(answer) ? [warning('not-speakable', say.notSpeakable)] : []),
    ...(content.similar.length === 0 ? [hint('no-similar', say.noSimilar)] : []),
    ...checkNeighbours(content, context.neighbours),
  ]
}

function checkLength(answer: string): readonly Finding[] {
  const { characters, seconds } = measure(answer)
  const long = sentencesOf(answer).filter((sentence) => spokenLength(sentence) > mostInSentence)
  return [
    ...(characters > mostCharacters
      ? [warning('too-long', say.tooLong(characters, mostCharacters, seconds))]
      : []),
    ...long.map((quote) => ({
      ...warning('long-sentence', say.longSentence(spokenLength(quote), mostInSentence)),
      quote,
    })),
  ]
}

function checkTopics({ title, answer }: EntryContent): readonly Finding[] {
  const questions = title.split(joined).filter((part) => part.search(askingWords) >= 0)
  if (questions.length > 1) return [{ ...warning('several-topics', say.titleTopics), quote: title }]
  const asides = spokenText(answer).match(turnsAside) ?? []
  const [first] = asides
  return asides.length > 1 && first !== undefined
    ? [{ ...warning('several-topics', say.answerTopics), quote: first.trim() }]
    : []
}

function checkDates({ effective, expires }: EntryContent, today: string): readonly Finding[] {
  const found: Finding[] = []
  if (effective !== undefined && expires !== undefined && effective > expires) {
    found.push(error('dates-reversed', say.datesReversed))
  }
  if (expires === undefined) found.push(hint('no-expiry', say.noExpiry))
  else if (expires < today) found.push(warning('expired', say.expired(expires)))
  else if (daysBetween(today, expires) <= soonDays) {
    found.push(warning('expires-soon', say.expiresSoon(daysBetween(today, expires))))
  }
  if (effective !== undefined && effective > today)
    found.push(hint('not-in-force', say.notInForce(effective)))
  return found
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

function error(kind: Finding['kind'], message: string): Finding {
  return { kind, severity: 'error', message }
}

function warning(kind: Finding['kind'], message: string): Finding {
  return { kind, severity: 'warning', message }
}

function hint(kind: Finding['kind'], message: string): Finding {
  return { kind, severity: 'hint', message }
}
