import type { HeardValue } from '../../ticket-fields.ts'
import { type Hearing, heardValue } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { addressedForm, toldGender } from './own-gender.ts'
import type { Gender } from './relations.ts'
import { contactInstead } from './whose-name.ts'

/** 性别: only when a form of address or the caller settles it; another contact's own where one is named. */
export function hearGender(heard: Hearing): HeardValue<Gender> | undefined {
  const hearing = asMeant(heard)
  const other = contactInstead(hearing)
  if (other?.name !== undefined) {
    return other.gender === undefined ? undefined : heardValue(other.gender, other.evidence)
  }
  const said = toldGender(hearing)
  if (said !== undefined) return said
  const form = addressedForm(hearing)
  if (form === undefined) return undefined
  return heardValue(form.title === '先生' ? '男' : '女', [form.evidence], { confidence: 0.9 })
}
