import type { Evidence, HeardValue } from '../ticket-fields.ts'
import { toSyllables } from '../../text/pinyin.ts'
import { nextBreak } from '../../text/flat-text.ts'
import { type FormOfAddress, formsOfAddress, objectedTo } from './form-of-address.ts'
import { cite, type Hearing, heardValue, type Line } from './hearing.ts'
import { otherContact } from './other-contact.ts'
import { isCommonSurname, soundAlike, spelledSurname, surnameAt } from './surnames.ts'

/** What was said of the contact's name. */
interface Said {
  readonly surname: string
  /** Set when the given name was said too. */
  readonly fullName: string | undefined
  readonly spelled: boolean
  readonly evidence: Evidence
  readonly line: Line
}

const selfNamed = /(?:我|本人|名字|姓名|全名|大名)(?:是|就|的?名字)?(?:叫做?|是)/g
const surnameCue = /(?:我|免贵|本人|就)姓|^(?:啊|哦|就)?(?:免贵)?姓/g
const afterName =
  /^(我|的$|是|住|啊|呢|吧|今年|身份|你|那|想|要|在|这|家|打|来|反映|投诉|举报|咨询|联系|手机|电话|号码|性别|从|跟|把|因|也|呀|哦|嘛|了|谢|对|男|女|\d|[一幺二三四五六七八九零]{3}|先生|女士|小姐|好的|您)/
const notInName = /[的了吗呢吧啊我你他她您们这那哪什么是在有要去到哦呀嗯]/
const bareAnswer = /^(?:啊|哦|好|好的|行|嗯|叫|我叫|我是|就是|就叫)*/

/** 联系人: the full name when given, else surname and form of address; a named other contact takes the caller's place. */
export function hearContactName(hearing: Hearing): HeardValue<string> | undefined {
  const other = otherContact(hearing)
  if (other?.name !== undefined) return heardValue(other.name, other.evidence)
  const said = ownNames(hearing)
  const forms = formsOfAddress(hearing).filter((form) => !objectedTo(hearing, form))
  const named = forms.filter((form) => form.surname !== undefined)
  const full = said.findLast((entry) => entry.fullName !== undefined)
  const latest = said.findLast((entry) => entry.spelled) ?? said.at(-1)
  if (full?.fullName !== undefined) return fullNameValue(hearing, full, full.fullName, latest, named)
  return withFormOfAddress(latest, named, forms)
}

function fullNameValue(
  hearing: Hearing,
  full: Said,
  heard: string,
  latest: Said | undefined,
  forms: readonly FormOfAddress[],
): HeardValue<string> {
  let name = respelled(hearing, full, heard)
  if (latest?.spelled === true && soundAlike(latest.surname, full.surname))
    name = latest.surname + name.slice(full.surname.length)
  const confirmed = forms.some((form) => form.surname === name.slice(0, form.surname?.length))
  const confidence = confirmed ? Math.max(full.evidence.confidence, 0.9) : full.evidence.confidence
  return heardValue(name, [full.evidence], { confidence, alternatives: name === heard ? [] : [heard] })
}

function withFormOfAddress(
  said: Said | undefined,
  named: readonly FormOfAddress[],
  forms: readonly FormOfAddress[],
): HeardValue<string> | undefined {
  const address = named.at(-1)
  if (said === undefined)
    return address?.surname === undefined
      ? undefined
      : heardValue(address.surname + address.title, [address.evidence])
  const form = address ?? forms.at(-1)
  if (form === undefined) return heardValue(said.surname, [said.evidence], { confidence: 0.8 })
  const differs = address?.surname !== undefined && address.surname !== said.surname
  // Both heard the same sound; the seat's own ear is no better than the citizen's spelling.
  return heardValue(said.surname + form.title, [said.evidence, form.evidence], {
    confidence: differs ? 0.7 : 0.92,
    alternatives: differs ? [`${address.surname}${form.title}`] : [],
  })
}

function ownNames(hearing: Hearing): readonly Said[] {
  return hearing.lines
    .filter((line) => line.speaker === 'citizen')
    .flatMap((line) =>
      [...surnamesIn(line), ...fullNamesIn(line)].sort((a, b) => a.evidence.startMs - b.evidence.startMs),
    )
}

function surnamesIn(line: Line): readonly Said[] {
  const said: Said[] = []
  for (const match of line.text.matchAll(surnameCue)) {
    const at = match.index + match[0].length
    const rest = line.text.slice(at)
    const spelled = spelledSurname(rest) ?? spelledSurname(rest.slice(surnameAt(rest)?.length ?? 0))
    const surname = spelled?.surname ?? surnameAt(rest)
    if (surname === undefined) continue
    const evidence = cite(line, match.index, at + (spelled?.length ?? surname.length), 0.92)
    said.push({ surname, fullName: undefined, spelled: spelled !== undefined, evidence, line })
  }
  if (said.length === 0 && line.asked.has('name')) {
    const spelled = spelledSurname(line.text.replace(bareAnswer, ''))
    if (spelled !== undefined)
      said.push({
        ...spelled,
        fullName: undefined,
        spelled: true,
        evidence: cite(line, 0, line.text.length, 0.9),
        line,
      })
  }
  return said
}

function fullNamesIn(line: Line): readonly Said[] {
  const said: Said[] = []
  for (const match of line.text.matchAll(selfNamed)) {
    const at = match.index + match[0].length
    const soft = match[0].endsWith('是') && !/名|姓/.test(match[0])
    if (soft && !line.asked.has('name')) continue
    const entry = nameAt(line, at, soft ? 0.82 : 0.9, soft)
    if (entry !== undefined) said.push(entry)
  }
  if (said.length === 0 && line.asked.has('name')) {
    const skipped = bareAnswer.exec(line.text)?.[0].length ?? 0
    const bare = nameAt(line, skipped, 0.85, true) ?? afterSurname(line)
    if (bare !== undefined) said.push(bare)
  }
  return said
}

/** 姓王王建国 and 姓王叫建国 in answer to the question for a name. */
function afterSurname(line: Line): Said | undefined {
  const match = /姓(.)(叫)?/.exec(line.text)
  const surname = match?.[1]
  if (match === null || surname === undefined || surnameAt(surname) === undefined) return undefined
  const at = match.index + match[0].length
  if (line.text[at] === surname) return nameAt(line, at, 0.88)
  return undefined
}

/** A name of two to four characters at `at`, where a break, the end or an ordinary word follows. */
function nameAt(line: Line, at: number, confidence: number, bare = false): Said | undefined {
  const end = Math.min(nextBreak(line, at), line.text.length)
  const words = line.text.slice(at, end)
  const surname = surnameAt(words)
  if (surname === undefined || (bare && !isCommonSurname(surname))) return undefined
  const lengths = spelledAfter(words, surname.length + 1) ? [1] : [2, 1]
  for (const given of lengths) {
    const length = surname.length + given
    const name = words.slice(0, length)
    const rest = words.slice(length)
    // 罗马的罗 spells the surname; 罗马 is no name.
    if (
      name.length < length ||
      notInName.test(name) ||
      /[区县镇村路楼栋街]/.test(name.slice(surname.length)) ||
      /^的./.test(rest)
    )
      continue
    const stops = rest === '' || afterName.test(rest)
    if (afterName.test(words.slice(length - 1)) && given === 2) continue
    if (bare && !(stops || spellsNext(rest))) continue
    if (/先|女|小/.test(name.slice(surname.length)) && /^(先生|女士|小姐)/.test(words.slice(surname.length)))
      return undefined
    const sure = stops || spellsNext(rest) ? confidence : confidence - 0.15
    return { surname, fullName: name, spelled: false, evidence: cite(line, at, at + length, sure), line }
  }
  return undefined
}

/** 周敏敏捷的敏: what follows the second character spells it, so the name ends there. */
function spelledAfter(words: string, length: number): boolean {
  const match = /^([一-龥]{2})的([一-龥])/.exec(words.slice(length))
  const [, word = '', letter = ''] = match ?? []
  return (
    word.includes(letter) &&
    letter !== '' &&
    toSyllables(letter)[0] === toSyllables(words.charAt(length - 1))[0]
  )
}

function spellsNext(rest: string): boolean {
  const [, word = '', letter = ' '] = /^([一-龥]{2,3})的([一-龥])/.exec(rest) ?? []
  return word.includes(letter)
}

/** Characters that the citizen spelled out: 建设的建 puts 建 where the name holds a character of that sound. */
function respelled(hearing: Hearing, said: Said, name: string): string {
  const characters = Array.from(name)
  const sounds = toSyllables(name)
  const nearby = hearing.lines
    .slice(said.line.index, said.line.index + 4)
    .filter((line) => line.speaker === 'citizen')
  for (const line of nearby)
    for (const match of line.text.matchAll(/([一-龥]{1,3})的([一-龥])/g)) {
      const [, word = '', letter = ''] = match
      if (
        !word.includes(letter) ||
        line.text.slice(Math.max(0, match.index - 3), match.index + 2).includes('不是')
      )
        continue
      const at = sounds.indexOf(toSyllables(letter)[0] ?? '', 1)
      if (at >= 1) characters[at] = letter
    }
  return characters.join('')
}
