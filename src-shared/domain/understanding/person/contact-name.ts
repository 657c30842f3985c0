import type { HeardValue } from '../../ticket-fields.ts'
import { type FormOfAddress, formsOfAddress, objectedTo, type Title } from './form-of-address.ts'
import { cite, type Hearing, heardValue, type Line } from '../hearing/hearing.ts'
import { asMeant } from '../hearing/little-words.ts'
import { toldGender } from './own-gender.ts'
import { isAskedForName } from './name-questions.ts'
import type { NameStatement } from './name-statements.ts'
import { opening, ownNames } from './own-names.ts'
import { surnameAt } from './surnames.ts'
import { settledName } from './settled-name.ts'
import { contactInstead } from './whose-name.ts'

const longestName = 8
/** Characters by which foreign names are written, and those of peoples whose names have no surname. */
const foreignLetters =
  '阿巴贝比伯布博查达德蒂杜丹尔法菲夫弗戈格古哈赫吉加杰卡科克库拉莱兰勒雷里利莉丽连列琳卢鲁伦罗洛玛迈曼梅蒙米莫姆穆纳内娜妮尼诺努帕佩皮普奇乔切瑞萨塞莎森山史斯苏索塔坦特提托瓦万威维温沃西希谢辛雅亚扬伊因尤约泽扎詹珍兹央金卓扎次仁旦增多平措买热江木合麦吐逊依孜旺顿桑晋日'
const ordinary = /谢谢|[的地得了吗呢吧啊是对好行姓我您你男女]/

/** 联系人: the full name when given, else surname and form of address; a named other contact takes the caller's place. */
export function hearContactName(heard: Hearing): HeardValue<string> | undefined {
  const hearing = asMeant(heard)
  const other = contactInstead(hearing)
  if (other?.name !== undefined) return heardValue(other.name, other.evidence)
  const forms = formsOfAddress(hearing).filter((form) => form.anothers !== true && !objectedTo(hearing, form))
  const addressed = forms.flatMap((form) => form.surname ?? [])
  const own = ownNames(hearing, addressed)
  return unlisted(hearing, forms, own) ?? settledName(hearing, own, forms, titleByGender(hearing))
}

/** What a citizen says before a name of any form. */
const beforeName = /我叫|(?:名字|全名)(?:叫|是)/
/** How a seat goes on behind a name that it repeats. */
const behindName = /^(?:$|先生|女士|小姐|请问|您?的?(?:联系)?电话|好|是|哪|对)/
const beforeEcho = /^(?:好的?|嗯|那|请问)*/

/**
 * A name of which the list knows no surname, or too short a one: 约翰 in answer to the question for it, and then 约翰先生; 央金卓玛
 * and 伊万诺夫, which the seat repeats or which are written as foreign names are.
 */
function unlisted(
  hearing: Hearing,
  forms: readonly FormOfAddress[],
  own: readonly NameStatement[],
): HeardValue<string> | undefined {
  const answers = hearing.lines.filter((line) => line.speaker === 'citizen' && isAskedForName(hearing, line))
  for (const line of answers) {
    const start = startOf(line)
    const told = nameTold(line.text, start)
    const name = told.length > longestName ? '' : told
    const foreign = name.length >= 3 && Array.from(name).every((letter) => foreignLetters.includes(letter))
    const listed = surnameAt(name)
    if (ordinary.test(name) || (listed !== undefined && (listed.length > 1 || name.length < 4))) continue
    if (name.length >= 2 && (repeats(hearing, line, name) || (foreign && name.length >= 4)))
      return heardValue(name + titleBehind(forms, line, name), [cite(line, start, start + name.length, 0.85)])
  }
  return own.length === 0 ? namedWithTitle(hearing, forms, answers) : undefined
}

/** What is told at once, up to a break or other words. */
const nameTold = (text: string, start: number): string =>
  /^[一-龥]+?(?=$|我|电话|手机|[一幺][三四五六七八九]|啊|，)/.exec(text.slice(start))?.[0] ?? ''

/** 我姓山田, and 山田先生: what was told as a surname is called by its title. */
function titleBehind(forms: readonly FormOfAddress[], { text }: Line, name: string): Title | '' {
  if (surnameAt(name) !== name && !text.includes(`姓${name}`)) return ''
  return forms.findLast(({ title }) => title !== undefined)?.title ?? ''
}

/** Where the name begins: behind the last 我叫, or with the answer. */
function startOf({ text }: Line): number {
  const called = [...text.matchAll(new RegExp(beforeName, 'g'))].findLast(
    ({ index }) => !text.slice(0, index).endsWith('骂'),
  )
  return called === undefined ? (opening.exec(text)?.[0].length ?? 0) : called.index + called[0].length
}

/** The seat begins one of its next lines with the name. */
const repeats = (hearing: Hearing, { index }: Line, name: string): boolean =>
  hearing.lines.slice(index + 1, index + 4).some(({ speaker, text }) => {
    const echo = text.replace(beforeEcho, '')
    return speaker === 'seat' && echo.startsWith(name) && behindName.test(echo.slice(name.length))
  })

function namedWithTitle(
  hearing: Hearing,
  forms: readonly FormOfAddress[],
  answers: readonly Line[],
): HeardValue<string> | undefined {
  for (const form of forms) {
    const said = hearing.lines[form.turn]?.text.slice(0, form.titleAt) ?? ''
    for (let length = longestName; length >= 2; length--) {
      const name = said.slice(-length)
      const answer = answers.find((line) => line.text.replace(opening, '').startsWith(name))
      if (name.length < length || answer === undefined || ordinary.test(name)) continue
      const whole = wholeAnswer(answer, name)
      const at = answer.text.indexOf(name)
      if (whole !== undefined) return heardValue(whole, [cite(answer, at, at + whole.length, 0.85)])
      return heardValue(name + titleBehind([form], answer, name), [
        cite(answer, at, at + length, 0.85),
        form.evidence,
      ])
    }
  }
  return undefined
}

/** 铃木惠子, of whom the seat says 铃木女士. */
function wholeAnswer(answer: Line, name: string): string | undefined {
  const told = nameTold(answer.text, answer.text.indexOf(name))
  const more = told.length - name.length
  return more > 0 && more <= 2 && !ordinary.test(told) && !/老外|外国|[日韩]|[朝维藏].?族/.test(told)
    ? told
    : undefined
}

function titleByGender(hearing: Hearing): Title | undefined {
  const said = toldGender(hearing)
  if (said === undefined) return undefined
  // 小姐, to 冒先生还是小姐.
  const young = said.evidence.some(({ quote }) => quote.endsWith('小姐'))
  return said.value === '男' ? '先生' : young ? '小姐' : '女士'
}
