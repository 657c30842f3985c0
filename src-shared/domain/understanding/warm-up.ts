import type { Turn } from '../call.ts'
import type { Understanding } from './understand-call.ts'

/** A call that passes through every field, so that what is made ready at first use (patterns, word lists) is made by it. */
const rehearsal: readonly (readonly [Turn['speaker'], string])[] = [
  ['seat', '您好广州一二三四五热线请问有什么可以帮您'],
  ['citizen', '你好我要投诉再天和区体育西路一百零三号的金福来餐厅油烟太大了昨天晚上十点多还再吵'],
  ['seat', '是天河区体育西路一百零三号的金福来餐厅对吗从什么时候开始的'],
  ['citizen', '对从上个礼拜三开始每天晚上都这样我们小区五栋二单元三零二有老人头晕还有煤气味'],
  ['seat', '有没有人受伤涉及多少人多少金额'],
  ['citizen', '没有受伤我们三户人家交了两千三百块押金他不退要求退钱不然就赔偿停水停电两天了'],
  ['seat', '您贵姓联系电话是多少需要保密吗'],
  ['citizen', '免贵姓陈耳东陈叫陈小明电话一三八零零一三八零零零要保密不要告诉老板'],
  ['seat', '陈先生一三八零零一三八零零零对吗我们会在三个工作日内转城管部门答复您'],
  ['citizen', '对的麻烦你们派人来查一下谢谢'],
]
/** The second time patterns are compiled to machine code. */
const rounds = 2

/** Runs an invented call, so that the first citizen's words wait for nothing. */
export function warmUp(understanding: Understanding): void {
  for (let round = 0; round < rounds; round++) {
    const turns = rehearsal.map(([speaker, text], index): Turn => ({
      speaker,
      text,
      startMs: index * 4000,
      endMs: index * 4000 + 3000,
    }))
    understanding.understand(turns, { startedAt: '2026-01-05T10:00:00' })
  }
}
