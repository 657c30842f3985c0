import { createOrdinaryWords, type OrdinaryWords } from '../../correction/ordinary-words.ts'
import { isCommonSurname } from '../person/surnames.ts'
import type { Hearing } from '../hearing/hearing.ts'
import { askedWho } from './subject-answer.ts'
import { tradeWords } from './party-trades.ts'
import { kindSource } from './subject-role.ts'
import type { WeighedMention } from './weighed-mentions.ts'

let ordinary: OrdinaryWords | undefined
const words = (): OrdinaryWords => (ordinary ??= createOrdinaryWords([]))

const endsInKind = new RegExp(`(?:${kindSource})$`)
const endsInPlace = /(?:[区县镇乡村路街巷号站桥]|街道|大道|小区|花园|大厦|广场|公园|车站)$/
/** 违章搭建, 沟通过: words that are said of anything, and no name. */
const endsInDeed = /(?:搭建|施工|停车|噪音|垃圾|问题|电梯|签注|过|完|到|了|[里上下])$/

/** Whether a word is one of the language's own, and so tells nobody apart. */
export const isOrdinary = (word: string): boolean => words().has(word)

/** What the name itself looks like, where the list does not have it. */
export function nameSigns(name: string): readonly string[] {
  const shape = endsInKind.test(name)
    ? 'kind'
    : tradeWords(name).at(-1)?.end === name.length
      ? 'trade'
      : endsInPlace.test(name)
        ? 'place'
        : endsInDeed.test(name)
          ? 'deed'
          : 'none'
  const length =
    name.length <= 3 ? String(name.length) : name.length <= 5 ? '4' : name.length <= 8 ? '6' : '9'
  const common = [...words().read(name)].every(({ start, end }) => end - start > 1)
  return [
    `shape ${shape}`,
    `length ${length}`,
    `shape ${shape} ${length}`,
    `common ${String(common)} ${shape}`,
    `person ${String(shape === 'none' && isCommonSurname(name.slice(0, 1)))} ${length}`,
  ]
}

const nobody =
  /没有?(?:挂|写|什么|个)?(?:招牌|名字|牌子|店名|门头|名称)|不知道(?:他|它|是)?(?:叫|谁|哪)|不(?:清楚|晓得|认识)|看不(?:清|到|见)|没(?:看清|注意|留意)|不记得|忘了/

/** Whether the caller has said that he cannot name anybody. */
export const namesNobody = (hearing: Hearing): boolean =>
  hearing.lines.some(
    (line) => line.speaker === 'citizen' && nobody.test(line.text) && askedWho(hearing, line) !== 'none',
  )

const addressBefore = /(?:[区县镇乡村路街巷号栋楼]|街道|大道)的?$/
const addressAfter =
  /^的?(?:[一二三四五六七八九十百零两幺\d]+(?:[栋号楼座期层单]|大院)|.{2,3}[路街]|[东南西北ABCD]?出?口|大?门)/

/** Where a name stands among the parts of an address, as that of a place does. */
export function placeSigns(own: readonly WeighedMention[]): readonly string[] {
  const before = own.some(({ line, start }) => addressBefore.test(line.text.slice(0, start)))
  const after = own.some(({ line, end }) => addressAfter.test(line.text.slice(end)))
  return [`behind address ${String(before)}`, `before address ${String(after)}`]
}

const inquiry =
  /^的?(?:电话|号码|地址|学费|价格|票价|门票|营业|上班时间|开门|几点|怎么[走去坐报办]|在哪|是在哪)/
const locating = /^(?:就|是|也)*在.{2,16}?(?:[路街巷]|大道|号|门[口扣])/
const reaching = /(?:联系|通知|转告|请|派)(?:一下|到)?$/

/** Dealings with a party that is not thereby blamed: 幼儿园电话多少, 小学在彩滨北路十七号门口, 帮忙联系公交公司. */
export function dealingSigns(own: readonly WeighedMention[], type: string): readonly string[] {
  const behind = (words: RegExp): string =>
    String(own.some(({ line, end }) => words.test(line.text.slice(end))))
  const before = String(own.some(({ line, start }) => reaching.test(line.text.slice(0, start))))
  return [`inquired ${behind(inquiry)}`, `located ${behind(locating)}`, `reached ${before}`].flatMap(
    (sign) => [sign, `${sign} ${type}`],
  )
}

const kindOfName = /(?:平台|物业|学校|公司|医院|工地|小学|幼儿园|[厂店馆楼园校])$/
const fine = /^(?:那边|客服|的人|他们)*[是倒都也]?(?:没有?(?:什么)?(?:问题|事|关系|责任)|不关|挺好|蛮好)/
/** 厂我不投诉, 堵的不是他们. */
const notBlamedAfter =
  /^(?:这边|那边|他们|们|我们?|倒|都|也|先|就|是|呢)*[不没](?:是|想|要|用|打算)?(?:要)?(?:投[诉素]|[反举]报|反映|怪|告|追究)/
const notThem = /不(?:[是事]|关|怪|赖|怨)(?:他们|它们?|人家)(?!的|不|没|自己|[吗吧])/
const notBlamed = /不[是想要]?(?:投[诉素]|[反举]报|反映|怪|说)(?:的是)?[你他]?们?$/

/** 厂没有问题, 我不投诉平台: whom the caller takes care not to blame, by name or by kind. */
export function isExcused({ lines }: Hearing, own: readonly WeighedMention[]): boolean {
  const names = [
    ...new Set(own.flatMap(({ name, subjects }) => [name, ...subjects.map((subject) => subject.name)])),
  ]
  const called = new Set(
    names.flatMap((name) => [name, name.slice(0, 2), kindOfName.exec(name)?.[0] ?? name]),
  )
  const excuses = (text: string): boolean =>
    [...called].some((words) =>
      placesOf(text, words).some(
        (at) =>
          (fine.test(text.slice(at + words.length)) && !/(?:别的?|其他|另外)$/.test(text.slice(0, at))) ||
          notBlamedAfter.test(text.slice(at + words.length)) ||
          (words.length > 2 && notThem.test(text.slice(at + words.length))) ||
          notBlamed.test(text.slice(0, at)),
      ),
    )
  return lines.some(({ speaker, text, index }) =>
    speaker === 'citizen'
      ? excuses(text)
      : declines.test(lines[index + 1]?.text ?? '') && names.some((name) => text.includes(name)),
  )
}

function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  return places
}

/** 也不是投诉, to 您要投诉公交公司吗. */
const declines = /^(?:也|倒|都|就|嗯|啊|我)*不(?:是|算|想|要)?(?:想|要)?投诉/

/** How one party stands among the others that the call names. */
export function rivalSigns(
  own: readonly WeighedMention[],
  all: readonly (readonly WeighedMention[])[],
): readonly string[] {
  const others = all.filter((other) => other !== own)
  if (others.length === 0) return ['alone']
  const lines = (mentions: readonly WeighedMention[]) => mentions.map(({ line }) => line.index)
  const first = others.every((other) => Math.min(...lines(other)) >= Math.min(...lines(own)))
  const last = others.every((other) => Math.max(...lines(other)) <= Math.max(...lines(own)))
  return [`first ${String(first)}`, `last ${String(last)}`, `first ${String(first)} last ${String(last)}`]
}
