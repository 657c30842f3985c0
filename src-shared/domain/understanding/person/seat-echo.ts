import { oncePerText } from '../../../base/remember.ts'
import { type Hearing, type Line, previousSeatLine } from '../hearing/hearing.ts'
import { anothers, asksForAnother } from './name-questions.ts'
import { relatives } from './relations.ts'
import { soundAlike, soundOf, surnameAt } from './surnames.ts'

/** A full name as the seat repeats it. */
export interface EchoedName {
  readonly surname: string
  readonly given: string
}

/** What a seat says before a name: 好的, 请问, 抱歉. */
const openers =
  /^(?:好[的地]?|嗯|那么?|行|请问|谢谢|感谢|明白|了解|收到|对不起|不好意思|抱歉|是|哦|联系人|姓名|您?(?:就)?(?:是|叫)|您?好|麻烦|辛苦)+/
const notInName = /[的了吗呢吧啊我你您他她它们这那哪什么是在有要去到哦呀不没就字打姓叫和跟问]|老$/
/** 万三千二 is a sum, 屈老板 and 高主任 a trade. */
const unlikelyGiven =
  /^[零一二三四五六七八九十百千万两]+$|^老|^(?:主任|经理|[会组班队店站]长|师傅|会计|医生)$/
/** Where a line goes on to the caller's own name. */
const ofCaller = /我(?:姓|叫|是)/
const longestName = 7
const longestGiven = 2
const turnsBack = 8

/**
 * The full name that ends at `end` of a seat's line, where the citizen told a name of its sound before: in one piece
 * (裴秀芳女士), or, of a name with which the seat begins, in several (姓岑单名一个莹). The seat has heard which characters
 * are meant.
 */
export function echoedName(hearing: Hearing, line: Line, end: number): EchoedName | undefined {
  const left = line.text.slice(0, end)
  const rest = left.slice(openers.exec(left)?.[0].length ?? 0)
  const told = toldBefore(hearing, line)
  const sounds = soundsIn(told)
  const lately = soundsIn(toldBefore(hearing, line, turnsBack))
  for (let length = Math.min(longestName, rest.length); length >= 2; length--) {
    const name = rest.slice(-length)
    const surname = toldPair(told, name.slice(0, 2)) ?? surnameAt(name) ?? toldSurname(told, name.charAt(0))
    const given = surname === undefined ? '' : name.slice(surname.length)
    if (surname === undefined || given === '' || notInName.test(name) || unlikelyGiven.test(given)) continue
    if (sounds.includes(soundsIn(name))) return { surname, given }
    const inPieces = Array.from(name).every((letter) => lately.includes(soundsIn(letter)))
    if (length === rest.length && given.length <= longestGiven && inPieces) return { surname, given }
  }
  return undefined
}

const soundsIn = (words: string): string => ` ${soundOf(words)} `

/** 姓骈: a character that stands in no list is a surname where the citizen said so. */
export const toldSurname = (told: string, letter: string): string | undefined =>
  lettersTold(told).some((said) => soundAlike(said, letter)) ? letter : undefined

const lettersTold = oncePerText((told) =>
  [...told.matchAll(/(?:姓(?!名|什么)|(?:名字|我)(?:是|就?叫))([一-龥])/g)].map(([, said = '']) => said),
)

/** 姓山田: two characters that stand in no list, where the citizen said that they are a surname. */
export const toldPair = (told: string, two: string): string | undefined =>
  surnameAt(two) === undefined && pairsTold(told).some((said) => soundOf(said) === soundOf(two))
    ? two
    : undefined

const pairsTold = oncePerText((told) =>
  [...told.matchAll(/姓(?!名|什么)([一-龥]{2})/g)].map(([, said = '']) => said),
)

/** The citizen's words by which a name was told, theirs or another's, before a line: in the whole call, or in a few turns. */
export function toldBefore(hearing: Hearing, line: Line, turns = line.index): string {
  return hearing.lines
    .slice(Math.max(0, line.index - turns), line.index)
    .filter(
      (other) =>
        other.speaker === 'citizen' &&
        (other.index === line.index - 1 ||
          other.asked.has('name') ||
          /[姓叫名]/.test(other.text) ||
          asksForAnother(previousSeatLine(hearing, other)?.text ?? '')),
    )
    .map((other) => other.text)
    .join('，')
}

/** True where a name was told only as somebody else's: 他叫蒙志远, or in answer to 司机叫什么. */
export function isToldOfAnother(hearing: Hearing, line: Line, { surname, given }: EchoedName): boolean {
  const sounds = soundsIn(surname + given)
  const telling = hearing.lines
    .slice(0, line.index)
    .filter(({ speaker, text }) => speaker === 'citizen' && soundsIn(text).includes(sounds))
  return (
    telling.length > 0 &&
    telling.every(
      (other) =>
        asksForAnother(previousSeatLine(hearing, other)?.text ?? '') ||
        [...other.text.matchAll(/[叫姓]/g)].some(
          ({ index }) =>
            anothers.test(other.text.slice(Math.max(0, index - 10), index)) &&
            soundsIn(other.text.slice(index + 1).split(ofCaller)[0] ?? '').includes(sounds),
        ),
    )
  )
}

const ofAnother = new RegExp(`(?<!我是.{0,4})(?:[他她]|${relatives})的?是?姓([一-龥])`, 'g')
const ofSelf = /(?:^|我|免贵|本人)(?:是)?姓([一-龥])/g
const surnamesOfAnother = oncePerText((text) =>
  [...text.matchAll(ofAnother)].map((match) => match.at(-1) ?? ''),
)
const surnamesOfSelf = oncePerText((text) => [...text.matchAll(ofSelf)].map(([, said = '']) => said))

/** True where a surname was told as that of 他 or of a relation, and the caller told another: 电话我老公的他姓华. */
export function isSurnameOfAnother(hearing: Hearing, line: Line, surname: string): boolean {
  const said = hearing.lines.slice(0, line.index).filter(({ speaker }) => speaker === 'citizen')
  const tells = (surnames: (text: string) => readonly string[]): boolean =>
    said.some(({ text }) => surnames(text).some((one) => soundAlike(one, surname)))
  return (
    tells(surnamesOfAnother) &&
    !tells(surnamesOfSelf) &&
    said.some(({ text }) => surnamesOfSelf(text).length > 0)
  )
}
