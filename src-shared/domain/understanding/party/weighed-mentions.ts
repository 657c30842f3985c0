import type { NameIndex } from '../../../text/name-index.ts'
import type { Subject } from '../../site-pack.ts'
import { folded } from '../hearing/citizen-said.ts'
import { saidOnce } from './subject-answer.ts'
import { knownIn, type Mention, tradeAfter, unlisted } from './subject-mentions.ts'
import { spelt } from './party-spelling.ts'
import { isOrdinary } from './party-standing.ts'
import { isLandmark, isSummoned, kindSource } from './subject-role.ts'
import type { TaggedParty } from './tagged-parties.ts'

/** A mention whose role is weighed; `told` is the role that is told of it in so many words. */
export interface WeighedMention extends Mention {
  readonly told: number
}

/** What any support by the words around adds to a role. */
const supported = 1
/** From this margin on the tagged stretch is the name, whatever the words told by. */
const sureOfBounds = 220
/** The role of a name that nothing but the words around it tells, said by the caller or repeated by the seat. */
const saidRole = 2.1
const repeatedRole = 1.2

/**
 * Mentions found by what is said of a name, weighed by whether the words around it make it the party's, and those that only
 * the words around them tell.
 */
export function weighedMentions(
  mentions: readonly Mention[],
  tagged: readonly TaggedParty[],
  index: NameIndex<Subject>,
): readonly WeighedMention[] {
  const sounds = tagged.map((party) => folded(wordsOf(party)))
  const weighed = mentions.map((mention): WeighedMention => {
    if (mention.role === 0) return { ...mention, told: 0 }
    const here = tagged.find((party) => overlaps(party, mention))
    const sound = folded(mention.name)
    const support = tagged
      .filter(
        (party, at) =>
          party === here || sounds[at]?.includes(sound) === true || sound.includes(sounds[at] ?? '-'),
      )
      .reduce((most, party) => Math.max(most, supportOf(party)), 0)
    const own = {
      ...mention,
      told: mention.role,
      role: mention.role + (support > 0 ? supported + support : 0),
    }
    return here === undefined || here.margin < sureOfBounds || !isAsHeard(mention)
      ? own
      : { ...own, ...named(within(here, mention), index) }
  })
  const fresh = tagged
    .filter(
      (party) =>
        party.end - party.start >= 2 &&
        !ordered.test(wordsOf(party)) &&
        !mentions.some(
          (mention) => overlaps(party, mention) && (mention.role > 0 || isPlace(mention, party)),
        ),
    )
    .map((party): WeighedMention => {
      const base = party.line.speaker === 'seat' ? repeatedRole : saidRole
      const mention = unlisted(spelt(party.line), party.start, party.end, base + supportOf(party))
      return { ...mention, told: 0, ...named(party, index) }
    })
  return [...weighed, ...fresh].map((mention) =>
    mention.subjects.length > 0 ? mention : { ...mention, name: trimmed(mention.name) },
  )
}

/**
 * 育才小学 where somebody goes to school or parks: words that make a place of it, and 让城管来收, weigh
 * more than those around.
 */
const isPlace = ({ line, start, end, subjects }: Mention, { margin }: TaggedParty): boolean =>
  isLandmark(line, start, end) ||
  isSummoned(line, start, end) ||
  (subjects.length > 0 && margin < clearOfPlace)
const clearOfPlace = 250

/** 严查网吧: what is to be done to whom. */
const ordered = /^(?:[严清彻]查|查[处封]|整[治顿]|取缔|关停|处罚)/

const wordsOf = ({ line, start, end }: TaggedParty): string => spelt(line).text.slice(start, end)

/** What a caller says of a party weighs more than the seat's repeating it. */
const supportOf = ({ line, margin }: TaggedParty): number =>
  line.speaker === 'seat' ? Math.min(1.5, margin / 200) : Math.min(2.5, margin / 100)

const overlaps = ({ line, start, end }: TaggedParty, mention: Mention): boolean =>
  line.index === mention.line.index && start < mention.end && end > mention.start

const region = /^(?:广东|广州|深圳|佛山|东莞)[省市]?$/
const furtherKind =
  /^(?:管理处|服务中心|(?:管理|服务)?(?:有限|责任|股份)*公司|分公司|服务部|[门分]店|[店馆城部场行厂社院所站坊铺园]|中心|校区|平台|商城)$/

/** The bounds of a tagged stretch, less what runs on after the kind of party, with the region before a firm. */
function within(party: TaggedParty, { line, start, end }: Mention): TaggedParty {
  const text = spelt(line).text
  const runsOn =
    party.end > end &&
    endsInKind.test(text.slice(start, end)) &&
    !furtherKind.test(text.slice(end, party.end))
  const cut = text.slice(start, party.start)
  const opens = start === 0 || line.breaks.has(start)
  const told = /(?:叫|写着?)$/.test(text.slice(0, start)) && !pointing.test(cut)
  const splitsWord = isOrdinary(text.slice(party.start - 1, party.start + 1))
  const cutsOff =
    party.start > start && (region.test(cut) || told || splitsWord || (opens && partOfName.test(cut)))
  const rest = text.slice(party.end, end)
  const cutsKind =
    rest !== '' && (endsInKind.test(text.slice(start, end)) || tradeAfter.exec(rest)?.[0] === rest)
  return {
    ...party,
    start: cutsOff ? start : party.start,
    end: runsOn || cutsKind ? end : party.end,
  }
}
/** 那个 in 叫那个好邻居: no part of what somebody is called. */
const pointing = /[个家间的做]|什么|一下|来着|对|呃|嗯|啊/
/** 好 in the answer 好滋味餐饮公司: one character before a name, by which no answer begins. */
const partOfName = /^(?=\p{Script=Han}$)[^叫是交在那就对有的嗯啊哦个]$/u
/** 新星电子厂上班厂: what somebody does there is no part of the name. */
const busy = new RegExp(`^(.{2,}?(?:${kindSource}))(?:上班|打工|做事|读书|买|订).*$`)
/** 新巧缝制衣厂海珠大塘, 盈瀚物业阿: nor is where it is, nor a particle. */
const clearKind =
  /^(.{2,}?(?:公司|物业|超市|医院|酒店|驾校|幼儿园|[服经维][务营修]部|[^工]厂))(?!店|馆|园|总|分|集团|服务|管理)(.{2,})$/
function trimmed(name: string): string {
  const told = name.replace(busy, '$1').replace(/(?<=.{3})[阿啊呀呢嘛哦]$/, '')
  const [, whole, rest] = clearKind.exec(told) ?? []
  return whole === undefined || rest === undefined || endsInKind.test(rest) ? told : whole
}
const endsInKind = new RegExp(`(?:${kindSource})$`)

/** Whether a name is but the words between its bounds, which the words around it may move. */
const isAsHeard = ({ line, start, end, name, subjects }: Mention): boolean =>
  subjects.length === 0 && name === saidOnce(line.text.slice(start, end))

/** The name of a tagged stretch, as the list has it where it is a listed one; 服务中心 right behind is a part of it. */
function named(
  party: TaggedParty,
  index: NameIndex<Subject>,
): Pick<Mention, 'start' | 'end' | 'name' | 'subjects'> {
  const { line, start } = party
  const { text } = spelt(line)
  const end = party.end + (bodyBehind.exec(text.slice(party.end))?.[0].length ?? 0)
  const listed = knownIn(spelt(line), index).find(
    (match) =>
      match.start <= start + 1 && match.end >= party.end - 1 && match.start < end && match.end > start,
  )
  return listed === undefined
    ? { start, end, name: saidOnce(text.slice(start, end)), subjects: [] }
    : { start: listed.start, end: listed.end, name: listed.name, subjects: listed.values }
}
const bodyBehind =
  /^(?:(?:管理|服务|培训|艺术|营销|健康|健身|美容)*中心|事务所|工作室|俱乐部|管理处|工程队|搅拌站)/
