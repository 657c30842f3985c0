import { oncePer, oncePerText } from '../../../base/remember.ts'
import type { Subject } from '../../site-pack.ts'
import type { NameIndex, NameMatch } from '../../../text/name-index.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { folded } from '../hearing/citizen-said.ts'
import { coreBefore, type NameCore } from '../person/name-shape.ts'
import { spelt } from './party-spelling.ts'
import { askedWho, echoedName, kindAsked, type Question, saidOnce, toldNames } from './subject-answer.ts'
import { blameSource, isBlamed, isLandmark, isOwn, isSummoned, kindSource, roleOf } from './subject-role.ts'

/** A place in the call where a party is named. */
export interface Mention {
  readonly line: Line
  readonly start: number
  readonly end: number
  readonly name: string
  /** The parties of the list that bear the name; none where the list does not have it. */
  readonly subjects: readonly Subject[]
  readonly confidence: number
  /** How clearly the words make it the party of the matter, not a landmark. */
  readonly role: number
}

export const shapePattern = new RegExp(`(?:${kindSource})(?![费证卡员库])`, 'g')
const genericCore =
  /^(.*(?:家庭|学校|孩子|小孩|儿童|早期|课外|素质|义务|继续|成人|职业|免费|楼上|邻居|室内|老房|旧房|半夜|城市|二手|会员|每天|露天|流动|路边|社区|居家|投诉|上门|自己|[严清彻]查|查[处封]|整[治顿]|取缔|关停|处罚)|大厦|大楼|楼盘|贸易|商贸|科技|装修|装饰|建筑|房产|教育|培训|美容|快递|餐饮|外卖|网络|保险|旅游|搬家|家政|.{0,2}(这|那|某|一)(家|个|间|所)?|本|我们|小区|楼下|附近|隔壁|一家|这个|那个|各|大|小|老|新|民营|私立|公立|连锁|外地|当地|转达|转达希望|希望|别的|其他|(?:.*(?:押|[保宝]证|定|订|公积|奖)金|.*费)|.*(小区|[一这那哪几两三我]家|[一这那哪几两三]间|所))$/
const unsure = /不知道|不清楚|不记得|忘了/
const announcement = new RegExp(`(?:${blameSource})(?:一下|那|这)?一?[个家间所](?<kind>${kindSource})`, 'g')
const announcedRole = 2.5
const rentedRole = 2.05
const tenancy = /[押压]金|退租|租金|房租|二房东|拉.?闸|断[了]?[水电]|被断电|清退|赶我们走|管家|租客/
const toldRole = 2.6
/** A bare answer to 哪家 may as well be the place of a branch of the list. */
const bareRole = 2.1
/** 南沙区东涌镇 before 渔家乐农庄 tells where it is. */
const addressBefore = /^.*.{2}(?:[区县镇乡]|街道|大道|[路街巷号])(?=.{2,8}$)/
/** What a name goes on with that tells its trade. */
export const tradeAfter = new RegExp(
  `^(?:(?:生物|电子|信息|网络|健康|医疗|环保|商贸|建筑|机电)*(?:科技|汽车|食品|工程)|教育|培训|装饰|装修|科技|地产|家政|搬家|口腔|健身|美容|英语|外卖|快递|${kindSource})`,
)
const pointing = new RegExp(`(?:那个|那家|那间|这个|这家)(?=${kindSource})|的(?=[一二三四五六]期)`, 'g')

/** The parties named in a line: those of the list by text and by sound, others by what is said of them. */
export function mentionsIn(hearing: Hearing, heard: Line, index: NameIndex<Subject>): readonly Mention[] {
  const question = askedWho(hearing, heard)
  const line = spelt(heard)
  const known = knownIn(line, index)
    .filter((match) => !isPartOfLonger(line, match))
    .map((match) => knownMention(line, match, question))
  const free = (start: number, end: number) =>
    !known.some((mention) => start < mention.end && end > mention.start)
  const told = toldNames(line, question)
    .filter(({ start, end }) => free(start, end) && !isOwn(line, end, start) && !isSummoned(line, start, end))
    .map(({ start, end, bare, name }) => ({
      ...unlisted(line, start, end, bare ? bareRole : toldRole),
      ...(name === undefined ? {} : { name }),
      ...(name === undefined ? withKind(line.text.slice(start, end), kindAsked(hearing, heard), index) : {}),
    }))
  const shaped = [...line.text.matchAll(shapePattern)].flatMap((match) => {
    const end = match.index + match[0].length
    if (!free(match.index, end)) return []
    const limit = known.reduce((left, mention) => (mention.end <= match.index ? mention.end : left), 0)
    return shapedMention(hearing, line, match.index, end, limit, question !== 'none')
  })
  const echoed = echoedIn(hearing, line).filter(({ start, end }) => free(start, end))
  return [...known, ...told, ...shaped, ...echoed]
}

/** 众核, in answer to 哪一家回收站, is 众合回收站 if the list has that. */
function withKind(
  name: string,
  kind: string | undefined,
  index: NameIndex<Subject>,
): Partial<Pick<Mention, 'name' | 'subjects'>> {
  if (kind === undefined || name.endsWith(kind)) return {}
  const match = index.find(name + kind).find(({ start, end }) => start === 0 && end > name.length)
  return match === undefined ? {} : { name: match.name, subjects: match.values }
}

/** A name of no telling kind that the seat repeats and of which the citizen said what a party does or has done to it. */
function echoedIn(hearing: Hearing, line: Line): readonly Mention[] {
  if (line.speaker !== 'citizen') return []
  const next = hearing.lines.slice(line.index + 1, line.index + 2).find(({ speaker }) => speaker === 'seat')
  const name = next === undefined ? undefined : echoedName(next)
  const start = name === undefined ? -1 : line.text.indexOf(name)
  if (name === undefined || start < 0 || new RegExp(`^(?:${kindSource})$`).test(name)) return []
  const end = start + name.length
  const bounded =
    start === 0 ||
    /(在|去|到|找|跟|[区县镇乡道路号]|那个|那家|这家|楼下|附近|隔壁|旁边|投诉|举报|表扬)的?$/.test(
      line.text.slice(0, start),
    )
  const role = bounded ? roleOf(line, start, end, false, askedWho(hearing, line) === 'name') : 0
  return role < 2 ? [] : [unlisted(line, start, end, role)]
}

/** Also 云栖花园三期那个工地, where a pointing word stands within the name. */
export function knownIn({ text }: Line, index: NameIndex<Subject>): readonly NameMatch<Subject>[] {
  return finderIn(index)(text)
}

const finderIn = oncePer((index: NameIndex<Subject>) => oncePerText((text) => findIn(text, index)))

function findIn(text: string, index: NameIndex<Subject>): readonly NameMatch<Subject>[] {
  const direct = index.find(text)
  const pointed = [...text.matchAll(pointing)].flatMap(({ index: at, 0: word }) => {
    const joined = text.slice(0, at) + text.slice(at + word.length)
    return index
      .find(joined)
      .filter((match) => match.start < at && match.end > at)
      .map((match) => ({ ...match, end: match.end + word.length }))
  })
  return [
    ...direct.filter((match) => !pointed.some((other) => match.start < other.end && match.end > other.start)),
    ...pointed,
  ]
}

/** 洁美达环卫公司 is another party than the 环卫公司 of the list, 优学教育 another than 优学 that sells paper. */
export function isPartOfLonger(line: Line, match: NameMatch<Subject>): boolean {
  const trade = match.end - match.start === 2 ? tradeAfter.exec(line.text.slice(match.end))?.[0] : undefined
  if (trade !== undefined)
    return !match.values.some(({ name, aliases }) => [name, ...aliases].some((form) => form.includes(trade)))
  const isKind = match.values.every(({ name }) => name !== match.name && name.endsWith(match.name))
  if (!isKind && !match.values.every(({ kind }) => kind === 'utility' || kind === 'government')) return false
  if (isBlamed(line, match.start)) return false
  const core = coreBefore(line, match.start, 0, 6)
  return (
    core !== undefined &&
    core.bounded &&
    core.text.length >= 2 &&
    !genericCore.test(core.text) &&
    !/[省市区县镇]$/.test(core.text) &&
    !isRegionOf(core.text, match) &&
    !folded(core.text).startsWith(folded(match.name.slice(0, 2)))
  )
}

/** 广州 before 地铁 names the same party as 地铁 alone. */
const isRegionOf = (words: string, match: NameMatch<Subject>): boolean =>
  match.values.some(({ name }) => name.startsWith(words.replace(/市$/, '')))

function knownMention(line: Line, match: NameMatch<Subject>, question: Question): Mention {
  return {
    line,
    start: match.start,
    end: match.end,
    name: match.name,
    subjects: match.values,
    confidence: match.by === 'text' ? 0.93 : match.similarity,
    role: roleOfListed(line, match, question),
  }
}

/** 地铁, 社保 and 新塘镇 are listed parties, and ordinary words: only what the caller does to them makes them one. */
function roleOfListed(line: Line, match: NameMatch<Subject>, question: Question): number {
  const region = /.{2}市?$/.exec(line.text.slice(0, match.start))?.[0]
  const start = region !== undefined && isRegionOf(region, match) ? match.start - region.length : match.start
  // 一个交警 is a person.
  if (match.end - match.start === 2 && /[个位名]$/.test(line.text.slice(0, start))) return 0
  // 江语名庭 is where people live, and a building site only in answer to 哪个工地.
  if (question === 'none' && isSiteInShort(match)) return 0
  const plain =
    match.end - match.start <= 2 ||
    match.values.every(({ kind }) => kind === 'government' || kind === 'utility')
  const role = roleOf(
    line,
    start,
    match.end,
    true,
    question === 'office' || ((!plain || match.end - match.start > 3) && question !== 'none'),
  )
  return plain && role < 2 ? 0 : role
}

const site = /(?:工地|项目|项目部|标段|旧改)$/

export const isSiteInShort = ({ name, values }: Pick<NameMatch<Subject>, 'name' | 'values'>): boolean =>
  !site.test(name) && values.every(({ kind, name: full }) => kind === 'construction' && site.test(full))

/** A party that the list does not know, only where the words around it give it the role. */
function shapedMention(
  hearing: Hearing,
  line: Line,
  suffixStart: number,
  end: number,
  limit: number,
  asked: boolean,
): readonly Mention[] {
  const start = shapedStart(line, suffixStart, limit)
  if (start === undefined || isSummoned(line, start, end)) return []
  const kind = line.text.slice(suffixStart, end)
  const said = Math.max(
    roleOf(line, start, end, false, asked),
    isRented(hearing, kind, line, end) ? rentedRole : 0,
  )
  const announced =
    said === 0 && !isLandmark(line, start, end) && !isOwn(line, end) && isAnnounced(hearing, kind)
  const role = announced ? announcedRole : said
  return role === 0 ? [] : [unlisted(line, start, end, role)]
}

/** 骆阿姨电话留来店: words of a person. */
const isPersonal = /先生|女士|小姐|阿姨|电话|号码|姓名/

/** Where the name before a kind begins; undefined where it is no name. */
export function shapedStart(line: Line, suffixStart: number, limit: number): number | undefined {
  const located = addressBefore.exec(line.text.slice(limit, suffixStart))?.[0].length ?? 0
  const core = nameBefore(line, suffixStart, limit + located)
  if (core === undefined || !core.bounded || core.text.length < 2 || genericCore.test(core.text))
    return undefined
  if (isPersonal.test(core.text)) return undefined
  const isPlace = /[省市区县](?!$)|号|楼[上下层]|[一二三四五六七八九十\d]楼|.{2}路/.test(core.text)
  return isPlace || unsure.test(line.text.slice(0, core.start)) ? undefined : core.start
}

/** Who rents out the rooms is the party where rent, deposit or supply is at issue. */
const isRented = (hearing: Hearing, kind: string, line: Line, end: number): boolean =>
  kind === '公寓' &&
  !/^(?:的)?(?:门口|附近|旁边|对面|后面|楼下)/.test(line.text.slice(end)) &&
  hearing.lines.some(({ speaker, text }) => speaker === 'citizen' && tenancy.test(text))

/** The name before its kind; 好又多 holds a word that elsewhere ends before a name begins. */
function nameBefore(line: Line, suffixStart: number, limit: number): NameCore | undefined {
  const core = coreBefore(line, suffixStart, limit, 8)
  if (core === undefined || core.text.length > 1 || core.start - limit < 2) return core
  const earlier = coreBefore(line, core.start - 1, limit, 4)
  if (earlier === undefined || !/[又也还有和对好]/.test(line.text.charAt(core.start - 1))) return core
  return { ...earlier, text: line.text.slice(earlier.start, suffixStart) }
}

/** 投诉一个农庄 announces a party of that kind, whose name comes later. */
function isAnnounced(hearing: Hearing, kind: string): boolean {
  return hearing.lines.some(({ speaker, text }) => {
    const kinds = speaker === 'citizen' ? [...text.matchAll(announcement)] : []
    return kinds.some((match) => match.groups?.['kind'] === kind)
  })
}

export const unlisted = (line: Line, start: number, end: number, role: number): Mention => ({
  line,
  start,
  end,
  name: saidOnce(line.text.slice(start, end)),
  subjects: [],
  confidence: 0.82,
  role,
})
