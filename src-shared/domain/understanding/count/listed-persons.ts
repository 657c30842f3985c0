import { cardinalOf, numeralSource } from '../../../text/numerals.ts'

const kind =
  '大人|成年?人|小孩子?|孩子|细路|娃娃?|宝宝|婴儿|老人家?|男的|女的|男生|女生|学生|老师|司机|乘客|阿姨|阿伯|阿婆|师傅|工人|保安|同事'
const link = '(?:和|跟|同|加上?|还有|外加|另外|抱着?|带着?|牵着?|以及)?'
const item = `(?:${numeralSource})?(?:个|名|位)(?:${kind})`
const listed = new RegExp(`^(?:就|有|里面|一共|是|嗯|啊)*${item}(?:${link}${item})+`)
const items = new RegExp(`(${numeralSource})?(?:个|名|位)(?:${kind})`, 'g')

/** How many persons an answer lists by their kinds: 两个大人抱着个娃 are three. */
export function listedPersons(text: string): { readonly value: number; readonly end: number } | undefined {
  const words = listed.exec(text)?.[0]
  if (words === undefined || /^[^，]{0,3}(?:一共|总共|[加合]起来|都是)/.test(text.slice(words.length)))
    return undefined
  const value = [...words.matchAll(items)].reduce(
    (sum, [, count = '一']) => sum + (cardinalOf(count) ?? 0),
    0,
  )
  return { value, end: words.length }
}
