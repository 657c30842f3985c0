import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Turn } from '#shared/domain/call.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { endedCheck } from '../support/ended-check.ts'
import { sampleNorms } from '../support/sample-norms.ts'

const norms = sampleNorms()
const running = createWordingCheck(norms)
const ended = endedCheck(norms)

/** Pieces that rules care about, so that random turns reach them. */
const pieces = fc.constantFrom(
  ...[
    '难道',
    '南道',
    '你',
    '您',
    '他说',
    '我',
    '不知道',
    '不归我们管',
    '找物业去',
    '我帮您登记',
    '转接',
    '请',
    '麻烦',
  ],
  ...[
    '必须',
    '赶紧',
    '大概',
    '可能',
    '吧',
    '什么时候',
    '多少钱',
    '保证',
    '一定',
    '解决',
    '吗',
    '，',
    '。',
    '？',
    '“',
    '”',
  ],
  ...[
    '滚',
    '闭嘴',
    '宁',
    '着火了',
    '😀',
    ' ',
    '12345',
    '您好',
    '再见',
    '还有其他需要吗',
    '怎么',
    '早',
    '不看',
    '别',
  ],
)
const turn = fc.record({
  speaker: fc.constantFrom('seat' as const, 'citizen' as const),
  startMs: fc.nat(),
  endMs: fc.nat(),
  text: fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  ),
})
const call = fc.array(turn, { maxLength: 12 })

it('flags the seat only, each rule at most once a turn, with words that stand in the turn', () => {
  fc.assert(
    fc.property(call, (turns) => {
      const flags = ended.check(turns)
      for (const { turn: index, quote } of flags) {
        expect(turns[index]?.speaker).toBe('seat')
        expect(turns[index]?.text).toContain(quote)
      }
      expect(new Set(flags.map((flag) => `${flag.turn} ${flag.rule}`)).size).toBe(flags.length)
    }),
  )
})

it('never takes a flag back: what is flagged after some turns is flagged the same after more', () => {
  fc.assert(
    fc.property(call, (turns: readonly Turn[]) => {
      const final = running.check(turns)
      for (let length = 0; length < turns.length; length++) {
        expect(final).toEqual(expect.arrayContaining([...running.check(turns.slice(0, length))]))
      }
      expect(ended.check(turns)).toEqual(expect.arrayContaining([...final]))
    }),
  )
})

it('does not change with punctuation inside a sentence', () => {
  fc.assert(
    fc.property(fc.array(fc.array(pieces, { maxLength: 5 }), { maxLength: 8 }), (sentences) => {
      const spoken = (comma: string): readonly Turn[] =>
        sentences.map((parts) => ({
          speaker: 'seat',
          startMs: 0,
          endMs: 0,
          text: parts.filter((part) => !/[“”]/u.test(part)).join(comma),
        }))
      const rules = (comma: string): readonly string[] =>
        running.check(spoken(comma)).map((flag) => `${flag.turn} ${flag.rule}`)
      expect(rules('，')).toEqual(rules(''))
    }),
  )
})
