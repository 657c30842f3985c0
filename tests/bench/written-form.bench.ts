import { punctuate } from '#shared/text/punctuate.ts'
import { displayText } from '#shared/text/written-form/display-text.ts'
import { writtenForm } from '#shared/text/written-form/written-form.ts'
import type { BenchRow } from './bench-row.ts'
import { quantile } from './quantile.ts'

const warmUpMs = 1000
const rounds = 200

/** Turns of about sixty characters; the first has more numbers in it than any real one. */
const turns = [
  '我住天河区车陂路五十八号三栋一单元幺二零三手机是幺三七零零零幺幺二二三押金三千五去年九月十号签的合同晚上十点半以后吵',
  '您好请问有什么可以帮您我要投诉我们小区物业一直没有人管电梯三天两头坏但是每个月都收钱希望你们尽快派人来看一下谢谢',
  '我们二十三户业主从上周五开始停水到今天已经四天了物业说要等三到五个工作日可是老人家八十多岁怎么提水上十八楼呢麻烦您',
]
/** As many names with numerals as a large city's pack has. */
const keep = Array.from({ length: 5000 }, (_, at) => `${String.fromCharCode(0x4e00 + at)}三路`)

/** What a turn costs on its way to the screen. */
export function run(): Promise<readonly BenchRow[]> {
  const rows = [
    row('writtenForm, 60 characters, 5000 names kept', (text) => writtenForm(text, { keep })),
    row('punctuate, 60 characters', (text) => punctuate(text, { final: true })),
    row('displayText, 60 characters, 5000 names kept', (text) => displayText({ text }, { keep })),
  ]
  return Promise.resolve(rows)
}

function row(name: string, work: (text: string) => unknown): BenchRow {
  const warm = performance.now() + warmUpMs
  while (performance.now() < warm) for (const text of turns) work(text)
  const times: number[] = []
  for (let round = 0; round < rounds; round++)
    for (const text of turns) {
      const start = performance.now()
      work(text)
      times.push(performance.now() - start)
    }
  return {
    name,
    figure: `p50 ${quantile(times, 0.5).toFixed(3)} ms, p95 ${quantile(times, 0.95).toFixed(3)} ms`,
  }
}
