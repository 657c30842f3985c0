import { describe, expect, it } from 'vitest'
import { saidPhase } from '#shared/domain/scripts/said-phase.ts'

const turns = (...lines: readonly string[]) =>
  lines.map((line) => ({
    speaker: line.startsWith('坐') ? ('seat' as const) : ('citizen' as const),
    text: line.slice(2),
  }))

describe('the phase that words bring about', () => {
  it.each([
    [['坐：我帮您查一下，请稍等'], 'hold'],
    [['坐：我帮您查一下，请稍等', '市：好的'], 'hold'],
    [['坐：请稍等', '市：好的', '坐：让您久等了'], undefined],
    [['坐：我帮您转接值班电话'], 'transfer'],
    [['坐：您好', '市：不好意思打错了'], 'wrong-number'],
    [['坐：您好', '市：我要投诉'], undefined],
    [[], undefined],
  ] as const)('%j: %s', (lines, phase) => {
    expect(saidPhase(turns(...lines))).toBe(phase)
  })
})
