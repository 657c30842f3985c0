import { folded } from '../hearing/citizen-said.ts'
import { isOrdinary } from './party-standing.ts'
import { tradeSource } from './party-trades.ts'
import { kindSource } from './subject-role.ts'
import type { WeighedMention } from './weighed-mentions.ts'

const least = 2
export const lastKind = new RegExp(`(?:${kindSource}|${tradeSource})$`)
const isRegion = /[省市区县镇村街路]$/

/** 穗翔 of 穗翔的士 and of 穗翔出租汽车公司: what no other is called; undefined where nothing of the name tells it apart. */
export function ownPart(name: string): string | undefined {
  let own = name
  for (;;) {
    const shorter = own.replace(lastKind, '')
    if (shorter === own || shorter.length < least) break
    own = shorter
  }
  return own.length < least || isOrdinary(own) || isRegion.test(own) ? undefined : own
}

type Group = readonly WeighedMention[]

/**
 * Groups of mentions of which one party is meant: a chain and the only branch of it that is named, the listed 易步单车 and
 * 易步公司, 云舍公寓 and 云舍公寓元岗店, 穗翔的士 and 穗翔出租汽车公司. Two of the list are two, and so are an estate's
 * 物业 and its 工地.
 */
export function joinedByName(groups: readonly Group[]): readonly Group[] {
  const [listed, others] = [groups.filter(isListed), groups.filter((group) => !isListed(group))]
  const joined: Group[] = [...branchesJoined(listed)]
  for (const group of others) {
    const at = joined.findIndex((other) => isOfOne(other, group))
    const other = joined[at]
    if (other === undefined) joined.push(group)
    else joined[at] = [...other, ...group]
  }
  return joined
}

const isListed = ([mention]: Group): boolean => (mention?.subjects.length ?? 0) > 0

function branchesJoined(groups: readonly Group[]): readonly Group[] {
  const idsOf = ([mention]: Group) => new Set(mention?.subjects.map(({ id }) => id))
  const narrowerOf = (chain: Group): readonly Group[] =>
    groups.filter(
      (group) =>
        idsOf(group).size < idsOf(chain).size && [...idsOf(group)].every((id) => idsOf(chain).has(id)),
    )
  const onlyBranch = new Map(
    groups.flatMap((chain) => {
      const [only, ...more] = narrowerOf(chain)
      return only === undefined || more.length > 0 ? [] : [[chain, only] as const]
    }),
  )
  return groups
    .filter((group) => !onlyBranch.has(group))
    .map((branch) => {
      const chains = groups.filter((group) => onlyBranch.get(group) === branch)
      const subjects = branch[0]?.subjects ?? []
      return [...branch, ...chains.flat().map((mention) => ({ ...mention, subjects }))]
    })
}

const leastBeginning = 3
const sides = /物业|管理处|工地|项目|学校|小学|中学|幼儿园|医院|银行/

function isOfOne(group: Group, [other]: Group): boolean {
  const another = other?.name ?? ''
  const names = [...new Set(group.map(({ name }) => name))]
  const goesOn = (name: string) => name.length >= leastBeginning && another.startsWith(name)
  return (
    (isListed(group) && names.some(goesOn)) ||
    isOfficeInShort(group, another) ||
    names.some((name) => isOfOneOwnPart(name, another))
  )
}

/** 人社局, of 黄埔人社局: an office without its district. */
const isOfficeInShort = ([mention]: Group, short: string): boolean =>
  short.length >= leastBeginning &&
  mention?.subjects.length === 1 &&
  mention.subjects.every(
    ({ kind, name, aliases }) =>
      kind === 'government' && [name, ...aliases].some((form) => form.endsWith(short)),
  )

function isOfOneOwnPart(one: string, another: string): boolean {
  const [own, same] = [ownPart(one), ownPart(another)]
  if (own === undefined || same === undefined || folded(own) !== folded(same)) return false
  const [side, otherSide] = [sides.exec(one)?.[0], sides.exec(another)?.[0]]
  return side === undefined || otherSide === undefined || side === otherSide
}
