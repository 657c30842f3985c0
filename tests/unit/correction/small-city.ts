import { buildNameCorrector, type NameCorrector } from '#shared/domain/correction/name-corrector.ts'
import type { NamePack } from '#shared/domain/correction/pack-names.ts'
import {
  categorySchema,
  divisionSchema,
  lexiconSchema,
  pointSchema,
  roadSchema,
  subjectSchema,
} from '#shared/domain/site-pack.ts'

const place = (name: string, district = '') =>
  pointSchema.parse({ name, kind: 'estate', district, aliases: '' })
const road = (name: string, districts = '') => roadSchema.parse({ name, districts, streets: '' })

/** A city of few names, some of which sound alike. */
export const smallCity: NamePack = {
  divisions: [
    divisionSchema.parse({ code: '1', name: '天河区', level: 'district', parent: '' }),
    divisionSchema.parse({ code: '2', name: '海珠区', level: 'district', parent: '' }),
  ],
  roads: [
    road('天河北路', '天河区'),
    road('体育西路', '天河区'),
    road('杏花大街'),
    road('棠下路', '天河区'),
    road('塘下路', '海珠区'),
    road('清㘵路'),
  ],
  points: [place('光大花园', '海珠区'), place('云山诗意'), place('猎德'), place('沙涌小区')],
  subjects: [
    subjectSchema.parse({
      id: 'S1',
      name: '穗禾西饼体育西路店',
      aliases: '穗禾西饼',
      address: '天河区体育西路18号',
      kind: 'business',
    }),
    subjectSchema.parse({ id: 'S2', name: '友仁', aliases: '', address: '', kind: 'business' }),
  ],
  categories: [
    categorySchema.parse({
      code: '0101001',
      level1: '市场',
      level2: '消费',
      level3: '退费',
      keywords: '预付卡|退款',
      unit: '{district}市场监督管理局',
      urgency: '一般',
    }),
  ],
  lexicon: lexiconSchema.parse({}),
}

export const corrector: NameCorrector = buildNameCorrector(smallCity)

/** `heard→best` of every correction. */
export function proposals(text: string, said: readonly string[] = []): readonly string[] {
  return corrector.find(text, said).map(({ heard, candidates }) => `${heard}→${candidates[0]?.name ?? ''}`)
}
