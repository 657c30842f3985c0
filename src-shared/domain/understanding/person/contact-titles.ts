import type { Title } from './form-of-address.ts'
import type { Line } from '../hearing/hearing.ts'
import type { Gender } from './relations.ts'

const familiarWoman = /^(?:阿姨|姨|婶|嫂|姐|大[姐妈娘婶])(?![夫丈])/
const familiarMan = /^(?:叔|伯|哥|大[叔伯爷哥])/
const trade = '师[傅父]|老师|主任|经理|医生|律师|会计|主管|[班组店站队楼栋村社会厂]长|[工总](?![一-龥])'
const ofAnybody = new RegExp(`^(?:${trade})`)

/** What everybody calls somebody: 小邱, 老何, 黎班长, 桂姨. */
export const calledBy = `(?:[老小阿][一-龥]|[一-龥](?:先生|女士|小姐|阿姨|大[姐哥叔]|[姨婶嫂姐叔伯哥](?!夫|丈)|${trade}))`

/** 桂姨, 吴伯: the form of address that begins the words. */
export function titleIn(words: string): Title | undefined {
  const exact = /^(?:先生|女士|小姐)/.exec(words)?.[0]
  if (exact === '先生' || exact === '女士' || exact === '小姐') return exact
  if (familiarWoman.test(words)) return '女士'
  return familiarMan.test(words) ? '先生' : undefined
}

/** 黎班长, 黄师傅: the words go on as behind a surname, whether or not they tell a man from a woman. */
export const isTitled = (words: string): boolean => titleIn(words) !== undefined || ofAnybody.test(words)

/** 他叫束炳坤男的, 姓阮也是位先生, 叫他靓仔就好. */
export function genderToldOf({ text }: Line, surname = '姓'): Gender | undefined {
  const calledSo =
    /[叫喊]呼?[他她](?:做)?(?:(靓仔|帅哥|小伙|大叔|阿叔|大哥)|靓女|美女|姑娘|小妹|大姐|阿姨)/.exec(text)
  if (calledSo !== null) return calledSo[1] === undefined ? '女' : '男'
  const told = new RegExp(
    `(?<![儿子孙侄甥妇美少养一个那这])(男|女)[的士生](?=$|叫|姓|${surname})|是(?:一?[位个])?(男|女|先|小)[的士生姐](?=$|叫|姓|[啊吧哈])`,
  ).exec(text)
  const word = told?.[1] ?? told?.[2]
  return word === undefined ? undefined : /[男先]/.test(word) ? '男' : '女'
}

export function genderOfTitle(title: Title | undefined): Gender | undefined {
  return title === undefined ? undefined : title === '先生' ? '男' : '女'
}
