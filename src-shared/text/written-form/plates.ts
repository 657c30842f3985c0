import { arabicDigits, arabicNumber, digitCharacters, numeral } from './numeral.ts'
import { join, patternRule, type Rule } from './rule.ts'

export const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'

/** How letters sound to a recogniser that knows Chinese only; longer ones first. */
const letterSounds: readonly (readonly [sound: string, letter: string])[] = [
  ['艾克斯', 'X'],
  ['达不溜', 'W'],
  ['艾弗', 'F'],
  ['艾尺', 'H'],
  ['艾勒', 'L'],
  ['艾姆', 'M'],
  ['艾斯', 'S'],
  ['诶', 'A'],
  ['欸', 'A'],
  ['必', 'B'],
  ['比', 'B'],
  ['西', 'C'],
  ['弟', 'D'],
  ['地', 'D'],
  ['衣', 'E'],
  ['伊', 'E'],
  ['杰', 'J'],
  ['开', 'K'],
  ['恩', 'N'],
  ['批', 'P'],
  ['丘', 'Q'],
  ['球', 'Q'],
  ['阿', 'R'],
  ['踢', 'T'],
  ['优', 'U'],
  ['微', 'V'],
  ['维', 'V'],
  ['叉', 'X'],
  ['歪', 'Y'],
  ['贼', 'Z'],
]

/** GA 36: five places with at least three digits here, or six of a new-energy car, whose letter stands first or last. */
const newEnergy = /^(?:[A-HJK][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJK])$/
const ordinary = /^[A-HJ-NP-Z0-9]{5}$/

interface Place {
  readonly sign: string
  readonly end: number
}

/** Number plates (车牌): 粤A幺二三四五 → 粤A12345, also where the letters were heard as Chinese words. */
export const plateRule: Rule = (text, at) => {
  const province = text.charAt(at)
  if (province === '' || !provinces.includes(province)) return undefined
  const places: Place[] = []
  for (let next = at + 1; places.length < 7;) {
    const place = readPlace(text, next)
    if (place === undefined) break
    places.push(place)
    next = place.end
  }
  const signs = places.map(({ sign }) => sign).join('')
  if (!/^[A-Z]/.test(signs)) return undefined
  const tail = [signs.slice(1, 7), signs.slice(1, 6)].find(
    (signsOfTail, index) =>
      (index === 0 ? newEnergy : ordinary).test(signsOfTail) && digitCount(signsOfTail) > 2,
  )
  if (tail === undefined) return undefined
  const end = places[tail.length]?.end ?? at
  return { end, kind: 'plate', written: `${province}${signs.charAt(0)}${tail}` }
}

const digitCount = (signs: string): number => signs.replace(/\D/g, '').length

function readPlace(text: string, start: number): Place | undefined {
  const at = text[start] === ' ' ? start + 1 : start
  const word = text.charAt(at)
  if (/[A-Za-z\d]/.test(word)) return { sign: word.toUpperCase(), end: at + 1 }
  if (word !== '' && digitCharacters.includes(word)) return { sign: arabicDigits(word) ?? '', end: at + 1 }
  const sound = letterSounds.find(([words]) => text.startsWith(words, at))
  return sound === undefined ? undefined : { sign: sound[1], end: at + sound[0].length }
}

const alone = '(?<![A-Za-z])'
const number = `(${numeral})`

/** Letters with numbers: K一百二十加五百 → K120+500, G四 → G4, b座 → B座, 五杠三零一 → 5-301. */
export const codeRules: readonly Rule[] = [
  patternRule('code', '([四五六])[Gg](?![A-Za-z])', (digit) => join(arabicDigits(digit), 'G')),
  patternRule('road', `${alone}([Kk]) ?${number}(?:加|\\+)${number}`, (_, kilometre, metres) =>
    join('K', arabicNumber(kilometre), '+', arabicNumber(metres)),
  ),
  patternRule('route', `${alone}([A-Za-z]) ?${number}路(?!口)`, (letter, words) =>
    join(letter.toUpperCase(), arabicNumber(words), '路'),
  ),
  patternRule('road', `${alone}([GSXgsx]) ?${number}(?=高速|国道|省道|县道|线|$)`, (letter, words) =>
    join(letter.toUpperCase(), arabicNumber(words)),
  ),
  patternRule(
    'address',
    `${alone}([A-Za-z]) ?${number}(号楼|号院|号线|栋|幢|座|单元|楼|层|室|房|号|区|出?口)`,
    (letter, words, unit) => join(letter.toUpperCase(), arabicNumber(words), unit),
  ),
  patternRule('address', `${alone}([A-Za-z]) ?(座|栋|幢|区|单元|楼|馆|塔|户型|出口|口)`, (letter, unit) =>
    join(letter.toUpperCase(), unit),
  ),
  patternRule('code', `${alone}([A-Za-z]) ?${number}(?!点|[个次位名台辆条天年月种件家])`, (letter, words) =>
    words === '一' ? undefined : join(letter.toUpperCase(), arabicNumber(words)),
  ),
  patternRule('code', `${number}杠${number}(?:杠${number})?`, (...words) =>
    words
      .filter((part) => part !== '')
      .map((part) => arabicNumber(part))
      .reduce((joined, part) =>
        joined === undefined || part === undefined ? undefined : `${joined}-${part}`,
      ),
  ),
]
