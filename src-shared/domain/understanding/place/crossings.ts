import type { FoundPart } from './address-parts.ts'
import type { Line } from '../hearing/hearing.ts'

const crossingAfter = /^(?:的|那个|这个|那边的?)?十?字?(交叉口|交叉路口|路口|口|交界处?|交汇处|十字路口)/
const between = /^(?:那|这)?(?:一段|段|之间|中间)/

/** 人民路和中山路交叉口, 从人民路到中山路: the second road describes a place on the first. */
export function crossings(line: Line, parts: readonly FoundPart[]): readonly FoundPart[] {
  return parts
    .map((part, index) => {
      const previous = parts[index - 1]
      // 三百号到三百一十号之间 begins at number 300.
      if (
        part.part === 'number' &&
        previous?.part === 'number' &&
        /^[到至]$/.test(line.text.slice(previous.end, part.start))
      )
        return described(part, `至${part.value}路段`, 0)
      if (part.part !== 'road' || previous?.part !== 'road') return part
      const link = line.text.slice(previous.end, part.start)
      const after = line.text.slice(part.end)
      const crossing = crossingAfter.exec(after)
      if (/^(?:[和与跟同的]|那个|靠近|近)?$/.test(link) && crossing !== null)
        return described(part, `与${part.value}${crossing[1] ?? ''}`, crossing[0].length)
      const stretch = between.exec(after)?.[0] ?? ''
      if (/^[和与跟同]$/.test(link) && /[间]$/.test(stretch))
        return described(part, `与${part.value}之间`, stretch.length)
      const from = line.text.slice(0, previous.start).endsWith('从') || stretch !== ''
      return /^(?:一直)?[到至]$/.test(link) && from ? described(part, `到${part.value}`, 0) : part
    })
    .filter(
      (part, index, all) =>
        !isDestination(line, part, all[index - 1]) && !isEndOfWay(line, part, all[index - 1]),
    )
}

/** 河东北路到太平站 is a way from the road to the station. */
const isDestination = (line: Line, part: FoundPart, previous: FoundPart | undefined): boolean =>
  part.part === 'poi' &&
  previous?.part === 'road' &&
  /^(?:一直)?[到至往去]$/.test(line.text.slice(previous.end, part.start))

/**
 * 从桥中小学一直到双桥路路口那一截, 双桥路口为止, 科韵北路往科学城方向广园快速路桥下: a road that only tells how far or which way
 * another goes.
 */
function isEndOfWay(line: Line, part: FoundPart, previous: FoundPart | undefined): boolean {
  if (part.part !== 'road') return false
  const [before, after] = [line.text.slice(0, part.start), line.text.slice(part.end)]
  if (/^(?:路?口|那里|那边)?(?:为止|就没有?了)/.test(after)) return true
  const link = previous === undefined ? before : line.text.slice(previous.end, part.start)
  if (previous?.part === 'road') return /[往去向朝].{1,6}(?:方向)?(?:的|靠近|快到|到)?$/.test(link)
  const fromElsewhere =
    previous?.part === 'poi' && /从(?:那个|这个)?$/.test(line.text.slice(0, previous.start))
  return fromElsewhere && /^.{0,4}?(?:一直)?[到至]$/.test(link) && /^.{0,2}(?:[口段截]|为止)/.test(after)
}

const described = (part: FoundPart, value: string, more: number): FoundPart => ({
  ...part,
  part: 'detail',
  value,
  end: part.end + more,
})
