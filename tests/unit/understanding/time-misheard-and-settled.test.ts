import { expect, test } from 'vitest'
import { createUnderstanding } from '#shared/domain/understanding/understand-call.ts'
import { smallPack, turnsOf } from './small-pack.ts'

const understanding = createUnderstanding(smallPack)
const timeOf = (lines: readonly string[]): unknown =>
  understanding.understand(turnsOf('市民：我要投诉', ...lines), { startedAt: '2026-11-18T22:20:00' })
    .incidentTime?.value

test.each<[unknown, readonly string[]]>([
  // Questions as the recogniser wrote them.
  [{ from: '2026-11-18T06:00' }, ['坐席：神么时候开始停的', '市民：今早六点']],
  [{ from: '2026-11-17' }, ['坐席：从什么是候开始的', '市民：昨天']],
  // The seat says which half of the day was meant.
  [
    { from: '2026-11-18T20:40' },
    ['坐席：什么时候开始的', '市民：八点四十分', '坐席：今晚八点四十好的', '市民：嗯'],
  ],
  [
    { from: '2026-11-18T09:10' },
    ['坐席：什么时候开始的', '市民：九点十分', '坐席：今天上午九点十分好的', '市民：嗯'],
  ],
  // A rule that is wished for, an end of the night and what is dropped date nothing.
  [{ from: '2026-11-15' }, ['市民：从十五号开始吵的', '坐席：希望怎么处理', '市民：晚上十一点后不许放音乐']],
  [{ from: '2026-11-15' }, ['市民：从十五号开始吵的', '坐席：希望怎么处理', '市民：十点以后别再敲']],
  [{ from: '2026-10-01', to: '2026-10-07' }, ['市民：国庆那几天唱歌唱到凌晨三点']],
  [undefined, ['坐席：具体几点', '市民：七点到九点唉算啦不用记']],
  // When all was still well.
  ['2026-11-16', ['坐席：什么时候关门的', '市民：十五号我还去练了十六号就贴了张纸']],
  // Months one after another; a house that a correction names is no day.
  [{ from: '2026-09', to: '2026-10' }, ['坐席：欠了多久', '市民：九月份十月份两个月']],
  [undefined, ['坐席：中山路多少号', '市民：不是九号那是门号楼是二十七号']],
])('%j from %j', (expected, lines) => {
  expect(timeOf(lines)).toEqual(expected)
})
