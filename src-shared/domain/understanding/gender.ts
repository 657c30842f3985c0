import type { HeardValue } from '../ticket-fields.ts'
import { formsOfAddress, objectedTo } from './form-of-address.ts'
import { cite, type Hearing, heardValue } from './hearing.ts'
import { otherContact } from './other-contact.ts'

type Gender = '男' | '女'

const own = /我(?:是|就是)(?:一?个)?(女|男)(?:的|生|士|性|同志)/
const parent = /我是(?:孩子|他|她|学生|小孩|宝宝)?的?(?:(妈妈|母亲|奶奶|外婆)|(爸爸|父亲|爷爷|外公))/

/** 性别: only when a form of address or the caller settles it; another contact's own where one is named. */
export function hearGender(hearing: Hearing): HeardValue<Gender> | undefined {
  const other = otherContact(hearing)
  if (other?.name !== undefined) {
    const titled = /女士$|小姐$/.test(other.name) ? '女' : other.name.endsWith('先生') ? '男' : other.gender
    return titled === undefined ? undefined : heardValue(titled, other.evidence)
  }
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const match = own.exec(line.text) ?? parent.exec(line.text)
    if (match === null) continue
    const gender: Gender = match[1] === '男' || match[2] !== undefined ? '男' : '女'
    return heardValue(gender, [cite(line, match.index, match.index + match[0].length, 0.92)])
  }
  const form = formsOfAddress(hearing).findLast((entry) => !objectedTo(hearing, entry))
  if (form === undefined) return undefined
  return heardValue(form.title === '先生' ? '男' : '女', [form.evidence], { confidence: 0.9 })
}
