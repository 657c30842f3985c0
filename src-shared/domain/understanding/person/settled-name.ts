import type { HeardValue } from '../../ticket-fields.ts'
import { toSyllables } from '../../../text/pinyin.ts'
import type { FormOfAddress, Title } from './form-of-address.ts'
import { type Hearing, heardValue } from '../hearing/hearing.ts'
import { spellsOne } from './given-name.ts'
import { type Spelling, spellingsIn } from './name-spelling.ts'
import { type NameStatement, readName } from './name-statements.ts'
import { soundAlike, soundOf, surnameRank } from './surnames.ts'

/** The name that statements and forms of address come to; `otherwise` is the title where no form of address has one. */
export function settledName(
  hearing: Hearing,
  statements: readonly NameStatement[],
  forms: readonly FormOfAddress[],
  otherwise?: Title,
): HeardValue<string> | undefined {
  const told = statements.findLast(
    (entry) => entry.given !== undefined && !isSlip(hearing, entry, statements, forms),
  )
  const full = told === undefined ? undefined : putRight(hearing, told)
  const echoes = forms.filter((form) => form.given !== undefined && isOf(statements, form))
  const echo = echoes.at(-1)
  const confirmed = full !== undefined && echo !== undefined && sameSound(nameOf(echo), nameOf(full))
  if (echo !== undefined && !confirmed && (full === undefined || full.line.index < echo.turn))
    return heardValue(nameOf(echo), [...statements.slice(-1).map((entry) => entry.evidence), echo.evidence])
  const named = forms.filter((form) => form.surname !== undefined)
  if (full?.given !== undefined) return fullNameValue(hearing, statements, full, full.given, forms)
  return withFormOfAddress(statements, named, forms, otherwise)
}

/** 她叫孟姜不是孟瑶 and 孟瑶 from the seat, or 叫何晴说错了何静: the name as it was put right. */
function putRight(hearing: Hearing, told: NameStatement): NameStatement {
  const { line, end, surname, given = '' } = told
  const slip = /^[啊呃哦]?(不是|不对|错了|[说讲]错了?)(?:我|他|她)?(?:应该是|叫|是)*/.exec(
    line.text.slice(end),
  )
  const next = slip === null ? undefined : readName(line, end + slip[0].length, 'named', [surname])
  if (next?.given === undefined) return told
  const repeats = (name: string): boolean =>
    hearing.lines.some(
      ({ speaker, index, text }) => speaker === 'seat' && index > line.index && text.includes(name),
    )
  const second = repeats(next.surname + next.given)
  const first = repeats(surname + given)
  return (slip?.[1] === '不是' ? second : true) && (second || !first) ? next : told
}

const isOf = (statements: readonly NameStatement[], { surname = '' }: FormOfAddress): boolean =>
  statements.length === 0 || statements.some((one) => soundAlike(one.surname, surname))

const nameOf = ({
  surname = '',
  given = '',
}: {
  readonly surname?: string | undefined
  readonly given?: string | undefined
}): string => surname + given
const sameSound = (one: string, other: string): boolean => soundOf(one) === soundOf(other)

/**
 * 葛诸葛亮的葛葛先生, 郗郗先生: who calls himself by surname and title has told no given name of one character. 姓管管理管 has
 * lost a 的, and what is called 云朵小屋 is no 冉女士.
 */
function isSlip(
  hearing: Hearing,
  { surname, given = '', explained = [], line, end }: NameStatement,
  statements: readonly NameStatement[],
  forms: readonly FormOfAddress[],
): boolean {
  const titled = forms.filter((form) => form.surname !== undefined && form.title !== undefined)
  if (given.endsWith(surname) && titled.some((form) => form.surname === surname)) return true
  const other = (one: string | undefined) => one !== undefined && !soundAlike(one, surname)
  if (
    titled.length > 0 &&
    titled.every((form) => other(form.surname)) &&
    statements.some((one) => other(one.surname))
  )
    return true
  const isTold = /叫|名/.test(line.text) || explained.includes(true) || spellsOne(line.text.slice(end), given)
  if (given.length !== 1 || (given !== surname && isTold)) return false
  return forms.some(
    (form) =>
      form.surname === surname && form.title !== undefined && hearing.lines[form.turn]?.speaker === 'citizen',
  )
}

function fullNameValue(
  hearing: Hearing,
  statements: readonly NameStatement[],
  full: NameStatement,
  given: string,
  forms: readonly FormOfAddress[],
): HeardValue<string> {
  const surname = settledSurname(full, statements, forms)
  const heard = full.surname + given
  const name = surname + respelled(hearing, full, given)
  const confirmed = forms.some((form) => form.surname === surname)
  const confidence = confirmed ? Math.max(full.evidence.confidence, 0.9) : full.evidence.confidence
  return heardValue(name, [full.evidence], { confidence, alternatives: name === heard ? [] : [heard] })
}

function withFormOfAddress(
  statements: readonly NameStatement[],
  named: readonly FormOfAddress[],
  forms: readonly FormOfAddress[],
  otherwise: Title | undefined,
): HeardValue<string> | undefined {
  const said = statements.findLast((entry) => entry.spelling !== undefined) ?? statements.at(-1)
  const address = named.findLast((form) => form.title !== undefined)
  const title = (address ?? forms.findLast((form) => form.title !== undefined))?.title ?? otherwise
  if (said === undefined)
    return address === undefined
      ? undefined
      : heardValue(`${address.surname ?? ''}${title ?? ''}`, [address.evidence])
  const surname = settledSurname(said, statements, named)
  if (title === undefined) return heardValue(said.nickname ?? surname, [said.evidence], { confidence: 0.8 })
  const differs = address?.surname !== undefined && address.surname !== said.surname
  const evidence = address === undefined ? [said.evidence] : [said.evidence, address.evidence]
  return heardValue(surname + title, evidence, {
    confidence: differs ? 0.75 : 0.92,
    alternatives: differs ? [said.surname + title].filter((other) => other !== surname + title) : [],
  })
}

/**
 * Which character a surname is written with: as its parts tell (弓长张), as a word that was heard alike tells (年纪的纪),
 * as the seat repeated it, and only then as it was first written down.
 */
function settledSurname(
  said: NameStatement,
  statements: readonly NameStatement[],
  forms: readonly FormOfAddress[],
): string {
  const alike = statements.filter((entry) => soundAlike(entry.surname, said.surname))
  const spellings = alike.flatMap((entry) => entry.spelling ?? []).filter((one) => !isDenied(alike, one))
  const addressed = forms.findLast((form) => form.surname !== undefined)?.surname
  const told = (surname: string): boolean =>
    statements.some(
      (entry) =>
        entry.surname === surname || spellingsIn(entry.line.text).some(({ letter }) => letter === surname),
    )
  if (addressed !== undefined && told(addressed)) return addressed
  const repeated = forms.findLast(
    (form) => form.surname !== undefined && soundAlike(form.surname, said.surname),
  )
  const sure = spellings.findLast(
    (one) =>
      one.byParts || (!one.byRadical && one.letter === one.inWord && surnameRank(one.letter) < Infinity),
  )
  if (sure !== undefined) return sure.letter
  // 今先生, to 我叫金善浩: what is no surname is a slip.
  const isSurname = (letter: string): boolean => surnameRank(letter) < Infinity
  if (repeated?.surname !== undefined && (isSurname(repeated.surname) || !isSurname(said.surname)))
    return repeated.surname
  const later = forms.findLast((form) => form.turn > said.line.index)
  if (later?.surname !== undefined && spellings.length === 0 && said.given === undefined) return later.surname
  const letters = [...spellings.flatMap((one) => [one.letter, one.inWord]), said.surname]
  return letters.toSorted((a, b) => surnameRank(a) - surnameRank(b))[0] ?? said.surname
}

/** 干勾于不是那个于: the character that it is not. */
const isDenied = (statements: readonly NameStatement[], spelling: Spelling): boolean =>
  statements.some(
    (entry) =>
      entry.spelling === spelling &&
      /^(?:啊|呢|哦)?不是(?:这|那)个/.test(entry.line.text.slice(spelling.end)),
  )

/**
 * The given name with the characters that the citizen spelled (建设的建) or the seat repeated in place of those of the
 * same sound.
 */
function respelled(hearing: Hearing, said: NameStatement, given: string): string {
  const characters = Array.from(given)
  const sounds = characters.map(soundOf)
  const repeated = echoedByEar(hearing, said, given)
  if (repeated !== undefined)
    Array.from(repeated).forEach((letter, at) => {
      if (said.explained?.[at] !== true) characters[at] = letter
    })
  const nearby = hearing.lines
    .slice(said.line.index, said.line.index + 4)
    .filter((line) => line.speaker === 'citizen')
  for (const { letter, inWord, byParts } of nearby.flatMap((line) => spellingsIn(line.text))) {
    const at = sounds.indexOf(soundOf(letter))
    const told = letter === said.surname || characters.includes(letter)
    if (
      at >= 0 &&
      said.explained?.[at] !== true &&
      !told &&
      !byParts &&
      (letter === inWord || repeated === undefined)
    )
      characters[at] = letter
  }
  return characters.join('')
}

/** The given name as the seat repeated the full one: 联系人郑雅文. */
function echoedByEar(hearing: Hearing, said: NameStatement, given: string): string | undefined {
  const wanted = soundOf(said.surname + given).split(' ')
  for (const line of hearing.lines.slice(said.line.index + 1)) {
    if (line.speaker !== 'seat') continue
    const sounds = soundOf(line.text).split(' ')
    const at = sounds.findIndex((_, index) =>
      wanted.every((sound, offset) => sounds[index + offset] === sound),
    )
    // 车小姐 is no 车晓.
    const end = at + said.surname.length + given.length
    if (line.text.charAt(end - 1) === '小' && line.text.charAt(end) === '姐') continue
    if (at >= 0 && toSyllables(line.text).length === line.text.length)
      return line.text.slice(at + said.surname.length, at + said.surname.length + given.length)
  }
  return undefined
}
