import type { Evidence } from '../ticket-fields.ts'
import { nextBreak } from '../../text/flat-text.ts'
import { cite, type Hearing, type Line } from './hearing.ts'
import { surnameAt } from './surnames.ts'

/** Another person whom the caller names as the contact (联系人). */
export interface OtherContact {
  readonly name: string | undefined
  readonly gender: '男' | '女' | undefined
  readonly line: number
  readonly evidence: readonly Evidence[]
}

const relatives =
  '(老公|丈夫|先生|儿子|爸爸?|父亲|爷爷|外公|哥哥?|弟弟?|女婿|叔叔?|老婆|妻子|太太|女儿|妈妈?|母亲|奶奶|外婆|姐姐?|妹妹?|媳妇|儿媳妇?|爱人|同事|朋友|孩子)'
const named = new RegExp(
  `(?:联系人?|打给?|找|写|留|登记)(?:就|请|可以|是|写|填|一下|的|电话)*我(?:们家?|家)?的?${relatives}|联系人(?:是|叫|写)`,
)
const female = /老婆|妻子|太太|女儿|妈|母亲|奶奶|外婆|姐|妹|媳妇/
const male = /老公|丈夫|先生|儿子|爸|父亲|爷爷|外公|哥|弟|女婿|叔/
const notMine = /不要|别|不用|联系不上|联系过/

/** Finds the contact whom the caller names in their own place, with the name where it is said within two turns. */
export function otherContact(hearing: Hearing): OtherContact | undefined {
  for (const line of hearing.lines.toReversed()) {
    if (line.speaker !== 'citizen') continue
    const match = named.exec(line.text)
    if (match === null || notMine.test(line.text.slice(Math.max(0, match.index - 4), match.index + 4)))
      continue
    const relative = match[1] ?? ''
    const gender = female.test(relative) ? '女' : male.test(relative) ? '男' : undefined
    const cue = cite(line, match.index, match.index + match[0].length, 0.85)
    const name = nameNear(hearing, line, match.index + match[0].length)
    return {
      name: name?.value,
      gender,
      line: line.index,
      evidence: name === undefined ? [cue] : [cue, name.evidence],
    }
  }
  return undefined
}

function nameNear(
  hearing: Hearing,
  line: Line,
  from: number,
): { value: string; evidence: Evidence } | undefined {
  const lines = hearing.lines.slice(line.index, line.index + 4).filter((other) => other.speaker === 'citizen')
  for (const other of lines) {
    const start = other === line ? from : 0
    const match = /(?:他|她|名字)(?:的?名字)?(?:叫|姓|是)|叫|姓/.exec(other.text.slice(start)) ?? {
      index: 0,
      0: '',
    }
    const at = start + match.index + match[0].length
    const words = other.text.slice(at, nextBreak(other, at))
    const surname = surnameAt(words)
    if (surname === undefined) continue
    const title = /^(先生|女士|小姐)/.exec(words.slice(surname.length))?.[0]
    const given =
      /^[一-龥]{1,2}?(?=$|电话|手机|号码|他|她|的|是|一[二三四五六七八九幺零]|1\d|你|吧|啊|就)/.exec(
        words.slice(surname.length),
      )?.[0]
    const value = title !== undefined ? surname + title : given !== undefined ? surname + given : undefined
    if (value !== undefined) return { value, evidence: cite(other, at, at + value.length, 0.85) }
  }
  return undefined
}
