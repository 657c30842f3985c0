import { clauseOfMatter, sharesWord } from './demand-clause.ts'
import type { Hearing } from '../hearing/hearing.ts'
import { isSumAlone, withFee } from './demand-sums.ts'
import { wishText } from './wish-text.ts'
import { things } from '../hearing/ticket-words.ts'

const nouns = new Set(things.split(' '))
const longestNoun = 6
/** A wish that names nothing: 修一下, 赶紧处理, 退给我. */
const bare =
  /^(?:尽快|赶紧|马上|快点|叫人来?|派人|派人来|派人过来|赶紧来人|来人|过来|上门|帮忙|来|去|人来|一起|[^，]{0,6}?(?=维修$|修一?下$)|[^，]{0,6}?(?:之内|以内|内|之前|前|今天|今晚|明天)(?:就|要|给)?)?(?:看看怎么|想办法)?(修|维修|修理|修好|处理|解决|检查|查|拆|拆掉|拆除|清理|清走|更换|换|补|装|恢复|弄好|搬走|挪走|移走|移开|挪开|拿走|关掉|抽|抽一抽|通一通|疏通|退还|归还|赔偿|找回?|寻找|补办)(?:一?下|一?个|好|掉|了)?$/

/** What is to be restored, where the words tell only what is gone. */
const supplies: readonly (readonly [RegExp, string])[] = [
  [/停水|没有?水|断水|来水/, '供水'],
  [/停电|没有?电|断电|来电/, '供电'],
  [/停气|没有?(?:煤|燃)?气|断气/, '供气'],
  [/暖气|供暖/, '供暖'],
  [/断网|没有?网|网.{0,3}(?:断|慢|卡|连不|上不)|上不了网/, '网络'],
]

/** 没有断电: nothing was cut off; 手机快没电了 is another matter. */
const notOut =
  /没有?(?:停|断)[水电气网]|(?:手机|电话|这个|这台|我的?|他的?|她的?|快|要)(?:快|就|也|都)*(?:要)?没有?电/g

export function supplyTold(hearing: Hearing): string | undefined {
  const told = hearing.lines.filter(({ speaker }) => speaker === 'citizen').map(({ text }) => text)
  return supplies.find(([pattern]) => told.some((text) => pattern.test(text.replace(notOut, '，'))))?.[1]
}

/** 恢复 goes with any supply, 修 only with a connection that is down. */
function supplyMeant(hearing: Hearing, act: string): string | undefined {
  const supply = act === '恢复' || act.startsWith('修') ? supplyTold(hearing) : undefined
  return act === '恢复' || supply === '网络' ? supply : undefined
}

/** The first of the things that tickets are about which the caller told of. */
export function thingTold(hearing: Hearing): string | undefined {
  let first: string | undefined
  for (const line of hearing.lines) {
    if (line.speaker !== 'citizen') continue
    if (first !== undefined) return first
    const text = wishText(line.text)
    for (let at = 0; at < text.length; at++)
      for (let length = longestNoun; length >= 2; length--) {
        const word = text.slice(at, at + length)
        if (word.length !== length || !nouns.has(word) || denied(text, at)) continue
        // 地铁口共享单车乱停: of several in a line the one that is told of.
        if (troubled.test(text.slice(at + length))) return word
        first ??= word
        break
      }
  }
  return first
}

const troubled =
  /^(?:都|全|又|也|老是|一直|经常|总是|给|被|天天|直接)*(?:乱|坏|堆|臭|漏|吵|没|不|倒|裂|断|掉|歪|堵|满|塌|破|烂|停|卡|闪|翘|占|扰|欠|扣)/

/** Whether words name one of the things that tickets are about. */
export const namesThing = (words: string): boolean => [...nouns].some((noun) => words.includes(noun))

/** 不是暖气是热水器坏了 */
const denied = (text: string, at: number): boolean =>
  /(?:不是|没有)$/.test(text.slice(Math.max(0, at - 2), at))

/** A proposal up to this length seldom says what for. */
const shortProposal = 6

/** Names what a demand leaves to what was told before: 修一下 → 修路灯, 通道 → 消防通道. */
export function withThing(hearing: Hearing, demand: string): string {
  const mood = demand.slice(0, 2)
  const rest = demand.slice(2)
  const match = bare.exec(rest)
  if (match === null) {
    const named = mood + withFullNames(hearing, rest)
    const open = leavesOpen.test(rest) || (mood === '建议' && rest.length <= shortProposal)
    return open && !namesThing(rest) ? withClause(hearing, named) : named
  }
  const thing = supplyMeant(hearing, match[1] ?? '') ?? thingTold(hearing)
  if (thing === undefined) return withClause(hearing, demand)
  if (rest.includes(thing)) return demand
  const problem = /处理|解决/.test(match[1] ?? '')
  return `${mood}${rest.replace(/一?下$|一?个$|掉$|了$/, '')}${thing}${problem ? '的问题' : ''}`
}

/** 消防通道, which callers also shorten: 通道. A word that is itself a thing (水管) shortens nothing. */
const longNames = [...nouns]
  .filter((noun) => noun.length >= 4 && !nouns.has(noun.slice(2)))
  .map((noun) => ({ noun, short: noun.slice(2) }))

function withFullNames(hearing: Hearing, words: string): string {
  const meant = longNames.find(
    ({ noun, short }) =>
      words.includes(short) &&
      !words.includes(noun) &&
      hearing.lines.some(({ speaker, text }) => speaker === 'citizen' && wishText(text).includes(noun)),
  )
  return meant === undefined ? words : words.replace(meant.short, meant.noun)
}

/** 叫人来抓, 不要养这么多, 弄掉它: a wish of which only the words before tell what it is about. */
const leavesOpen =
  /^.{0,8}帮(?:个|一?下)?(?:手|忙)?$|^帮忙找人$|^(?:(?:叫|派|让|找|请)(?:你们|他们?|她们?|个?人|物业|城管|街道|消防|警察|交警|环保局?|有关部门)?(?:过?来|去)?)?(?:马上|尽快|赶紧)?(?:一?下)?(?:帮忙)?(?:抓|弄|捉|赶(?![紧快])|清|修|查|看看|处理|管|拆|搬|停|关|来修表|修表|收|劝|救|送[他她它]|不要|别|不许)[^，]{0,12}$/

/** Who is to act, and acts that tell nothing of the matter. */
const actors =
  /税务|公安|警方|警察|卫健|市监|市场监管|环保|消防|住建|人社|劳动|交通|文化|城管|交警|物业|居委会?|街道|村委|教育局?|食药|部门|单位|人员|执法队?|监察|监管|相关|有关|政府|他们?|你们|派人|过来|来人|尽快|赶紧|马上|立即|严肃|依法|彻底|好好|去|来|把|叫|让|请|给|有空|能|要|就|也|局|人|它|她|一下|下/g
const plainActs =
  /制止|停工|停止|停下来|停|修剪|剪掉|剪|拆除|拆掉|拆|搬走|搬|挪走|挪|清理|清走|清运|清|修复|抢修|维修|修好|修|加固|关掉|堵住|更换|换掉|补上|弄好|弄走|弄掉|搞好|规范|整改|查处|查封|查清楚|调查|检查|核查|查|处理|解决|制止|整治|取缔|处罚|罚|管一管|管管|管|看看|看/g

/** Whether words name something beside who is to act and how. */
export const namesObject = (words: string): boolean =>
  words.replace(plainActs, '').replace(actors, '').length >= leastObject
const leastObject = 4

/** 重新画, 疏通: an act of so few characters tells nothing of the matter. */
const shortestTelling = 3
const adverbs = /帮忙|管管|管一管|快点|直接|全部|都|再|，/g

/** 要求公安去查处: a demand that holds no word of the matter, with the caller's first words for it. */
export function withMatter(hearing: Hearing, demand: string): string {
  const rest = demand.slice(2)
  if (/^(?:处罚|严惩|开除|处分|批评教育?)$/.test(rest)) return demand + whoDidIt(hearing)
  if (/^(?:书面|公开|当面|赔礼)?道歉$/.test(rest)) return `${demand.slice(0, 2)}${whoDidIt(hearing)}${rest}`
  if (rest.includes('（')) return demand
  const named = withFee(hearing, demand)
  if (named !== demand) return named
  if (isSumAlone(rest) || leavesThing.test(rest)) return withClause(hearing, demand)
  const acts = rest
    .replace(plainActs, '')
    .replace(actors, '')
    .replace(/，|绿化|园林|环卫|免得[^，]*|[掉好了]/g, '')
  const core = rest.replace(actors, '').replace(adverbs, '')
  const open =
    (acts.length === 0 && rest.search(plainActs) >= 0) ||
    (core.length <= shortestTelling && !/安排|派|说法|解释|交代/.test(core))
  return open && !namesThing(rest) ? withClause(hearing, demand) : demand
}

/** 安置一下他们, 叫人垫平它, 查查为什么不发: who or what is meant was told before. */
const leavesThing =
  /把它[^，]{1,4}$|(?:[^，]{2}(?<!叫|让|跟|给)(?:他们|她们|它|[他她](?!们)))(?:，|$)|^(?:帮忙)?(?:调查|查清?楚?)为什么[^，]{0,4}$/

const roles =
  /(?:公交|出租车|网约车|货车|校车)?司机|老师|教练|园长|医生|护士|护工|店员|服务员|保安|收费员|售票员|快递员|骑手|工作人员|客服|房东|中介|邻居|物业/
/** Who is to say sorry, as the caller called them. */
const whoDidIt = (hearing: Hearing): string =>
  hearing.lines
    .map(({ speaker, text }) => (speaker === 'citizen' ? (roles.exec(wishText(text))?.[0] ?? '') : ''))
    .find((word) => word !== '') ?? ''

/** A demand and, in brackets, what the caller told that it is about. */
function withClause(hearing: Hearing, demand: string): string {
  const clause = clauseOfMatter(hearing)?.value
  if (clause === undefined || sharesWord(clause, demand.slice(2))) return demand
  return `${demand}（${clause}）`
}
