import type { Line } from '../hearing/hearing.ts'
import type { FoundPart } from './address-parts.ts'

const lead = '(?<beside>旁边?)?(?:里面)?(?:的|那边的?|那里的?|那[个条块片]|这[个条块片])*'
const facility = [
  '排水沟|水沟|沟渠|河涌|堤坝|铁皮棚|空地|草地|草坪|绿化带|花坛|人行道|机动车道|盲道|停车点|停车位',
  '(?:电动车|电瓶车|单车|自行车)?(?:充电棚|充电桩|停车棚|车棚)|垃圾站|垃圾房|垃圾屋|公共厕所|公厕|凉亭|老人亭|亭子',
  '候车亭|公交站台?|天桥|岗亭|门岗|保安亭|通道|走廊|桥[底下洞]|巷子|停车场',
].join('|')
const behind = new RegExp(`^${lead}(?<facility>${facility})`, 'u')
/** What leads on to a facility: 门口, 对面, 楼下, B出口; a flat (三零二) has none. */
const opens = /(?:门口?|[对后]面|旁边|楼下|[楼层梯期]|口|边)$/

/** 门口 with 那个电动车充电棚, 对面 with 那条排水沟: the part of an address with what stands there. */
export function withFacility(line: Line, part: FoundPart): FoundPart {
  if (!opens.test(part.value)) return part
  const match = behind.exec(line.text.slice(part.end))
  const name = match?.groups?.['facility']
  if (match === null || name === undefined) return part
  return {
    ...part,
    value: `${part.value}${match.groups?.['beside'] ?? ''}${name}`,
    end: part.end + match[0].length,
  }
}
