import { nextBreak } from '../../../text/flat-text.ts'
import type { Evidence } from '../../ticket-fields.ts'
import { cite, type Line } from '../hearing/hearing.ts'
import {
  type Announced,
  component,
  type GivenAlone,
  givenAlone,
  givenName,
  spellsOne,
  title,
} from './given-name.ts'
import { decodeName } from './name-decoder.ts'
import { type Spelling, spellingAt, spellingsIn } from './name-spelling.ts'
import { isCommonSurname, soundAlike, surnameAt } from './surnames.ts'

/** What was said of a person's name. */
export interface NameStatement {
  readonly surname: string
  /** The surname's spelling, where one follows. */
  readonly spelling: Spelling | undefined
  /** What follows the surname of a full name; undefined where the surname alone was said. */
  readonly given: string | undefined
  /** Which characters of the given name were explained, and so are not to be put right by ear. */
  readonly explained?: readonly boolean[]
  /** 叫我小王: what the caller wants to be called, where that is no more than a surname. */
  readonly nickname?: string
  readonly evidence: Evidence
  readonly line: Line
  /** The span of the statement in the line. */
  readonly start: number
  readonly end: number
}

/**
 * Reads the name that begins at `at`: a surname, its spelling, the given name and their spellings. `heardBefore` are
 * surnames known from elsewhere, which a recogniser may have written otherwise here.
 */
export function readName(
  line: Line,
  at: number,
  announced: Announced,
  heardBefore: readonly string[] = [],
): NameStatement | undefined {
  return readDecoded(line, at, heardBefore) ?? readPlain(line, at, announced, heardBefore)
}

/** 解放的解念谢谢晓彤: a full name of which some characters are explained, in whatever order. */
function readDecoded(line: Line, at: number, heardBefore: readonly string[]): NameStatement | undefined {
  const name = decodeName(line.text.slice(at, nextBreak(line, at)), heardBefore)
  if (name === undefined) return undefined
  const { surname, given, explained, surnameExplained } = name
  const end = at + name.end
  const spelling: Spelling | undefined = surnameExplained
    ? { letter: surname, inWord: surname, byParts: true, byRadical: false, start: at, end }
    : undefined
  return { surname, spelling, given, explained, evidence: cite(line, at, end, 0.88), line, start: at, end }
}

/** A surname, its spelling and a given name, one after the other. */
function readPlain(
  line: Line,
  at: number,
  announced: Announced,
  heardBefore: readonly string[],
): NameStatement | undefined {
  const { text } = line
  const first = spellingAt(text, at)
  // 周敏敏捷的敏 spells another character than the first, and so is no spelling of the surname.
  const spelledFirst =
    announced === 'surnamed' || first?.byParts === true || soundAlike(first?.letter ?? '', text.charAt(at))
      ? first
      : undefined
  const explained = spellingAt(text, at + 1)
  const misheard =
    explained !== undefined && soundAlike(explained.letter, text.charAt(at)) ? explained.letter : undefined
  // 古月胡 and 龙共龚 begin with a surname that is only a part.
  const parts = first?.byParts === true ? first.letter : undefined
  const surname =
    parts ??
    surnameAt(text.slice(at)) ??
    known(text.slice(at), heardBefore) ??
    misheard ??
    spelledFirst?.letter
  if (surname === undefined) return undefined
  const plain =
    text.startsWith(surname, at) || known(text.slice(at, at + surname.length), heardBefore) !== undefined
  const spelling = spellingAfter(text, at + surname.length, surname) ?? spelledFirst
  const full =
    announced === 'surnamed' || !plain ? undefined : givenName(line, at, surname, announced, heardBefore)
  if (full !== undefined && !(spelledFirst?.start === at && spelledFirst.end > full.end)) {
    const evidence = cite(line, at, full.end, full.sure ? 0.9 : 0.75)
    return {
      surname,
      spelling: spellingsIn(text, full.end).find((one) => soundAlike(one.letter, surname)),
      given: full.given,
      evidence,
      line,
      start: at,
      end: full.end,
    }
  }
  const described = component.test(text.slice(at + surname.length + 1))
  if (announced === 'bare' && spelling === undefined && !described && !isLone(text.slice(at), surname))
    return undefined
  const end = spelling?.end ?? at + surname.length
  const spelled = announced === 'surnamed' ? undefined : givenBySpelling(line, end, surname)
  const repeated = spelled ?? fullAfter(line, end, surname) ?? fullLater(line, end, surname)
  if (repeated !== undefined) return { surname, spelling, ...repeated, line, start: at }
  return { surname, spelling, given: undefined, evidence: cite(line, at, end, 0.9), line, start: at, end }
}

/** 姓谢感谢的谢谢桂兰, 姓王王建国: the full name follows the surname or its spelling. */
function fullAfter(line: Line, end: number, surname: string): GivenAlone | undefined {
  const called =
    /^(我|名字|大)?([叫较交教]|名叫|全名叫?|名字|单名一?个?|名)/.exec(line.text.slice(end))?.[0].length ?? 0
  const at = end + called
  const again = line.text.slice(at, at + surname.length)
  if (!soundAlike(again, surname)) return called === 0 ? undefined : givenAlone(line, at)
  // 姓邬乌鸦右边加个耳朵邬国梁, 姓喻愉快那个音比喻的喻: another character begins the word that explains the surname.
  if (called === 0 && again !== surname && line.text.includes(surname, at + surname.length)) return undefined
  const full = givenName(line, at, surname, called > 0 ? 'named' : 'bare', [surname])
  // 戚继光戚: the word that explains it, and then the surname once more.
  const rest = full === undefined ? '' : line.text.slice(full.end)
  const explains =
    rest.replace(/^[那这]个/, '').startsWith(surname) &&
    !title.test(rest.slice(surname.length)) &&
    !spellsOne(rest, surname)
  return full === undefined || explains
    ? undefined
    : { given: full.given, evidence: cite(line, at, full.end, 0.88), end: full.end }
}

/** A surname and two more, or 慕容雪; 易电话 goes on to the number, 骆也行 is no name. */
const isWhole = (surname: string, given: string): boolean =>
  surname.length + given.length >= 3 && !/[也都]|电话|手机|号码|联系/.test(given)
/** 姓阚门里一个敢阚丽丽电话…: what follows a whole name. */
export const toldWhole = /^(?:$|电话|手机|号码|[一幺][三四五六七八九]|1[3-9])/

/** 姓裴上面一个非下面一个衣裴秀芳秀气的秀: the full name comes after the parts, and is spelled. */
function fullLater(line: Line, from: number, surname: string): GivenAlone | undefined {
  for (let at = line.text.indexOf(surname, from); at >= 0; at = line.text.indexOf(surname, at + 1)) {
    const full = givenName(line, at, surname, 'named', [surname])
    if (full === undefined) continue
    const rest = line.text.slice(full.end)
    if (spellsOne(rest, full.given) || (isWhole(surname, full.given) && toldWhole.test(rest)))
      return { given: full.given, evidence: cite(line, at, full.end, 0.85), end: full.end }
  }
  return undefined
}

/** 王是三横王文化的文军人的军: the given name is spelled, and never said. */
function givenBySpelling(line: Line, at: number, surname: string): GivenAlone | undefined {
  const first = spellingAt(line.text, at)
  const second = first === undefined ? undefined : spellingAt(line.text, first.end)
  if (first === undefined || second === undefined) return undefined
  const spelled = [first, second]
  if (spelled.some((one) => one.byParts || one.byRadical || soundAlike(one.letter, surname))) return undefined
  const given = spelled.map((one) => one.letter).join('')
  return { given, evidence: cite(line, at, second.end, 0.8), end: second.end }
}

function spellingAfter(text: string, from: number, surname: string): Spelling | undefined {
  // 林就是双木那个林: little words lead over to the spelling.
  const at = from + (/^(?:就是|是|就|啊|呢|哦|嘛)*/.exec(text.slice(from))?.[0].length ?? 0)
  const spelling = spellingAt(text, at) ?? spellingAt(text, from)
  return spelling !== undefined && (spelling.byParts || soundAlike(spelling.letter, surname))
    ? spelling
    : undefined
}

/** A surname that the words only sound like: 良 where the seat said 梁先生. */
function known(words: string, surnames: readonly string[]): string | undefined {
  if (/^[你我他她您的了是有不]/.test(words)) return undefined
  return surnames.find((surname) => words !== '' && soundAlike(words.slice(0, surname.length), surname))
}

/** The surname is all there is: 王, 王啊, 陈先生. */
function isLone(words: string, surname: string): boolean {
  const rest = words.slice(surname.length)
  return (
    isCommonSurname(surname) && (/^(?:[啊呀哦咯啦吧]|复姓)?$/.test(rest) || /^(先生|女士|小姐)/.test(rest))
  )
}
