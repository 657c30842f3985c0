import type { Division, Point, Road, SitePack } from '#shared/domain/site-pack.ts'

type Places = Pick<SitePack, 'divisions' | 'roads' | 'points'>

const first = Array.from('东西南北中新大小上下石水江河湖塘沙岭龙凤白黄红青金银福安和平永长太兴')
const second = Array.from('山溪湾桥村岗洲田坪洞坑围圩头尾角冲涌埔村园庄屋楼门口井泉林桂梅竹松')
const suffixes = { district: '区', street: '镇', community: '村' } as const
/** What a province of Guangdong's size has beside its capital: counties, towns, villages; roads and points as the capital has. */
const counts = { district: 111, street: 1_430, community: 23_600, road: 12_000, point: 4_000 }

/** The pack's own places and those of the rest of a province, made up, the same in every run. */
export function generatedPlaces(pack: SitePack): Places {
  const districts = divisions('district', counts.district, [''])
  const streets = divisions(
    'street',
    counts.street,
    districts.map(({ code }) => code),
  )
  const communities = divisions(
    'community',
    counts.community,
    streets.map(({ code }) => code),
  )
  const near = (index: number): Pick<Point, 'district' | 'street'> => ({
    district: districts[index % districts.length]?.name ?? '',
    street: streets[index % streets.length]?.name ?? '',
  })
  const roads = Array.from({ length: counts.road }, (_, index): Road => {
    const { district, street } = near(index)
    return { name: `${nameOf(index * 3 + 1)}路`, districts: [district], streets: [street] }
  })
  const points = Array.from({ length: counts.point }, (_, index): Point => ({
    name: `${nameOf(index * 5 + 2)}花园`,
    kind: 'estate',
    ...near(index),
    aliases: [],
  }))
  return {
    divisions: [...pack.divisions, ...districts, ...streets, ...communities],
    roads: [...pack.roads, ...roads],
    points: [...pack.points, ...points],
  }
}

function divisions(level: Division['level'], count: number, parents: readonly string[]): readonly Division[] {
  return Array.from({ length: count }, (_, index) => ({
    code: `${level}-${String(index)}`,
    name: nameOf(index) + suffixes[level],
    level,
    parent: parents[index % parents.length] ?? '',
  }))
}

function nameOf(index: number): string {
  const beyond = Math.floor(index / (first.length * second.length))
  const [a, b] = [first[index % first.length], second[Math.floor(index / first.length) % second.length]]
  return `${beyond === 0 ? '' : (first[beyond % first.length] ?? '')}${a ?? ''}${b ?? ''}`
}
