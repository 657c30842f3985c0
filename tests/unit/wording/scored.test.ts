import { describe, expect, it } from 'vitest'
import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { readTurn, seatTurns } from '#shared/domain/wording/call-text.ts'
import { collectAnchors } from '#shared/domain/wording/sound-repair.ts'
import { turnFeatures } from '#shared/domain/wording/turn-features.ts'
import { callOf } from '../../support/wording-call.ts'

const norm = (fields: Partial<NormRule>): NormRule =>
  normRuleSchema.parse({ rule: 'rhetorical-question', title: '反问', why: '像责备', ...fields })

const flagsOf = (norms: readonly NormRule[], ...lines: readonly string[]) =>
  createWordingCheck(norms).check(callOf(...lines))

describe('a scored entry', () => {
  const reproach = ['C 我等了三天了', 'S 等三天怎么了别人等一个月的都有您急什么呀']
  const question = ['C 我等了三天了', 'S 请问您是在哪个窗口递交的材料呢']

  it('flags what weighs more than the pack wants', () => {
    expect(flagsOf([norm({ scoreAbove: 0 })], ...reproach)).toMatchObject([{ turn: 1, why: '像责备' }])
    expect(flagsOf([norm({ scoreAbove: 0 })], ...question)).toEqual([])
    expect(flagsOf([norm({ scoreAbove: 100 })], ...reproach)).toEqual([])
    expect(flagsOf([norm({ scoreAbove: -100 })], ...question)).toHaveLength(1)
  })

  it('takes its patterns as evidence only, and quotes them', () => {
    const patterns = [{ match: '哪个窗口', rewrite: '换个说法' }]
    expect(flagsOf([norm({ scoreAbove: 5, patterns })], ...question)).toEqual([])
    expect(flagsOf([norm({ scoreAbove: -100, patterns })], ...question)).toMatchObject([
      { quote: '哪个窗口', rewrite: '换个说法' },
    ])
  })

  it('flags its phrases whatever they weigh', () => {
    expect(flagsOf([norm({ scoreAbove: 100, phrases: [{ say: '递交的材料' }] })], ...question)).toHaveLength(
      1,
    )
  })

  it('knows nothing of a rule that was not learned', () => {
    expect(flagsOf([norm({ rule: 'shirking', scoreAbove: -0.5 })], ...reproach)).toEqual([])
    expect(flagsOf([norm({ rule: 'opening', scoreAbove: 0 })], ...reproach)).toEqual([])
  })

  it('is tipped by the citizen’s protest, after it', () => {
    const lines = ['C 我摔了一跤', 'S 您走路的时候看路了吗', 'C 你这是什么态度']
    const limits = Array.from({ length: 80 }, (_, step) => step / 10 - 4)
    const at = (said: readonly string[]): readonly number[] =>
      limits.filter(
        (scoreAbove) => flagsOf([norm({ scoreAbove, context: ['什么态度'] })], ...said).length > 0,
      )
    expect(at(lines).length).toBe(at([...lines.slice(0, 2), 'C 看了']).length + 13)
  })

  it('finds nothing in a back-channel', () => {
    expect(flagsOf([norm({ scoreAbove: -100 })], 'C 我等了三天了', 'S 嗯好的')).toEqual([])
  })

  it('judges a turn by its worst sentence', () => {
    const rude = '小程序都不会用您还用什么智能手机'
    const kind = '您别着急，我这就帮您登记，请您留个电话好吗'
    const limit = (seat: string): number => {
      const limits = Array.from({ length: 200 }, (_, step) => 12 - step / 10)
      return (
        limits.find(
          (scoreAbove) => flagsOf([norm({ scoreAbove })], reproach[0] ?? '', `S ${seat}`).length > 0,
        ) ?? -8
      )
    }
    expect(limit(`${kind}。${rude}。`)).toBeGreaterThan(limit(`${kind}${rude}`))
    expect(limit(kind)).toBeLessThan(limit(`${kind}。${rude}。`))
  })

  it('stands behind plain entries of its rule', () => {
    const plain = norm({ severity: 'serious', phrases: [{ say: '急什么' }] })
    expect(flagsOf([norm({ scoreAbove: -100 }), plain], ...reproach)).toMatchObject([{ severity: 'serious' }])
  })
})

describe('the features of a turn', () => {
  const namesOf = (...lines: readonly string[]): readonly string[] => {
    const call = { turns: callOf(...lines).map((turn) => readTurn(turn, collectAnchors([]))), ended: false }
    const last = seatTurns(call).at(-1)
    if (last === undefined) return []
    const { sentences, conversation } = turnFeatures(call, last)
    return [...sentences.flat().map(({ name }) => name), ...conversation]
  }

  it('are pieces of the words, with 你 as 您 and numbers as a mark', () => {
    expect(namesOf('S 你要3000块')).toEqual(expect.arrayContaining(['^您', '您要#', '要#块', '块$']))
  })

  it('are frames of two little words that stand apart', () => {
    expect(namesOf('S 您都签了还能退吗')).toEqual(expect.arrayContaining(['都~还', '还~吗']))
    expect(namesOf('S 您说。还能退吗')).not.toContain('您~还')
  })

  it('mark the citizen’s own words of the matter, whenever they were said', () => {
    const said = ['C 小程序我不会用', 'S 嗯', 'C 怎么办']
    expect(namesOf(...said, 'S 小程序都不会您还办什么')).toEqual(
      expect.arrayContaining(['^=都', '=都', '=~还']),
    )
    expect(namesOf('C 路灯坏了', 'S 小程序都不会您还办什么')).not.toContain('=都')
  })

  it('leave out what somebody else said', () => {
    expect(namesOf('S 他说“你活该”')).not.toContain('活该')
  })

  it.each([
    ['<slot>', 'S 您住哪个小区'],
    ['<confirms>', 'S 您住阳光花园对吗'],
    ['<polite>', 'S 麻烦您说一下地址'],
    ['<echo>', 'C 我等了三天了', 'S 等了三天又怎样'],
    ['<citizen-asks>', 'C 多少钱', 'S 看情况'],
    ['<you-question-without-slot>', 'C 我摔了', 'S 您当自己是谁'],
    ['<said-before-4>', 'C 押金不退', 'S 押金不退'],
    ['<said-in-the-call-4>', 'C 押金不退', 'S 您好', 'C 嗯', 'S 押金不退'],
  ])('tell %s', (name, ...lines) => {
    expect(namesOf(...lines)).toContain(name)
    expect(namesOf('C 我反映路灯', 'S 已经登记')).not.toContain(name)
  })
})

describe('a norm that comes into force', () => {
  const norms = [norm({ from: '2026-06-01', phrases: [{ say: '急什么急' }] })]
  const on = (day?: string) => createWordingCheck(norms).check(callOf('S 急什么急'), false, day)

  it('judges calls from that day on', () => {
    expect(on('2026-05-31')).toEqual([])
    expect(on('2026-06-01')).toHaveLength(1)
    expect(on()).toHaveLength(1)
  })
})
