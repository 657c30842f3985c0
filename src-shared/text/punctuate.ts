import { isQuestion } from './punctuate-questions.ts'
import type { Stretch } from './written-form/written-text.ts'
import { writtenForm } from './written-form/written-form.ts'

/** What is known about an utterance besides its words. */
export interface Utterance {
  /** Places followed by a pause, as the number of UTF-16 units before it. */
  readonly pausesAfter?: readonly number[]
  /** Whether the words are complete: only then they end with 。 or ？. */
  readonly final: boolean
  /** Names that no mark may cut; numbers are known without. */
  readonly uncut?: readonly Stretch[]
}

const mark = /[\p{P}\s]/u
/** A clause before a word such as 但是 has at least so many characters; what is shorter is no clause yet. */
const leastClause = 4
/** A pause makes a clause of two characters already. */
const leastBeforePause = 2

/** Greetings and answers at the start of a clause, which a comma follows. */
const leading =
  /(?:喂+|[你您]好|嗯+|哦+|噢|唉|哎+|对对+|对的|是的|是是|好的|好好|好嘞|行行|没错|明白了?|谢谢[你您]|谢谢(?![你您])|不好意思|对不起|抱歉|不客气|没关系|没事)(?=[^的了吗呢吧啊呀哈哦嗯，])/y
/** Words that begin a clause, and what before them says that they do not. */
const opening =
  /(?<![是就都也只不正会想我您你他们的])(?:因为|所以|如果|要是)|(?<![是])(?:但是|可是|而且|然后|后来|另外|另外就是|并且|反正|虽然|否则|要不然|不然的话|导致|比如说?|例如|总之|毕竟)|(?<![想是先再说我就都也不要])(?:请问|麻烦[您你]|请[您你]们?|请稍等|请讲)|(?<![想是先再也很有只都我们的没])(?:希望|要求)|(?<![的没有个等查看出好理试])结果(?![是出不有没还公证要])|(?<![就都也])(?:我们?|本人)(?:希望|要求|想问|想咨询|想投诉|想反映|要投诉|要举报|要反映)|(?<![说道声太非常])(?:谢谢|感谢[您你]|再见|拜拜)|(?<=[了])(?=到现在|现在|还没|一直没?|也没|都没|没人|没有人)/y
/** Words that end a question in the middle of what is said. */
const asked =
  /(?:对吗|是吗|好吗|行吗|可以吗|在吗|是吧|对吧|对不对|好不好|行不行|是不是啊|吗)(?![，啡呢啊的])/y
/** A pause before such a word is hesitation. */
const dependent = /[的地得了着过吗呢吧啊嘛呀们，。？！、；：,.?!]/

/**
 * Marks for words that have none: commas after greetings, before 但是 and its like and at pauses, 。 or ？ at the end. Nothing
 * but marks is added, and none inside of a number or a name. Marks that are there stay, so it can be done twice.
 */
export function punctuate(text: string, utterance: Utterance): string {
  const places = boundaries(text, utterance)
  let result = ''
  let clause = ''
  let done = 0
  for (const [place, sign] of places) {
    result += text.slice(done, place) + sign
    done = place
  }
  result += text.slice(done)
  if (!utterance.final) return result
  const end = result.trimEnd().length
  if (end === 0 || mark.test(result.charAt(end - 1))) return result
  clause =
    result
      .slice(0, end)
      .split(/[。？！?!]/)
      .at(-1) ?? ''
  return `${result.slice(0, end)}${isQuestion(clause) ? '？' : '。'}${result.slice(end)}`
}

/** Where a mark goes, in order. The sweep knows only the words since the last mark, so that a second one finds nothing new. */
function boundaries(text: string, utterance: Utterance): readonly (readonly [place: number, sign: string])[] {
  const uncut = [
    ...writtenForm(text).spans.map((span) => ({ start: span.spokenStart, end: span.spokenEnd })),
    ...(utterance.uncut ?? []),
  ]
  const pauses = new Set(utterance.pausesAfter)
  const last = text.trimEnd().length
  const found: [number, string][] = []
  let clauseStart = 0
  let forced: { readonly place: number; readonly sign: string } | undefined
  for (let place = 0; place < last; place++) {
    if (mark.test(text.charAt(place))) {
      clauseStart = place + 1
      continue
    }
    const sign = forced?.place === place ? forced.sign : signAt(text, place, clauseStart, pauses)
    if (sign !== undefined && place > clauseStart && isOpen(text, place, uncut)) {
      found.push([place, sign])
      clauseStart = place
    }
    forced = endOfWords(text, place, clauseStart) ?? forced
  }
  return found
}

function signAt(
  text: string,
  place: number,
  clauseStart: number,
  pauses: ReadonlySet<number>,
): string | undefined {
  const length = place - clauseStart
  if (pauses.has(place) && length >= leastBeforePause && !dependent.test(text.charAt(place))) return '，'
  return length >= leastClause && matches(opening, text, place) !== undefined ? '，' : undefined
}

/** The mark after a greeting or a question that begins here. */
function endOfWords(
  text: string,
  place: number,
  clauseStart: number,
): { readonly place: number; readonly sign: string } | undefined {
  const greeting = place === clauseStart ? matches(leading, text, place) : undefined
  if (greeting !== undefined) return { place: place + greeting, sign: '，' }
  const question = matches(asked, text, place)
  return question === undefined ? undefined : { place: place + question, sign: '？' }
}

/** The length of what the pattern matches at the place. */
function matches(pattern: RegExp, text: string, place: number): number | undefined {
  pattern.lastIndex = place
  return pattern.exec(text)?.[0].length
}

/** Whether a mark may stand at the place: not in a number, not beside another mark, not inside of a character. */
function isOpen(text: string, place: number, uncut: readonly Stretch[]): boolean {
  if (mark.test(text.charAt(place - 1)) || /[\uDC00-\uDFFF]/.test(text.charAt(place))) return false
  return !uncut.some(({ start, end }) => place > start && place < end)
}
