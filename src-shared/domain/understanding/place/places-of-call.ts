import type { Hearing, Line } from '../hearing/hearing.ts'
import type { FoundPart } from './address-parts.ts'
import type { PartFinder } from './address-statements.ts'
import { isBusLine } from './bus-lines.ts'

/**
 * The parts of an address in a call's lines, without what is none: lines of buses, branches called after a road, and whom
 * somebody works for.
 */
export const placesOfCall =
  (hearing: Hearing, places: PartFinder): PartFinder =>
  (line) =>
    places(line).filter(
      (part, index, all) =>
        !isBusLine(hearing, line, part) &&
        !isBranchName(line, part) &&
        !isEmployer(line, part, all[index - 1]),
    )

/** 北京路店, 东风路支行: where something was bought, not where the matter is. */
const isBranchName = ({ text }: Line, { part, end }: FoundPart): boolean =>
  part === 'road' && /^(?:分?店(?![铺里内门家面主长员])|[支分]行)/.test(text.slice(end))

/** 棠下街的网格员: whom somebody works for; with its district, 荔湾区西村街道的网格员, it tells where as well. */
const isEmployer = (
  { text }: Line,
  { part, start, end }: FoundPart,
  previous: FoundPart | undefined,
): boolean =>
  part === 'street' &&
  previous?.end !== start &&
  /^的?(?:一个|那个|这个)?(?:网格|工作人员|干部|领导|书记|主任|执法)/.test(text.slice(end))
