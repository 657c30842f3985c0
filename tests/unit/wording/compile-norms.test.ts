import { describe, expect, it } from 'vitest'
import { normRuleSchema, type NormRule } from '#shared/domain/site-pack.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { sampleNorms } from '../../support/sample-norms.ts'
import { callOf } from '../../support/wording-call.ts'

const norm = (fields: Partial<NormRule>): NormRule =>
  normRuleSchema.parse({ rule: 'forbidden-expression', title: '禁语', ...fields })

describe('compileNorms', () => {
  it('compiles the sample pack', () => {
    expect(compileNorms(sampleNorms()).ok).toBe(true)
  })

  it.each(['patterns', 'except', 'remedies', 'context'] as const)(
    'names rule and expression in %s',
    (key) => {
      const broken = norm({ [key]: key === 'patterns' ? [{ match: '不(知道' }] : ['不(知道'] })
      const result = compileNorms([norm({}), broken])
      expect(result).toMatchObject({ ok: false, error: { code: 'bad-norm-expression' } })
      if (!result.ok) expect(result.error.message).toMatch(/forbidden-expression.*不\(知道/u)
    },
  )
})

describe('the pack decides', () => {
  const say = (norms: readonly NormRule[], ...lines: readonly string[]) =>
    createWordingCheck(norms).check(callOf(...lines))

  it('finds a phrase by its sound when half of it is heard right', () => {
    const norms = [norm({ phrases: [{ say: '爱找谁找谁' }] })]
    expect(say(norms, 'S 你爱找他找谁')).toEqual([])
    expect(say(norms, 'S 你碍早随早随')).toEqual([])
    expect(say(norms, 'S 你碍找谁找谁')[0]?.quote).toBe('碍找谁找谁')
  })

  it('finds a phrase whether the seat says 你 or 您', () => {
    const norms = [norm({ phrases: [{ say: '你瞎啊' }, { say: '随便您' }] })]
    expect(say(norms, 'S 您瞎啊').map(({ quote }) => quote)).toEqual(['您瞎啊'])
    expect(say(norms, 'S 随便你').map(({ quote }) => quote)).toEqual(['随便你'])
  })

  it('does not look for a short phrase by sound', () => {
    expect(say([norm({ phrases: [{ say: '滚' }] })], 'S 一根棍子')).toEqual([])
  })

  it('takes threshold, severity, clause and the phrase’s own rewrite from the norm', () => {
    const norms = [
      norm({
        severity: 'serious',
        clause: '第三条',
        why: '不妥',
        phrases: [{ say: '没门', rewrite: '暂时办不了' }],
      }),
      norm({ rule: 'informal-address', title: '称呼', threshold: 1, patterns: [{ match: '你' }] }),
    ]
    expect(say(norms, 'S 没门', 'S 你说')).toEqual([
      {
        turn: 0,
        rule: 'forbidden-expression',
        quote: '没门',
        severity: 'serious',
        why: '不妥',
        rewrite: '暂时办不了',
        clause: '第三条',
      },
      { turn: 1, rule: 'informal-address', quote: '你', severity: 'caution', why: '', rewrite: '' },
    ])
  })

  it('quotes the turn as it is written, punctuation included', () => {
    const norms = [norm({ phrases: [{ say: '不归我管' }] })]
    expect(say(norms, 'S 这个，不归，我管！')[0]?.quote).toBe('不归，我管')
  })

  it('ignores rules that are not judged from words', () => {
    expect(say([norm({ rule: 'speed', threshold: 280 })], 'S 您好')).toEqual([])
  })
})
