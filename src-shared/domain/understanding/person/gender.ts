import type { HeardValue } from '../../ticket-fields.ts'
import { type FormOfAddress, formsOfAddress, objectedTo } from './form-of-address.ts'
import { cite, type Hearing, heardValue, previousSeatLine } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { otherContact } from './other-contact.ts'
import { isAskedForName } from './name-questions.ts'

type Gender = '男' | '女'

const own =
  /我(?:是|就是)(?:一?个)?(?:(女|男)(?:的|生|士|性|同志)|(?:女士|小姐|老太太|老太婆|老婆子)|(先生|老头子?|老汉))/
const answered =
  /^(?:啊|哦|我|是|对)*(?:[一-龥](?=女士|小姐|先生))?(?:(女|男)(?:的|士|性|同志|$)|(小姐)|(先生))/
/** 谌龙年的龙男, 敬尊敬的敬女: said in a word behind the name. */
const behindName =
  /(?<![儿子孙侄甥妇美少养一个那这当成为是])(男|女)(?:的|地|得|士|生)?(?:嘛|啦|啊|呀|哈|老师)*$/
/** 女的啦, to 先生怎么称呼. */
const putRight = /^(?:我?是|啊|哦)*(女|男)[的地得](?!.{0,2}(?:说|打|骂|跑|来))/
const parent = /我是(?:孩子|他|她|学生|小孩|宝宝)?的?(?:(妈妈|母亲|奶奶|外婆)|(爸爸|父亲|爷爷|外公))/

/** 性别: only when a form of address or the caller settles it; another contact's own where one is named. */
export function hearGender(heard: Hearing): HeardValue<Gender> | undefined {
  const hearing = asMeant(heard)
  const other = otherContact(hearing)
  if (other?.name !== undefined) {
    return other.gender === undefined ? undefined : heardValue(other.gender, other.evidence)
  }
  const said = ownGender(hearing)
  if (said !== undefined) return said
  const form = formsOfAddress(hearing).findLast(
    (entry) =>
      entry.title !== undefined &&
      entry.anothers !== true &&
      isHeard(hearing, entry) &&
      !objectedTo(hearing, entry),
  )
  if (form === undefined) return undefined
  return heardValue(form.title === '先生' ? '男' : '女', [form.evidence], { confidence: 0.9 })
}

/** 先生喂听到吗 into a dead line, before a name was asked for, is a guess at the voice that nobody could put right. */
function isHeard(hearing: Hearing, { surname, turn }: FormOfAddress): boolean {
  const dead = /喂|听.?[到见]|还?在吗/.test(hearing.lines[turn]?.text ?? '')
  const answered = hearing.lines.some(
    ({ speaker, asked, index }) => speaker === 'citizen' && (index > turn || asked.has('name')),
  )
  return surname !== undefined || !dead || answered
}

/** The caller's own word: 我是女的, 我是他妈妈, or 男的 to the question. */
export function ownGender(hearing: Hearing): HeardValue<Gender> | undefined {
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    const asked =
      /(?:先生|男士)(?:女士|小姐)|(先生|女士|小姐|男士|[男女]的?)还是(?:.{0,2}(先生|女士|小姐|男士|[男女])|$)|[男女][士的性][是对]?[吧吗]/.test(
        previousSeatLine(hearing, line)?.text ?? '',
      )
    const named = isAskedForName(hearing, line)
    const match =
      own.exec(line.text) ??
      parent.exec(line.text) ??
      (asked ? answered.exec(line.text) : null) ??
      (named ? (behindName.exec(line.text) ?? putRight.exec(line.text)) : null)
    if (match === null) continue
    const told = match[0].endsWith('小姐') ? '女' : match[0].endsWith('先生') ? '男' : match[1]
    const gender: Gender = told === '男' || (told === undefined && match[2] !== undefined) ? '男' : '女'
    return heardValue(gender, [cite(line, match.index, match.index + match[0].length, 0.92)])
  }
  return undefined
}
