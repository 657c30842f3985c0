/**
 * Cuts the ordinary words of Chinese out of jieba's dictionary (MIT, `dict.txt` of the Debian package python3-jieba or of
 * https://github.com/fxsjy/jieba) into `src-shared/domain/correction/ordinary-words.json`. Names of people are left out.
 * Run: `node_modules/.bin/node scripts/cut-words.ts dict.txt`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rarer words than this (in jieba's count of about 60 million) guard little and weigh much. */
const leastCount = 100
const longestWord = 4
const nameOfPerson = 'nr'

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('usage: cut-words.ts dict.txt')
const byMagnitude = new Map<number, string[]>()
for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
  const [word = '', count = '0', tag = ''] = line.split(' ')
  if (!/^\p{Script=Han}+$/u.test(word) || word.length > longestWord || tag.startsWith(nameOfPerson)) continue
  if (Number(count) < leastCount) continue
  const magnitude = Math.floor(Math.log2(Number(count)))
  byMagnitude.set(magnitude, [...(byMagnitude.get(magnitude) ?? []), word])
}
const lines = [...byMagnitude]
  .toSorted(([left], [right]) => right - left)
  .map(([magnitude, words]) => `    "${String(magnitude)}": "${words.toSorted().join(' ')}"`)
writeFileSync(
  join(import.meta.dirname, '..', 'src-shared/domain/correction/ordinary-words.json'),
  `{
  "source": "jieba 0.42.1 dict.txt, MIT, Copyright (c) 2012-2017 Sun Junyi",
  "wordsByLog2Count": {
${lines.join(',\n')}
  }
}
`,
)
