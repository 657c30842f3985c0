import type { OrdinaryWords, Word } from './ordinary-words.ts'
import type { PackName } from './pack-names.ts'

/** How alike one syllable is: the same character, sound, sound in an accent, or only near. */
const credit = { same: 1, sound: 0.95, accent: 0.75, near: 0.4 } as const

/** A name that sounds like the words from `start` on. */
export interface Match {
  readonly name: PackName
  readonly start: number
  readonly end: number
  /** 0–1, by sounds and characters alone. */
  readonly alike: number
  /** The places where another character was heard than the name has. */
  readonly changed: readonly number[]
}

/** A turn, read for correction. */
export interface HeardTurn {
  readonly text: string
  /** Its ordinary reading; `wordAt[i]` is the word that character i is in. */
  readonly wordAt: readonly Word[]
  readonly words: OrdinaryWords
  /** What was said in the call before, and in this turn. */
  readonly said: string
  /** It names a district of another city. */
  readonly elsewhere: boolean
}

export interface SoundedName {
  readonly name: PackName
  readonly sounds: readonly string[]
  readonly folded: readonly string[]
}

/** Undefined where the words are too far from the name to be worth a thought. */
export function matchOf(
  { name, sounds, folded }: SoundedName,
  text: string,
  textSounds: readonly string[],
  textFolded: readonly string[],
  start: number,
): Match {
  const changed: number[] = []
  const ending = keptEnding(name.name, text.slice(start, start + sounds.length)).length
  const core = sounds.length - ending
  // However long, 居委会 says no more than 路 about which one is meant.
  let sum = Math.min(1, ending)
  for (let index = 0; index < core; index++) {
    const at = start + index
    if (text[at] === name.name[index]) {
      sum += credit.same
      continue
    }
    changed.push(at)
    if (textSounds[at] === sounds[index]) sum += credit.sound
    else sum += textFolded[at] === folded[index] ? credit.accent : credit.near
  }
  return { name, start, end: start + sounds.length, alike: sum / (core + Math.min(1, ending)), changed }
}

/** What lowers or raises a likeness; found on tests/fixtures/correction-dev.jsonl. */
const weights = {
  /** Two syllables alike are met everywhere, three here and there. */
  short: [0, 0, 0.2, 0.04],
  /** All that was heard otherwise makes ordinary words. */
  ordinary: 0.06,
  /** All of the stretch is ordinary, and nothing in it says that it is a name: 云山失意. */
  plain: 0.06,
  /** The turn names a district that the pack does not have: its 兴华大街 is not ours that sounds like it. */
  elsewhere: 0.12,
  /** An ordinary word reaches over the border of the stretch. */
  crossed: 0.12,
  /** The words before or after call for a name. */
  called: 0.02,
  /** Where it lies was said in the call. */
  nearby: 0.03,
} as const

/** A shorter stretch of nothing but ordinary words is never taken for a name. */
const leastPlain = 4

const calledBefore =
  /(?:在|住|到|去|来自|位于|就是|叫做?|投诉|举报|反映|靠近|经过|这个|那个|[区县市镇路街道]|是)$/
const calledAfter =
  /^(?:[零〇一二三四五六七八九十百千两\d]{1,5}[号栋幢座弄楼]|[A-Za-z]座|附近|门口|旁边|对面|这边|那边|这里|路口|上面|里面|小区|地铁站|的?(?:老板|物业|工作人员|保安|客服|员工))/
/** What kind of place it is (路, 街道, 花园): heard rightly, it speaks for a name before it. */
const placeEnding =
  /(?:路|街|道|巷|区|县|镇|村|站|城|园|苑|府|庭|湾|店|厂|局|所|院|馆|场|厦|楼|社|校|里|坊|新村|花园|小区|公司|中心|物业|大道|街道|社区|居委会|地铁站|公园|广场|市场|大厦|医院|大学|中学|小学|幼儿园)$/
/** What an ordinary phrase is made of, too: 新的小区, 那条街. */
const functionCharacters =
  /[的了是不在有没就也都和跟很我你他她它您这那哪个种些吗呢吧啊把被给让从对为着过还再又太上下来去几多少每各另其一二三四五六七八九十两]/

/** A likeness judged by the words around; undefined where the words are ordinary and no name was meant. */
export function rate(match: Match, turn: HeardTurn): number | undefined {
  const { start, end, alike, changed, name } = match
  const { text, wordAt, words } = turn
  const stretch = text.slice(start, end)
  if (words.has(stretch)) return undefined
  const ending = keptEnding(name.name, stretch)
  const plain = ending === '' && wordAt.slice(start, end).every((word) => isOrdinary(word, text))
  if (plain && stretch.length < leastPlain) return undefined
  const ordinary = changed.every((at) => isWord(wordAt[at]))
  const before = calledBefore.test(text.slice(0, start))
  const after = calledAfter.test(text.slice(end))
  if (stretch.length === 2 && !(before || after)) return undefined
  const crossed =
    crosses(wordAt[start], start) || (ending === '' && end < text.length && crosses(wordAt[end], end))
  const nearby = [...name.areas].some((area) => turn.said.includes(area))
  return (
    alike -
    (weights.short[stretch.length] ?? 0) -
    (ordinary ? weights.ordinary : 0) -
    (plain ? weights.plain : 0) -
    (turn.elsewhere ? weights.elsewhere : 0) -
    (crossed ? weights.crossed : 0) +
    (before || after ? weights.called : 0) +
    (nearby ? weights.nearby : 0)
  )
}

/** The kind of place at the end of a name, where it was heard as the name has it. */
function keptEnding(name: string, stretch: string): string {
  const ending = placeEnding.exec(name)?.[0] ?? ''
  return stretch.endsWith(ending) ? ending : ''
}

const isWord = (word: Word | undefined): boolean => word !== undefined && word.end - word.start > 1

const isOrdinary = (word: Word, text: string): boolean =>
  isWord(word) || functionCharacters.test(text.slice(word.start, word.end))

const crosses = (word: Word | undefined, border: number): boolean =>
  word !== undefined && word.start < border && word.end > border

const districtShape = /\p{Script=Han}{2}[区县](?!政府|委|域|别|间|分)/gu
/** What ends like a district and is none: 小区, 社区, 景区. */
const noDistrict = /[小社片园校厂库景辖郊灾疫宿息地市城山整个这那哪本各该全新老][区县]/

/** Whether the words name a district that no name of the pack is, or sounds like. */
export function namesOtherDistrict(text: string, matches: readonly Match[]): boolean {
  return [...text.matchAll(districtShape)].some(
    ({ 0: shape, index }) =>
      !noDistrict.test(shape) &&
      !matches.some(({ start, end }) => start <= index + 1 && end >= index + shape.length),
  )
}
