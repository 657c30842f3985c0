import type { Gender } from './relations.ts'

/** What may stand before the word: 不是我是, 叫女士我, 什么小姐我一个. */
const lead =
  '(?:不是|不对|错了|啊|哎|诶|呃|嗯|喂|哦|那个|我|本人|是|就|可|系|其实|应该|叫|你|您|别|不|什么|啥|(?:先生|女士|小姐)(?=.{0,4}(?:[男女]|老))|一?[个位])*'
const man = '男(?:[的士生性人仔啊]|同志|$)|(?<!我)(?:先生|大老爷们?|小伙子?|大叔|老头|老汉|阿[叔伯公]|靓仔)'
const woman = '女(?:[的士生性人仔啊]|同志|$)|(?<!我)(?:小姐|姑娘|大姐|阿姨|老太|阿[婆姨]|靓女)'
const told = new RegExp(`^(${lead})(?:(${man})|${woman})`)
/** 小姐你帮帮我 speaks to the seat, 女的打人 tells of others. */
const addressing = /^(?:先生|小[姐伙]|姑娘|大[姐叔]|阿|靓)/
const ofOthers = /^(?:打|骂|说|讲|住|跑|来|在|给|跟)/
const denied = /(?:不|不是|别叫|不要叫|什么|啥)$/

/**
 * By which words callers put right how they were addressed, and how long they are: 我女的啦, 什么小姐我一个大老爷们; 不是先生
 * denies what 不是女生 tells.
 */
export function genderPutRight(
  words: string,
  addressed?: Gender,
): { readonly gender: Gender; readonly length: number } | undefined {
  const [all, before = '', ofMan] = told.exec(words) ?? []
  if (all === undefined) return undefined
  const rest = words.slice(all.length)
  if (ofOthers.test(rest)) return undefined
  if (before === '' && rest !== '' && addressing.test(all)) return undefined
  const said = ofMan === undefined ? '女' : '男'
  const meant = denied.test(before) && said === addressed ? (said === '男' ? '女' : '男') : said
  return { gender: meant, length: all.length }
}
