import {
  arabicCardinal,
  arabicDigits,
  arabicNumber,
  digit,
  numeral,
  numeralCharacters,
  smallValue,
} from './numeral.ts'
import { join, patternRule, type Rule } from './rule.ts'

const number = `(${numeral})`
const address = (source: string, write: (...groups: string[]) => string | undefined): Rule =>
  patternRule('address', source, write)
const withUnit = (words: string, unit: string): string | undefined => join(arabicNumber(words), unit)
/** For units that also count things: one of them is as often 一栋楼 as 1栋. */
const severalOrPlace = (words: string, unit: string): string | undefined =>
  words === '一' ? undefined : withUnit(words, unit)

/** Places inside of a house or an estate (门牌): 八十号二号楼三单元四零二房 → 80号2号楼3单元402房. */
export const addressRules: readonly Rule[] = [
  // 十二零三 is how people read room 1203.
  address(
    `(?<=单元|[栋幢座楼梯号])(二?十[一二三四五六七八九]?)([零〇]${digit})(?![${numeralCharacters}])(室|房|号)?`,
    (floor, room, unit) => join(arabicCardinal(floor), arabicDigits(room), unit),
  ),
  address(`${number}(室|房)${number}厅(?:${number}(卫|厨|阳台))?`, (rooms, word, halls, baths, bath) =>
    join(arabicNumber(rooms), word, arabicNumber(halls), '厅', baths === '' ? '' : arabicNumber(baths), bath),
  ),
  address(`负${number}(楼|层)`, (words, unit) => join('负', arabicNumber(words), unit)),
  address(
    `${number}(号楼|号院|号门|号窗口|号窗|号铺|号档|号桌|号出口|号口|单元|弄|号(?!码(?!头)|线|称|召|角|令))`,
    withUnit,
  ),
  address(
    `一(栋|幢|座|楼|层|梯|排|组)(?=[${numeralCharacters.replace('一', '')}A-Za-z]|[一幺][${numeralCharacters}楼单层梯号])(?!一[栋幢座楼层梯排组])(?!两户|两梯)`,
    (unit) => join('1', unit),
  ),
  address('(?<=[号院栋幢座楼元])一(梯|层)', (unit) => join('1', unit)),
  address(`(?<=单元|[住在到栋座幢去梯从下上])一楼(?!盘)|一楼(?!盘|一楼)`, () => '1楼'),
  address(
    `一层(?=$|[，。？！,.的到]|漏水|渗水|住户|业主|大厅|楼道|门口|电梯|商铺)(?<!每一层|第一层|有一层|上一层|下一层)`,
    () => '1层',
  ),
  address(
    `(?<=单元|[住在号院区园苑庭])一(栋|幢)(?=$|[，。？！,.]|的|门口|楼下|旁边|后面|前面|电梯|楼道)`,
    (unit) => join('1', unit),
  ),
  address(
    `${number}(栋|幢|座|楼|层(?!楼)|梯(?!队|次|子|形)|排(?!名|队|除|水|污|放)|组(?!织|成|长|合|建|委))`,
    severalOrPlace,
  ),
  address(`${number}(室|房|户)`, (words, unit) =>
    smallValue(words) === undefined && unit !== '户' ? withUnit(words, unit) : undefined,
  ),
  address(`(?<=[楼号栋幢])${number}(门)`, withUnit),
]

/** Not the bus but a street: 经十路, 中山二路, 南四路. */
const noStreet = '(?<![经纬东西南北中第环山民放设德])'

/** Bus and metro lines, and numbered roads: 三十六路 → 36路, 一零五国道 → 105国道. */
export const routeRules: readonly Rule[] = [
  patternRule('route', `${number}(号线)`, withUnit),
  patternRule('route', `(?<=[坐乘等搭开]了?(?:公交)?|公交车?|巴士|换乘?|转)${number}路(?!口|边)`, (words) =>
    withUnit(words, '路'),
  ),
  patternRule('route', `${number}路(?=公交|公汽|大?巴|汽车|车|夜班|专线|的车|末班|首班)`, (words) =>
    withUnit(words, '路'),
  ),
  patternRule('route', `${noStreet}${number}路(?!口|边)`, (words) =>
    words.length > 1 && (/[十百]/.test(words) || words.length > 2) ? withUnit(words, '路') : undefined,
  ),
  patternRule('road', `${number}(公里处)`, withUnit),
  patternRule('road', `${number}((?:国道|省道|县道|乡道))`, withUnit),
  patternRule('road', `(?<=国道|省道|县道|乡道)${number}`, (words) => arabicNumber(words)),
]
