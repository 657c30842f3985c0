import { oncePerText } from '../../../base/remember.ts'
import { soundAlike, spelledSurname, surnameAt } from './surnames.ts'

/** Words by which a character of a name is explained. */
export interface Explanation {
  readonly start: number
  readonly end: number
  /** The character explained (建设的建, 弓长张); undefined where it stands before the words or is not said again (两点水那个). */
  readonly letter: string | undefined
  /** False where the word holds another character of the sound than the one named after it: 整结的洁. */
  readonly agrees: boolean
  /** `denied` stands behind 不是 and may be the character after all; `built` is a part of another one: 乌鸦的乌加耳朵. */
  readonly tells: 'it' | 'denied' | 'built'
  readonly cost: number
  /** True where a word that holds the character explains it, false where its parts do. */
  readonly byWord: boolean
  /** False where a shorter word would explain it as well: 文质彬彬的彬. */
  readonly shortest: boolean
}

/** How much less likely an explanation of many characters is, of parts, and of parts of which one is unknown. */
const cost = { word: 0.1, longer: 0.1, parts: 0.25, stranger: 0.35 } as const

const particle =
  /^(?:里面?)?(?:的|得|地|第|滴|底|嘅|那个|哪个|这个|个)(?:那个|哪个|这个)?(?:字是|字)?([一-龥]{1,2})/
const longestWord = 4
/** Of what a character is built, by words that are said of nothing else: 草字头, 加个耳朵, 左边, 去掉单人旁. */
const builtWith =
  /^(?:(?!字|.?[左右上下])[一-龥]{1,2}?(?:字|点水?|玉|丝|刀)?(?:旁边?|头|底|边(?!上))|[左右上下里外中](?:[边面头半]|耳)(?:是|一个|个|加|有)*(?:[一-龥](?![的得]))?|(?:再|右边|旁边|上面|下面|左边)?(?:加|去掉|少了?|多)(?:上|个|一个)*(?:[左右双]?耳(?:朵|旁|刀)?|走之底?|[一二三两]点水?|[一-龥][字人]?旁?)|[一二两三四双](?:个|点)(?:耳朵|[一-龥])|宝盖头?|[单双]立?人旁?|走之底?|绞丝旁?|提手旁?|耳朵旁?|耳刀|(?:里|里面)(?:是|一个|个)[一-龥]|一个[一-龥])/
/** Characters that are parts of many others. */
const part =
  /^[口日月木水火土金玉王石山田禾竹米衣人女子心手目耳言西早弓长立古马鸟鱼虫贝车门刀力又十八大小广尤夕寸工巾士干斤方戈户支文犬瓜羊老而臣自至舌色谷豆赤走足身辛酉里雨青非革页风食首香鬼黑云今兄令台各因回如朱每辰侯旦焉夆隹巴己已民白百亲昔者易音单公双]/
const leadsToLetter = /^(?:的那个|那个|的|个|就是|底下?)?/
const noLetter = /[念读叫姓的是就不男女个这那]/
const mostParts = 6
/** A character that is built further is another one: 云朵的云加草字头. */
const builtFurther =
  /^(?:[上下左右前外旁][边面]|再)*(?:加|去掉?|少|多|换成)|^再?[上下左右旁][边面]|^[单双]人旁/
/** 雨字头一个|文化的文 tells of a part of 雯. */
const partBefore =
  /[旁头底](?:边|下)?$|(?:[旁头底边]|(?<!证|正|件)[上下左右][面边]?)(?:再|加|是|个|一个|上面|下面|右边|里面)+$/
const denial = /不是(?:那个|这个)?$/

/** An explanation of which nothing is said but what it explains. */
const plain = { agrees: true, tells: 'it', shortest: true } as const

/** All explanations that a text may hold, wherever they begin; which of them were meant, the name decides. */
export const explanationsIn = oncePerText((text): readonly Explanation[] =>
  Array.from(text).flatMap((_, start) => [...byWord(text, start), ...byParts(text, start)]),
)

/** 文质彬彬的彬, 繁华那个华, 诸葛亮的诸葛: a word that holds a character of the sound. */
function byWord(text: string, start: number): readonly Explanation[] {
  const found: Explanation[] = []
  const denied = denial.test(text.slice(0, start))
  for (let length = 2; length <= longestWord; length++) {
    const word = text.slice(start, start + length)
    const price = cost.word + cost.longer * (length - 2)
    const [all, two = ''] = particle.exec(text.slice(start + length)) ?? []
    if (all === undefined) continue
    const end = start + length + all.length
    const tells = denied ? 'denied' : 'it'
    if (two.length === 2 && surnameAt(two) === two && word.startsWith(two))
      found.push({ ...plain, start, end, letter: two, tells, cost: price, byWord: true })
    const one = two.charAt(0)
    const letter = holds(word, one) ? one : undefined
    const agrees = word.includes(one)
    const shortest = length === 2 || !holds(word.slice(1), one)
    if (!shortest && length < longestWord) continue
    const letterEnd = end - (two.length - 1)
    const built = builtFurther.test(text.slice(letterEnd)) || partBefore.test(text.slice(0, start))
    if (letter !== undefined)
      found.push({
        start,
        end: letterEnd,
        letter,
        agrees,
        tells: built ? 'built' : tells,
        cost: price,
        byWord: true,
        shortest,
      })
  }
  // 乌鸦右边加个耳朵
  const pair = text.slice(start, start + 2)
  if (builtFurther.test(text.slice(start + 2)))
    for (const letter of pair)
      found.push({ ...plain, start, end: start + 2, letter, tells: 'built', cost: cost.parts, byWord: true })
  return found
}

const holds = (word: string, letter: string): boolean =>
  letter !== '' && Array.from(word).some((character) => soundAlike(character, letter))

/** 弓长张, 木辛梓, 草字头的芳, and 邝就是|广加个耳朵, of which the character stands before. */
function byParts(text: string, start: number): readonly Explanation[] {
  const found: Explanation[] = []
  const listed = spelledSurname(text.slice(start))
  if (listed !== undefined)
    found.push({
      ...plain,
      start,
      end: start + listed.length,
      letter: listed.surname,
      cost: cost.word,
      byWord: false,
    })
  let end = start
  let marked = false
  let price: number = cost.parts
  for (let parts = 1; parts <= mostParts; parts++) {
    const rest = text.slice(end)
    const built = builtWith.exec(rest)?.[0]
    const known = built?.length ?? part.exec(rest)?.[0].length
    // 人则俞: one part that is in no list.
    if (known === undefined && (parts === 1 || price > cost.parts || noLetter.test(rest.charAt(0)))) break
    if (built !== undefined && price > cost.parts) break
    if (known === undefined) price += cost.stranger
    marked ||= built !== undefined
    end += known ?? 1
    if (marked && price === cost.parts)
      found.push({ ...plain, start, end, letter: undefined, cost: price, byWord: false })
    if (!marked && parts === 1) continue
    const lead = leadsToLetter.exec(text.slice(end))?.[0].length ?? 0
    for (const at of new Set([end, end + lead])) {
      const letter = text.charAt(at)
      if (letter !== '' && !noLetter.test(letter) && !text.slice(start, at).includes(letter))
        found.push({ ...plain, start, end: at + 1, letter, cost: price, byWord: false })
    }
  }
  return found
}
