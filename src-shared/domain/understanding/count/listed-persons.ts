import { cardinalOf, numeralSource } from '../../../text/numerals.ts'

const kind =
  '大人|成年?人|小孩子?|孩子|小朋友|细路|娃娃?|宝宝|婴儿|老人家?|男的|女的|男生|女生|学生|老师|司机|乘客|阿姨|阿伯|阿婆|师傅|工人|保安|同事'
const link = '(?:和|跟|同|加上?|还有|外加|另外|抱着?|带着?|牵着?|以及)?'
const start = '^(?:就|有|里面|一共|总共|是|嗯|啊|我们?|咱们?|[我咱]家|[来去]了?)*'
const item = `(?:${numeralSource})?(?:个|名|位)(?:${kind})`
const listed = new RegExp(`${start}${item}(?:${link}${item})+`)
const items = new RegExp(`(${numeralSource})?(?:个|名|位)(?:${kind})`, 'g')
const one = '[一两二三四五六七八九俩]'
const small = `(${one})个?(?:小(?:孩子?|朋友|的)?|孩子?|娃)(?![时区组号学])`
/** 两大两小, 三个大人俩小孩 */
const bigAndSmall = new RegExp(`(?<![百千万十])(${one})个?[大老](?:人|的)?${link}${small}`)
const own = /(?:我们|[我咱]家|咱们?|一家|全家|一行|就)$/

/** Persons that are told by their kinds. */
export interface ListedPersons {
  readonly value: number
  readonly start: number
  readonly end: number
}

/** How many persons an answer lists by their kinds: 两个大人抱着个娃 are three, and so are 两大一小. */
export function listedPersons(text: string): ListedPersons | undefined {
  const words = listed.exec(text)?.[0]
  if (words === undefined) return oldAndYoung(text)
  if (/^[^，]{0,3}(?:一共|总共|[加合]起来|都是)/.test(text.slice(words.length))) return undefined
  const value = [...words.matchAll(items)].reduce(
    (sum, [, count = '一']) => sum + (cardinalOf(count) ?? 0),
    0,
  )
  return { value, start: 0, end: words.length }
}

/** 我们两大两小 are four, without a question too. */
export function ownParty(text: string): ListedPersons | undefined {
  const party = oldAndYoung(text)
  return party !== undefined && own.test(text.slice(0, party.start)) ? party : undefined
}

function oldAndYoung(text: string): ListedPersons | undefined {
  const match = bigAndSmall.exec(text)
  const [words = '', big = '', little = ''] = match ?? []
  const [old, young] = [cardinalOf(big), cardinalOf(little)]
  if (match === null || old === undefined || young === undefined) return undefined
  return { value: old + young, start: match.index, end: match.index + words.length }
}
