import { writtenForm } from '../../text/written-form/written-form.ts'
import { sentencesOf } from './meters.ts'

/** A number with its unit, and the sentence it stands in with its numbers left out. */
export interface Quantity {
  readonly value: number
  readonly unit: string
  readonly quote: string
  readonly around: string
}

const units: Readonly<Record<string, string>> = {
  元: '元',
  块: '元',
  工作日: '工作日',
  个工作日: '工作日',
  天: '天',
  日: '天',
  自然日: '天',
  小时: '小时',
  个小时: '小时',
  分钟: '分钟',
  岁: '岁',
  周岁: '岁',
  年: '年',
  月: '月',
  个月: '月',
  '%': '%',
  次: '次',
  人: '人',
  平方米: '平方米',
}

const names = Object.keys(units)
  .toSorted((left, right) => right.length - left.length)
  .join('|')
const quantity = new RegExp(`(\\d+(?:\\.\\d+)?)(万|亿)?(${names})`, 'gu')
/** 2026年, 3月5日 and 24小时热线 are no amounts. */
const calendar = /\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月\d{1,2}[日号]|24小时/gu
const scales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** Fees, periods, ages and shares that an answer names, spoken numerals included. */
export function quantitiesOf(answer: string): readonly Quantity[] {
  return sentencesOf(answer).flatMap((sentence) => {
    const written = writtenForm(sentence.normalize('NFKC')).text.replaceAll(calendar, '')
    const around = written.replaceAll(quantity, '')
    return Array.from(written.matchAll(quantity), ([quote, digits = '', scale = '', unit = '']) => ({
      value: Number(digits) * (scales[scale] ?? 1),
      unit: units[unit] ?? unit,
      quote,
      around,
    }))
  })
}
