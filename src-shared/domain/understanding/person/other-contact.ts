import { oncePer } from '../../../base/remember.ts'
import type { Evidence } from '../../ticket-fields.ts'
import { formsOfAddress, type Title } from './form-of-address.ts'
import { handOverIn } from './handed-over.ts'
import { cite, type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { agreedContact, tookBackAt } from './agreed-contact.ts'
import { nameOfContact, withFullName } from './contact-named.ts'
import { genderOfTitle, genderToldOf, titleIn } from './contact-titles.ts'
import { ownNames } from './own-names.ts'
import type { NameStatement } from './name-statements.ts'
import { settledName } from './settled-name.ts'
import { callersGender, genderAnswered } from './own-gender.ts'
import { type Gender, genderOf, relationIn } from './relations.ts'
import { soundAlike } from './surnames.ts'

/** Another person whom the caller names as the contact (联系人). */
export interface OtherContact {
  readonly name: string | undefined
  readonly gender: Gender | undefined
  readonly line: number
  readonly evidence: readonly Evidence[]
}

/** 她姓尤: a recogniser writes 她 only where something told it so; 他 tells nothing. */
const calledHer = /她(?:的?名字)?(?:叫|姓|是)|[打找系给]她/
const soonAfter = 4

/** Finds the contact whom the caller names in their own place, with the name where it is said soon after. */
export const otherContact = oncePer((hearing: Hearing): OtherContact | undefined => {
  const handed = handedContact(hearing)
  const agreed = agreedContact(hearing, ownNames(hearing, []))
  if (agreed === undefined || handed?.name?.startsWith(agreed.statement.surname) === true) return handed
  return contactOf(
    hearing,
    agreed.line,
    agreed.statement,
    genderOf(relationIn(agreed.about), callersGender(hearing)),
    [],
  )
})

function handedContact(hearing: Hearing): OtherContact | undefined {
  let unnamed: OtherContact | undefined
  for (const line of hearing.lines.toReversed()) {
    if (line.speaker !== 'citizen') continue
    const handed = handOverIn(hearing, line)
    const taken = tookBackAt(line.text)
    if (taken >= 0 && taken >= (handed?.start ?? 0)) return unnamed
    if (handed === undefined) continue
    const { start, end, relation } = handed
    const cue = cite(line, start, end, 0.85)
    const found = named(hearing, line, end, genderOf(relation, callersGender(hearing)), cue)
    if (found.name !== undefined) return found
    unnamed ??= found
  }
  return unnamed
}

/** Where a line hands over to another contact: 你打我姐姐. Undefined where the caller takes it back later. */
export function handedOverAt(hearing: Hearing, line: Line): number | undefined {
  return otherContact(hearing) === undefined ? undefined : handOverIn(hearing, line)?.start
}

function named(
  hearing: Hearing,
  line: Line,
  from: number,
  gender: Gender | undefined,
  cue: Evidence,
): OtherContact {
  const forms = formsOfAddress(hearing).filter((form) => form.turn > line.index && form.surname !== undefined)
  const callers = ownNames(hearing, [])
  const statement = nameOfContact(hearing, line, from, [
    ...forms.flatMap((form) => form.surname ?? []),
    ...callers.map(({ surname }) => surname),
  ])
  const echoed = forms.findLast(
    ({ given, surname = '' }) =>
      given !== undefined && !callers.some((caller) => soundAlike(caller.surname, surname)),
  )
  // 石工石锐敏, 姓安不是姓阮: the seat writes down which it was.
  if (echoed?.given !== undefined && statement?.given === undefined)
    return {
      name: (echoed.surname ?? '') + echoed.given,
      gender: genderOfTitle(echoed.title) ?? genderToldOf(line) ?? gender,
      line: line.index,
      evidence: [cue, echoed.evidence],
    }
  if (statement === undefined) return { name: undefined, gender, line: line.index, evidence: [cue] }
  return contactOf(hearing, line, statement, gender, [cue])
}

/** The contact of whom a statement tells the name, with the form of address that the seat settles on. */
export function contactOf(
  hearing: Hearing,
  line: Line,
  told: NameStatement,
  gender: Gender | undefined,
  cues: readonly Evidence[],
): OtherContact {
  const statement = withFullName(hearing, told)
  const forms = formsOfAddress(hearing).filter(
    ({ turn, titleAt, surname }) =>
      surname !== undefined && turn >= line.index && (turn > told.line.index || titleAt >= told.start),
  )
  const sex =
    genderToldOf(statement.line, statement.surname) ??
    answeredOf(hearing, told) ??
    gender ??
    (calledHer.test(line.text + statement.line.text) ? '女' : undefined)
  const title: Title | undefined = sex === undefined ? undefined : sex === '男' ? '先生' : '女士'
  const own = titleIn(statement.line.text.slice(statement.end))
  const said = new RegExp(`${statement.surname}(先生|女士|小姐)`).exec(
    statement.line.text.slice(told.line === statement.line ? told.start : statement.start),
  )?.[1] as Title | undefined
  // The seat may go on addressing the caller, by another surname.
  const theirs = forms.filter((form) => soundAlike(form.surname ?? '', statement.surname))
  const settled = settledName(hearing, [statement], theirs, own ?? said ?? title)
  return {
    name: settled?.value,
    gender: genderOfTitle(own ?? said ?? theirs.at(-1)?.title) ?? sex,
    line: line.index,
    evidence: [...cues, statement.evidence],
  }
}

/** What the seat learns of the contact's gender soon after the name, or by it: 黎班长是女的吗. */
function answeredOf(hearing: Hearing, { line: { index }, surname }: NameStatement): Gender | undefined {
  for (const line of hearing.lines.slice(index + 1)) {
    const question = previousSeatLine(hearing, line)?.text ?? ''
    if (line.speaker !== 'citizen' || question.includes('您')) continue
    const gender =
      line.index <= index + soonAfter || question.includes(surname)
        ? genderAnswered(line, question)
        : undefined
    if (gender !== undefined) return gender
  }
  return undefined
}
