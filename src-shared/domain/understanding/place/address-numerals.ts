import { arabicOf, digitsOf, numeralSource } from '../../../text/numerals.ts'

const n = numeralSource
const bareTens = /(?<=[一二三四五六七八九])百(?=[一二三四五六七八九]{2}号)/g

/** 一零五国道 → 105国道. */
export const digitsRead = (words: string): string =>
  words.replaceAll('幺', '一').replace(new RegExp(n, 'g'), (number) => digitsOf(number) ?? arabicOf(number))

/**
 * 一百二十号 → 120号, 六百一一号 → 611号, 五号楼二单元三零二 → 5号楼2单元302; 六号之二, 二期 and 负一层 are written as they are said.
 */
export function arabicIn(words: string): string {
  const told = words.replace(bareTens, '').replaceAll('幺', '一')
  return told
    .replace(new RegExp(`(?<!之|负|地下)${n}期?`, 'g'), (number) =>
      number.endsWith('期') ? number : arabicOf(number),
    )
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
}
