import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dials,
  flagKey,
  nextNudge,
  type NudgeFlag,
  type NudgeMoment,
} from '#shared/domain/review/next-nudge.ts'

const flag = (turn: number, change: Partial<NudgeFlag> = {}): NudgeFlag => ({
  turn,
  rule: 'rhetorical-question',
  quote: `话${String(turn)}`,
  severity: 'caution',
  why: '',
  rewrite: '',
  dismissed: false,
  ...change,
})

const moment: NudgeMoment = {
  live: true,
  citizenSpeaking: false,
  dial: 'normal',
  asked: false,
  flags: [flag(2)],
  seen: [],
  nowMs: 20_000,
  turns: [
    { index: 2, endMs: 19_000 },
    { index: 4, endMs: 20_000 },
  ],
}

/** What a moment says, as `turn/rule`; null where nothing. */
const said = (change: Partial<NudgeMoment>): string | null => {
  const next = nextNudge({ ...moment, ...change })
  return next === null ? null : flagKey(next)
}

describe('the next nudge', () => {
  const info = [flag(2, { severity: 'info' })]
  it.each<readonly [what: string, change: Partial<NudgeMoment>, expected: string | null]>([
    ['a caution that was just said', {}, '2/rhetorical-question'],
    ['the newest of two', { flags: [flag(2), flag(4)] }, '4/rhetorical-question'],
    [
      'the gravest of one turn',
      { flags: [flag(2), flag(2, { rule: 'shirking', severity: 'serious' })] },
      '2/shirking',
    ],
    ['nothing while the citizen speaks', { citizenSpeaking: true }, null],
    ['nothing after the call', { live: false }, null],
    ['nothing that was clicked away', { flags: [flag(2, { dismissed: true })] }, null],
    ['nothing that was seen', { seen: ['2/rhetorical-question'] }, null],
    [
      'nothing else of a turn that was nudged',
      { flags: [flag(2), flag(2, { rule: 'shirking' })], seen: ['2/shirking'] },
      null,
    ],
    [
      'not the same words by the same rule again',
      { flags: [flag(2), flag(4, { quote: '话2' })], seen: ['2/rhetorical-question'] },
      null,
    ],
    [
      'other words by the same rule',
      { flags: [flag(2), flag(4)], seen: ['2/rhetorical-question'] },
      '4/rhetorical-question',
    ],
    ['nothing once the sentence is long past', { nowMs: 49_001 }, null],
    ['something up to half a minute after it', { nowMs: 49_000 }, '2/rhetorical-question'],
    ['nothing to a silent seat', { dial: 'silent', asked: true }, null],
    ['nothing unasked on demand', { dial: 'on-demand' }, null],
    ['what waits on demand', { dial: 'on-demand', asked: true, nowMs: 90_000 }, '2/rhetorical-question'],
    ['nothing slight to most', { flags: info }, null],
    ['what is slight to a newcomer', { flags: info, dial: 'novice' }, '2/rhetorical-question'],
    [
      'what is slight to one who asks',
      { flags: info, dial: 'on-demand', asked: true },
      '2/rhetorical-question',
    ],
  ])('says %s', (_what, change, expected) => {
    expect(said(change)).toBe(expected)
  })

  it('never says the same thing twice, however a call goes', () => {
    const flags = fc.array(
      fc.record({
        turn: fc.integer({ min: 0, max: 6 }),
        rule: fc.constantFrom('shirking', 'commanding'),
        quote: fc.constantFrom('甲', '乙', '丙'),
        severity: fc.constantFrom('info' as const, 'caution' as const, 'serious' as const),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(flags, fc.constantFrom(...dials), (given, dial) => {
        const raised = given.map((each) => flag(each.turn, each))
        const heard: NudgeFlag[] = []
        for (;;) {
          const next = nextNudge({
            ...moment,
            dial,
            asked: true,
            flags: raised,
            seen: heard.map(flagKey),
            turns: [],
          })
          if (next === null) break
          heard.push(next)
        }
        expect(new Set(heard.map(({ turn }) => turn)).size).toBe(heard.length)
        expect(new Set(heard.map(({ rule, quote }) => `${rule}${quote}`)).size).toBe(heard.length)
      }),
    )
  })
})
