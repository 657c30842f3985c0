import { expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { readTurn } from '#shared/domain/wording/call-text.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { findMatches } from '#shared/domain/wording/find-matches.ts'
import { indexNorms } from '#shared/domain/wording/norm-index.ts'
import { normRuleSchema } from '#shared/domain/site-pack.ts'
import { sampleNorms } from '../../support/sample-norms.ts'
import { callOf } from '../../support/wording-call.ts'

const own = normRuleSchema.parse({
  rule: 'commanding',
  title: '命令',
  phrases: [{ say: '爱找谁找谁' }, { say: '滚' }],
  patterns: [{ match: '[您你]赶紧' }, { match: '快(?:点|些)' }],
})
const { norms, anchors } = unwrap(compileNorms([own]))
const isFound = (said: string): boolean =>
  callOf(`S ${said}`).some((turn) => indexNorms(norms)(readTurn(turn, anchors)).length > 0)

it('finds an entry by how its phrases begin, in writing or in sound, and by what its patterns cannot do without', () => {
  expect(isFound('你爱找谁找谁')).toBe(true)
  expect(isFound('你碍找谁找谁')).toBe(true)
  expect(isFound('滚')).toBe(true)
  expect(isFound('麻烦您赶紧')).toBe(true)
  expect(isFound('再快些')).toBe(true)
  expect(isFound('您好请讲')).toBe(false)
})

it('leaves out no entry of the sample pack that finds something', () => {
  const pack = unwrap(compileNorms(sampleNorms()))
  const candidates = indexNorms(pack.norms)
  const phrases = sampleNorms().flatMap((norm) => norm.phrases.map(({ say }) => `您好${say}再见`))
  for (const turn of callOf(...phrases.map((phrase) => `S ${phrase}`))) {
    const text = readTurn(turn, pack.anchors)
    const finding = pack.norms.filter((norm) => findMatches(norm, text).length > 0)
    expect(candidates(text)).toEqual(expect.arrayContaining(finding))
  }
})
