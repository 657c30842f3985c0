/**
 * Works out what speaks for the contact's being somebody whom the caller names and writes `contact-weights.json`; the same calls give
 * the same file. With `--judge` each set is judged by weights that were fitted without it, and nothing is written.
 * Run: `node tests/bench/fit-contacts.ts [--judge [--misses]]`
 */
import type { Hearing } from '#shared/domain/understanding/hearing/hearing.ts'
import { asMeant } from '#shared/domain/understanding/hearing/little-words.ts'
import { readSignWeights, type SignTable } from '#shared/domain/understanding/hearing/sign-weights.ts'
import { otherContact } from '#shared/domain/understanding/person/other-contact.ts'
import { soundOf, surnameAt } from '#shared/domain/understanding/person/surnames.ts'
import { thirdPersons } from '#shared/domain/understanding/person/third-persons.ts'
import { contactIn, overrulingContact } from '#shared/domain/understanding/person/whose-name.ts'
import { fitOrJudge } from './fill-fit/fit-or-judge.ts'
import { readCall } from './fill-fit/kind-rows.ts'
import { printOverruled } from './fill-fit/print-overruled.ts'
import { learnSigns, type SignedExample } from './fill-fit/sign-rows.ts'

interface NamedCall {
  readonly call: string
  readonly hearing: Hearing
  /** The name of the other contact; undefined where the caller is the contact. */
  readonly wanted: string | undefined
  readonly ruled: string | undefined
  readonly examples: readonly SignedExample[]
}

fitOrJudge({
  file: 'person/contact-weights.json',
  read: namedCall,
  learn: (calls: readonly NamedCall[]) => learnSigns(calls.flatMap(({ examples }) => examples)),
  judge,
})

function namedCall(line: string): NamedCall[] {
  const { call, hearing: heard, expected, open } = readCall(line)
  const name = expected.contactName
  if (open.includes('contactName') || name === undefined) return []
  const hearing = asMeant(heard)
  const persons = thirdPersons(hearing).map((person) => ({
    signs: [...new Set([...person.signs, ...person.said.flat()])],
    name: contactIn(hearing, person).name ?? person.statement.surname,
  }))
  const contact =
    persons.find((person) => sounds(person.name, name)) ??
    persons.find(
      (person) => !person.signs.includes('shared') && sounds(surnameOf(person.name), surnameOf(name)),
    )
  const examples = persons.map((person) => ({ signs: person.signs, isSo: person === contact }))
  return [{ call, hearing, wanted: contact?.name, ruled: otherContact(hearing)?.name, examples }]
}

/** Prints in how many calls the right person is the contact by the rules alone and with the signs. */
function judge(name: string, held: readonly NamedCall[], learned: SignTable, misses: boolean): void {
  const weights = readSignWeights(learned)
  const signed = held.map((call) => {
    const overruled = overrulingContact(call.ruled, call.hearing, weights)
    const by = overruled?.by
    const told = overruled === undefined ? call.ruled : by && contactIn(call.hearing, by).name
    return { ...call, told }
  })
  printOverruled(name, signed, misses, isSame)
}

function surnameOf(name: string): string {
  return surnameAt(name) ?? name.charAt(0)
}
function sounds(one: string, other: string): boolean {
  return soundOf(one) === soundOf(other)
}
function isSame(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined ? one === other : sounds(surnameOf(one), surnameOf(other))
}
