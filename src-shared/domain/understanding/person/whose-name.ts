import { oncePer } from '../../../base/remember.ts'
import { hasToldEnough, type Hearing } from '../hearing/hearing.ts'
import { overruled } from '../hearing/overruled.ts'
import { readSignWeights } from '../hearing/sign-weights.ts'
import learned from './contact-weights.json' with { type: 'json' }
import { contactOf, type OtherContact, otherContact } from './other-contact.ts'
import { callersGender } from './own-gender.ts'
import { genderOf, relationIn } from './relations.ts'
import { soundAlike, surnameAt } from './surnames.ts'
import { type ThirdPerson, thirdPersons } from './third-persons.ts'

/** The weights that `tests/bench/fit-contacts.ts` works out from labelled calls. */
const contactWeights = readSignWeights(learned)

/** The log-odds by which all signs together must outweigh whom the rules heard. */
const rulesWorth = 5

/**
 * Who is the contact instead of the caller, undefined where the caller is: as the rules heard it, unless all that is said of those
 * whom the caller names, and of the telephone, speaks for another of them, or for the caller.
 */
export const contactInstead = oncePer((hearing: Hearing): OtherContact | undefined => {
  const ruled = otherContact(hearing)
  const instead = overrulingContact(ruled?.name, hearing)
  if (instead === undefined) return ruled
  return instead.by === undefined ? undefined : contactIn(hearing, instead.by)
})

/** What overrules whom the rules heard, by name (undefined for the caller): `by` another person, or by none but the caller. */
export function overrulingContact(
  ruled: string | undefined,
  hearing: Hearing,
  weights = contactWeights,
): { readonly by: ThirdPerson | undefined } | undefined {
  if (!hasToldEnough(hearing)) return undefined
  const logOdds = weights.logOddsIn(hearing)
  const persons = thirdPersons(hearing).map((person) => ({
    ...person,
    odds: logOdds(person.signs, person.said),
  }))
  const own = ruled === undefined ? 0 : persons.find((person) => isCalled(person, ruled))?.odds
  return own === undefined ? undefined : overruled(persons, own, rulesWorth)
}

const isCalled = ({ statement }: ThirdPerson, name: string): boolean =>
  soundAlike(statement.surname, surnameAt(name) ?? name.charAt(0))

/** The contact that a person named beside the caller makes. */
export function contactIn(hearing: Hearing, { statement, about }: ThirdPerson): OtherContact {
  const gender = genderOf(relationIn(about), callersGender(hearing))
  return contactOf(hearing, statement.line, statement, gender, [])
}
