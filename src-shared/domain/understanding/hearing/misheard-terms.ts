import { oncePer } from '../../../base/remember.ts'
import type { Hearing } from './hearing.ts'
import { reworded } from './reworded.ts'
import { createSpelling, dictionaryOf } from './spelling.ts'

/** Words by which names and numbers are asked for and given; a recogniser writes others of their sound. */
const terms = [
  ...['电话', '手机', '号码', '来电', '联系', '座机', '本机', '这个', '现在', '另外', '方便', '显示'],
  ...['贵姓', '称呼', '姓名', '名字', '免贵', '先生', '女士', '小姐', '全名', '我姓', '我叫'],
]
/** Words of the same sound that people do say. */
const genuine = new Set([
  '好吗',
  '好嘛',
  '好麻',
  '好马',
  '来点',
  '练习',
  '收集',
  '性命',
  '小街',
  '小节',
  '宵节',
  '我行',
  '我性',
  '方变',
  '线施',
])

const spell = createSpelling(dictionaryOf(terms), (heard, meant) => (genuine.has(heard) ? undefined : meant))

/** The hearing with the terms of names and numbers as they were meant: 这各 is 这个, 贵性 is 贵姓. */
export const withTermsMended = oncePer((hearing: Hearing): Hearing => ({
  ...hearing,
  lines: hearing.lines.map((line) => reworded(line, spell(line.text))),
}))
