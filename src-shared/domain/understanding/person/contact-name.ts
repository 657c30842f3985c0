import type { HeardValue } from '../../ticket-fields.ts'
import { type FormOfAddress, formsOfAddress, objectedTo, type Title } from './form-of-address.ts'
import { ownGender } from './gender.ts'
import { cite, type Hearing, heardValue } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { otherContact } from './other-contact.ts'
import { isAskedForName } from './name-questions.ts'
import { opening, ownNames } from './own-names.ts'
import { settledName } from './settled-name.ts'

const longestName = 8
const ordinary = /[的地得了吗呢吧啊是对好行姓我您你男女]/

/** 联系人: the full name when given, else surname and form of address; a named other contact takes the caller's place. */
export function hearContactName(heard: Hearing): HeardValue<string> | undefined {
  const hearing = asMeant(heard)
  const other = otherContact(hearing)
  if (other?.name !== undefined) return heardValue(other.name, other.evidence)
  const forms = formsOfAddress(hearing).filter((form) => form.anothers !== true && !objectedTo(hearing, form))
  const addressed = forms.flatMap((form) => form.surname ?? [])
  const own = ownNames(hearing, addressed)
  const foreign = own.length === 0 ? namedWithTitle(hearing, forms) : undefined
  return foreign ?? settledName(hearing, own, forms, titleByGender(hearing))
}

/** 约翰 in answer to the question for a name, and then 约翰先生: a name without a surname that the list knows. */
function namedWithTitle(hearing: Hearing, forms: readonly FormOfAddress[]): HeardValue<string> | undefined {
  const answers = hearing.lines.filter((line) => line.speaker === 'citizen' && isAskedForName(hearing, line))
  for (const form of forms) {
    const said = hearing.lines[form.turn]?.text.slice(0, form.titleAt) ?? ''
    for (let length = longestName; length >= 2; length--) {
      const name = said.slice(-length)
      const answer = answers.find((line) => line.text.replace(opening, '').startsWith(name))
      if (name.length < length || answer === undefined || ordinary.test(name)) continue
      const at = answer.text.indexOf(name)
      return heardValue(name, [cite(answer, at, at + length, 0.85), form.evidence])
    }
  }
  return undefined
}

function titleByGender(hearing: Hearing): Title | undefined {
  const gender = ownGender(hearing)?.value
  return gender === undefined ? undefined : gender === '男' ? '先生' : '女士'
}
