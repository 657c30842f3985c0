import { describe, expect, it } from 'vitest'
import { normRuleSchema } from '#shared/domain/site-pack.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { couldHang } from '#shared/domain/wording/expression-cost.ts'

describe('an expression that could keep a turn waiting', () => {
  it.each([
    '(a+)+$',
    '(?:a|a)*b',
    '(.*)*x',
    '.*.*.*x',
    '(?:哎呀?|哎)+$',
    '(?:[^\\n]{0,20}){0,10}不',
    '(\\p{L}+\\s?)+$',
  ])('%s is refused', (expression) => {
    expect(couldHang(expression)).toBe(true)
  })

  it.each([
    '不(?:归|属于)我们',
    '(?:啊|呀)*$',
    '您[^\\n]{0,14}(?:吗|么)',
    '(?:会|能|[^\\n]{0,10}?){0,3}修好',
    '[^+*]+',
    '\\(+\\p{Script=Han}{2,}',
    '(?<!不)[)\\]*]?x{3}',
    '.*是.*吗',
  ])('%s is taken', (expression) => {
    expect(couldHang(expression)).toBe(false)
  })

  it('is named with its rule when a pack is compiled', () => {
    const norm = normRuleSchema.parse({
      rule: 'commanding',
      title: '命令',
      patterns: [{ match: '(好+)+吧$' }],
    })
    const result = compileNorms([norm])
    expect(result).toMatchObject({ ok: false, error: { code: 'bad-norm-expression' } })
    if (!result.ok) expect(result.error.message).toMatch(/commanding.*\(好\+\)\+吧\$/u)
  })
})
