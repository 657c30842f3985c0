import type { Random } from './random.ts'

const plainDigits = Array.from('零一二三四五六七八九')
/** How seats and citizens say telephone digits: 幺 for 一; 洞 and 拐 for 零 and 七, now and then. */
const phoneDigits = Array.from('零幺二三四五六七八九')
const radioDigits = Array.from('洞幺二三四五六拐八九')

/** A whole number below 100,000,000 as it is said: 120 → 一百二十, 12 → 十二. */
export function sayNumber(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const joint = rest > 0 && rest < 1_000 ? '零' : ''
    return `${sayNumber(Math.floor(value / 10_000))}万${rest > 0 ? joint + sayThousands(rest) : ''}`
  }
  if (value === 0) return '零'
  return value < 20 && value >= 10 ? sayThousands(value).slice(1) : sayThousands(value)
}

function sayThousands(value: number): string {
  const units = ['', '十', '百', '千']
  const digits = Array.from(String(value), Number)
  let said = ''
  digits.forEach((digit, index) => {
    if (digit > 0) said += `${plainDigits[digit] ?? ''}${units[digits.length - 1 - index] ?? ''}`
    else if (!said.endsWith('零')) said += '零'
  })
  return said.replace(/零$/u, '')
}

/** Before a measure word two is 两. */
export function sayCount(value: number): string {
  return value === 2 ? '两' : sayNumber(value).replace(/^二(?=[千万])/u, '两')
}

/** Digits one by one, all in one of the ways that people have. */
export function sayDigits(digits: string, random: Random): string {
  const way = random.next()
  const words = way < 0.55 ? plainDigits : way < 0.93 ? phoneDigits : radioDigits
  return Array.from(digits, (digit) => words[Number(digit)] ?? '').join('')
}

/** Digits in which one is often the same as the last: 三三三 and 八八八八 must not melt into one. */
export function randomDigits(length: number, random: Random): string {
  let digits = ''
  while (digits.length < length) {
    const last = digits.at(-1)
    digits += last !== undefined && random.chance(0.3) ? last : String(random.between(0, 9))
  }
  return digits
}

/** A mobile number, in one breath or in the pieces it is often said in. */
export function sayPhone(random: Random): string {
  const digits = `1${random.pick(['3', '3', '5', '8', '7', '9'])}${randomDigits(9, random)}`
  const said = Array.from(sayDigits(digits, random))
  const cuts = random.pick([[], [], [], [3, 7], [3, 7], [5], [3], [7]])
  return said.map((word, index) => (cuts.includes(index) ? `，${word}` : word)).join('')
}

export function sayAmount(random: Random): string {
  const unit = random.pick(['元', '块', '块钱', '块钱', '元钱'])
  const way = random.between(0, 5)
  if (way === 0) return `${sayCount(random.between(1, 30))}万${random.chance(0.5) ? unit : ''}`
  if (way === 1) return `${sayNumber(random.between(1, 9))}万${sayNumber(random.between(1, 9))}千${unit}`
  if (way === 2) return `${sayCount(random.between(1, 9) * 1_000)}${unit}`
  if (way === 3) return `${sayNumber(random.between(1, 99) * 10)}${unit}`
  if (way === 4) return `${sayNumber(random.between(1_000, 99_999))}${unit}`
  return `${sayNumber(random.between(101, 9_999))}${unit}`
}

export function sayDate(random: Random): string {
  const day = `${sayNumber(random.between(1, 12))}月${sayNumber(random.between(1, 31))}${random.pick(['号', '号', '日'])}`
  const year = random.chance(0.25) ? `二零二${random.pick(['四', '五', '六'])}年` : ''
  return year + (random.chance(0.15) ? day.replace(/月.*/u, '月份') : day)
}

export function sayClock(random: Random): string {
  const part = random.pick(['早上', '上午', '中午', '下午', '晚上', '凌晨', '半夜', ''])
  const minutes = random.pick([
    '',
    '',
    '',
    '半',
    '多',
    '左右',
    '钟',
    '十分',
    '一刻',
    '二十分',
    '四十',
    '五十五分',
  ])
  return `${part}${sayCount(random.between(1, 12))}点${minutes}`
}

export function sayDuration(random: Random): string {
  const unit = random.pick(['天', '个小时', '个月', '个星期', '年', '分钟', '个多小时', '年多', '个半月'])
  return random
    .pick([sayCount(random.between(1, 30)), sayCount(random.between(1, 9)), '好几', '半', '几'])
    .concat(unit)
    .replace(/^半个(?:多|半)/u, '半个')
    .replace(/^半年多/u, '半年')
    .replace(/^半分钟/u, '几分钟')
}
