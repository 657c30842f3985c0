import { oncePer } from '../../../base/remember.ts'
import { mendSums } from '../hearing/heard-numerals.ts'
import type { Hearing, Line } from '../hearing/hearing.ts'
import { respell } from '../hearing/respell.ts'
import { reworded } from '../hearing/reworded.ts'

/** 千万别让他知道 warns, and 一百两百那个百 spells a word. */
const noNumbers =
  /千万(?=别|不|要|记|得|替|帮|保)|[一二两三四五六七八九十百千万]+(?:那个|的那个|的)[百千万](?![块元货])/g
/** 礼拜六三千六百八: the day of the week is no part of the sum. */
const weekday = /(?<=礼拜|星期|周)[一二三四五六](?=[一二两三四五六七八九十][千百万十])/g
/** Words of sums that sound like others: 再陪我五百, 我不推了, and 用左三百蚊 as Cantonese tells it. */
const slips: readonly (readonly [RegExp, string])[] = [
  [
    /陪(?=(?:我|我们|偿)?(?:[零一二两三四五六七八九]?[十百千万]|[一二两三四五六七八九][十百千万]|钱|款|偿|给我|多少))/g,
    '赔',
  ],
  [
    /推(?=款|费|钱|我?(?:的)?[一二两三四五六七八九]?[十百千万])|(?<=[不要给得全想]|没有)推(?=我?(?:了?$|[了吧吗]|一半|没))/g,
    '退',
  ],
  [/还钱(?=[一二两三四五六七八九十])/g, '还欠'],
  [/(?<=[零一二两三四五六七八九十百千万\d][多几]?)蚊/g, '块'],
  [/(?<=[用交给比花付买罚收扣借充])[左咗]/g, '了'],
]
const masked = (words: string): string => '，'.repeat(words.length)

function inCountWords(text: string): string {
  const words = mendSums(respell(text)).replace(noNumbers, masked).replace(weekday, masked)
  return slips.reduce((mended, [slip, meant]) => mended.replace(slip, meant), words)
}

/** A hearing with its sums and numbers of persons as they were meant; lengths stay as they are. */
export const withCountWords = oncePer((hearing: Hearing): Hearing => ({
  ...hearing,
  lines: hearing.lines.map(lineInCountWords),
}))

const lineInCountWords = oncePer((line: Line) => reworded(line, inCountWords(line.text)))
