import type { HeardValue } from '../ticket-fields.ts'
import { formsOfAddress, objectedTo, type Title } from './form-of-address.ts'
import { ownGender } from './gender.ts'
import { type Hearing, heardValue } from './hearing.ts'
import { withTermsMended } from './misheard-terms.ts'
import { otherContact } from './other-contact.ts'
import { ownNames } from './own-names.ts'
import { settledName } from './settled-name.ts'

/** 联系人: the full name when given, else surname and form of address; a named other contact takes the caller's place. */
export function hearContactName(heard: Hearing): HeardValue<string> | undefined {
  const hearing = withTermsMended(heard)
  const other = otherContact(hearing)
  if (other?.name !== undefined) return heardValue(other.name, other.evidence)
  const forms = formsOfAddress(hearing).filter((form) => !objectedTo(hearing, form))
  const addressed = forms.flatMap((form) => form.surname ?? [])
  return settledName(hearing, ownNames(hearing, addressed), forms, titleByGender(hearing))
}

function titleByGender(hearing: Hearing): Title | undefined {
  const gender = ownGender(hearing)?.value
  return gender === undefined ? undefined : gender === '男' ? '先生' : '女士'
}
