import { oncePer } from '../../../base/remember.ts'
import type { Hearing, Line } from './hearing.ts'
import { littleWords } from './little-words.ts'
import { reworded } from './reworded.ts'

/** Ends of words to which a 的 may be joined: places, people, persons, and what was heard of them. */
const owners =
  '[路街道大巷区曲县镇乡村社苑园城场厦站桥号楼栋座房厂店司校院里边头面上下家们我你他她公室居庭湾]'

/**
 * Little words of place and time as a recogniser writes them by sound, or Cantonese has them, and what they mean: 再 for
 * 在, 地 or 得 for 的, 那力 for 那里, 个 between two places for 的. Each keeps its length.
 */
const slips: readonly (readonly [RegExp, string])[] = [
  [/清问/g, '请问'],
  [/咁就系/g, '那就是'],
  [/[神深身申甚沈]么/g, '什么'],
  [/是候/g, '时候'],
  [/[线现][再才载](?![说来去])|线在/g, '现在'],
  [/([现实正])再/g, '$1在'],
  [/再(?=[那哪]|这(?!样|么)|家里)/g, '在'],
  [
    /(?<![不别先一要没就才会又能想敢])再(?![见说来去打也不给等次三加问找过查确修记讲看报有敢犯这搞发跟重核听联帮补退交买多少想要用拖拨办做作让叫收停])/g,
    '在',
  ],
  [/(?<=^|[那哪这])力(?=$|[的边有得地就啊呀吧是])|(?<=[那哪这家店里房城村])力(?![气度量])/g, '里'],
  [/(?<=[我你他她])门(?=$|[那这住家小都的个村楼是去在几一两三整全俩公单厂]|店里)/g, '们'],
  [/(?<=我们?|你们?|他们?)加(?=里|楼|住|在|门|那|这|小|的|老)/g, '家'],
  [/[滴嘅](?![水滴漏血着答管下])/g, '的'],
  [new RegExp(`(?<=${owners})地(?![铁方址点上下面图产板区段块坪带砖税级理形处势震势])`, 'g'), '的'],
  [new RegExp(`(?<=${owners})得(?![到很了起过出通住知不意罪奖力闲])`, 'g'), '的'],
  [/(?<=[路街道巷区镇村苑园城场站桥近边])个(?=\p{Script=Han}{2})(?![人月小半多星礼钟别体])/gu, '的'],
  [/[得地](?=时候)/g, '的'],
  [/(?<=写|印|挂)地(?=\p{Script=Han}{2})/gu, '的'],
  [/好象/g, '好像'],
  [/[物务误][夜叶页]|[务误]业/g, '物业'],
  [/西望/g, '希望'],
  [/建[义意](?!外)/g, '建议'],
  [/[一总][供工](?=[零一二两三四五六七八九十百千万\d])/g, '一共'],
  [/登[纪级]/g, '登记'],
  [/停车厂/g, '停车场'],
  [/航战/g, '航站'],
  [/小曲(?!线)/g, '小区'],
]

/** 那 in a seat's question is 哪: 请问在那里. */
const askedThere =
  /(?<=^|请问|您好|具体|到底|是|在|叫|您说|投诉|反映)那(?=(?:一?(?:个|家|间|所|条|栋)|里|边|位)(?:$|[^是].{0,9}$))(?!.*(?:吗|吧|对|嘛)$)/
/** 荷光路哪里啊, said by who is asked, is no question. */
const toldThere = new RegExp(`(?<=${owners})哪(?=[里边个])(?!里有)`, 'g')

/** A text with its particles as they were meant. */
export function particles(text: string, speaker: Line['speaker']): string {
  const meant = slips.reduce((words, [slip, word]) => words.replace(slip, word), littleWords(text))
  return speaker === 'seat' ? meant.replace(askedThere, '哪') : meant.replace(toldThere, '那')
}

/** The hearing with its particles as they were meant; lengths stay as they are. */
export const withParticles = oncePer((hearing: Hearing): Hearing => ({
  ...hearing,
  lines: hearing.lines.map(withItsParticles),
}))

const withItsParticles = oncePer((line: Line) => reworded(line, particles(line.text, line.speaker)))
