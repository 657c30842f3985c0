import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import type { SaidSigns } from '../hearing/sign-weights.ts'
import { nearestSigns, signsAround, signsOfQuestion, upTo } from '../hearing/signs-around.ts'
import { exchangeSigns, phoneExchange } from '../phone/phone-exchange.ts'
import { formsOfAddress } from './form-of-address.ts'
import { asksForAnother } from './name-questions.ts'
import { type NameStatement, readName } from './name-statements.ts'
import { opening, ownNames } from './own-names.ts'
import { relationIn, relatives } from './relations.ts'
import { soundAlike, soundOf } from './surnames.ts'

/** Somebody other than the caller whom the caller names, and what speaks for or against their being the contact. */
export interface ThirdPerson {
  readonly statement: NameStatement
  /** The words that tell who it is to the caller: 我老公他姓. */
  readonly about: string
  readonly signs: ReadonlySet<string>
  /** The words about the telephone, which all persons share. */
  readonly said: SaidSigns
}

const told = new RegExp(
  `(?:[他她佢]|(?<!您|你)(?:的|家)?${relatives}(?:的|他|她|那个)?)(?:的?名字)?(?:就?是|叫做?|交|姓)?|(?<!我|不)(?:叫|姓)(?!名|什么|啥|我|他|她|你|人)`,
  'g',
)
const [mostPersons, mostForms] = [3, 3]

/** Those who are named beside the caller, in order; a name that is told twice counts where it is told last. */
export function thirdPersons(hearing: Hearing): readonly ThirdPerson[] {
  const own = ownNames(hearing, [])
  const named = hearing.lines.flatMap((line) => (line.speaker === 'seat' ? [] : namedIn(hearing, line, own)))
  const last = new Map(
    named.map((each) => [soundOf(each.statement.surname + (each.statement.given ?? '')), each]),
  )
  const persons = [...last.values()].filter(
    ({ statement }) =>
      statement.given !== undefined ||
      ![...last.values()].some(
        (other) =>
          other.statement.given !== undefined && soundAlike(other.statement.surname, statement.surname),
      ),
  )
  return persons.map((each, at) => ({
    ...each,
    signs: new Set([
      `persons:${upTo(mostPersons, persons.length)}`,
      ...(at === persons.length - 1 ? ['last'] : []),
      ...signsOf(hearing, each, own),
    ]),
    said: exchangeSigns('', hearing),
  }))
}

type Named = Omit<ThirdPerson, 'signs' | 'said'>

function namedIn(hearing: Hearing, line: Line, own: readonly NameStatement[]): readonly Named[] {
  const question = previousSeatLine(hearing, line)?.text ?? ''
  const isOwn = ({ surname, given, start }: NameStatement): boolean =>
    own.some(
      (one) =>
        (one.line === line && start >= one.start && start <= one.end) ||
        (soundAlike(one.surname, surname) && (given === undefined || given === one.given)),
    )
  const cues = [...line.text.matchAll(told)].map(({ index, 0: words }) => ({
    at: index + words.length,
    words,
  }))
  const answer = opening.exec(line.text)?.[0].length ?? 0
  const asked = asksForAnother(question) ? [{ at: answer, words: '' }] : []
  const found: Named[] = []
  for (const { at, words } of [...cues, ...asked]) {
    if (found.some(({ statement }) => at >= statement.start && at <= statement.end)) continue
    const by = words.endsWith('姓') ? 'surnamed' : /[叫交]做?$/.test(words) ? 'named' : 'bare'
    const statement = readName(line, at, by)
    if (statement === undefined || isOwn(statement)) continue
    if (by === 'named' && statement.given === undefined) continue
    found.push({ statement, about: question + line.text.slice(0, at) })
  }
  return found
}

function signsOf(
  hearing: Hearing,
  { statement, about }: Named,
  own: readonly NameStatement[],
): readonly string[] {
  const { line, start, end, surname, given } = statement
  const forms = formsOfAddress(hearing).filter((form) => form.surname !== undefined)
  const theirs = forms.filter((form) => soundAlike(form.surname ?? '', surname))
  const shared = own.some((one) => soundAlike(one.surname, surname))
  const latest = forms.at(-1)
  return [
    `relation:${relationIn(about)}`,
    `own:${upTo(mostPersons, own.length)}`,
    ...(given === undefined ? [] : ['full']),
    ...(shared ? ['shared'] : []),
    ...(own.some((one) => one.line.index > line.index) ? ['before'] : []),
    `theirs:${upTo(mostForms, theirs.length)}${shared ? 'shared' : ''}`,
    `later:${upTo(mostForms, theirs.filter(({ turn }) => turn > line.index).length)}`,
    `others:${upTo(mostForms, forms.filter((form) => form.turn > line.index && !theirs.includes(form)).length)}`,
    ...(latest !== undefined && theirs.includes(latest) ? ['latest'] : []),
    ...(latest?.given !== undefined && given !== undefined && soundAlike(latest.given, given)
      ? ['echoed']
      : []),
    ...(phoneExchange(hearing).includes(line) ? ['exchange'] : []),
    ...signsAround('', line.text.slice(0, start), line.text.slice(end)),
    ...signsOfQuestion(previousSeatLine(hearing, line)?.text ?? ''),
    ...nearestSigns('N', hearing.lines[line.index + 1]?.text ?? '', ''),
  ]
}
