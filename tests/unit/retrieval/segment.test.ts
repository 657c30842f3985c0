import { describe, expect, it } from 'vitest'
import { createTermReader } from '#shared/domain/retrieval/entry-terms.ts'
import { rankEntries } from '#shared/domain/retrieval/rank-entries.ts'
import { readQuery } from '#shared/domain/retrieval/read-query.ts'
import { indexedAnswers, queryReader } from '#shared/domain/retrieval/indexed-answers.ts'
import {
  buildSegment,
  inverseFrequency,
  segmentSteps,
  type TermIds,
} from '#shared/domain/retrieval/segment.ts'
import { answers, lexicon } from './entries.ts'

const reader = createTermReader(lexicon)

function build() {
  const ids: TermIds = new Map()
  return { ids, segment: buildSegment(answers, reader, ids) }
}

describe('a segment', () => {
  it('lists the entries of each term in order, once each', () => {
    const { segment, ids } = build()
    const term = ids.get('社保') ?? -1
    const entries = [...segment.documents.subarray(segment.start[term], segment.start[term + 1])]
    expect(entries).toEqual([0, 1])
    for (let at = 0; at < ids.size; at += 1) {
      const listed = [...segment.documents.subarray(segment.start[at], segment.start[at + 1])]
      expect(listed).toEqual([...new Set(listed)].toSorted((a, b) => a - b))
    }
  })

  it('weighs a term of the title more than one of the answer', () => {
    const { segment, ids } = build()
    const impactOf = (key: string): number => segment.impacts[segment.start[ids.get(key) ?? -1] ?? -1] ?? 0
    expect(impactOf('贷款')).toBeGreaterThan(impactOf('身份'))
    expect(impactOf('身份')).toBeGreaterThan(0)
  })

  it('is the same when it is built in slices', () => {
    const { segment, ids } = build()
    const others: TermIds = new Map()
    const steps = segmentSteps(answers, reader, others)
    let step = steps.next()
    let pauses = 0
    while (step.done !== true) {
      pauses += 1
      step = steps.next()
    }
    expect(pauses).toBeGreaterThan(1)
    expect(step.value).toEqual(segment)
    expect([...others]).toEqual([...ids])
  })

  it('knows which words ask: they weigh less than those of the matter', () => {
    const { segment } = build()
    expect(Math.min(...segment.weights)).toBeLessThan(50)
    expect(Math.max(...segment.weights)).toBe(100)
  })
})

describe('the first ranking', () => {
  it('gives the best entries, best first, and none that was removed', () => {
    const { segment, ids } = build()
    const indexed = indexedAnswers({ reader, ids }, answers, segment)
    const query = readQuery({ text: '社保卡密码' }, queryReader(indexed))
    const dead = new Uint8Array(answers.length)
    const ranked = rankEntries(query, [{ segment, dead }], 3)
    expect(ranked.slice(0, 2).map(({ entry }) => answers[entry]?.id)).toEqual(['card-password', 'card-lost'])
    expect(rankEntries(query, [{ segment, dead }], 1)).toHaveLength(1)
    dead[1] = 1
    expect(rankEntries(query, [{ segment, dead }], 3)[0]?.entry).toBe(0)
  })
})

it('a rare term says more than a common one, and none says less than nothing', () => {
  expect(inverseFrequency(1, 100)).toBeGreaterThan(inverseFrequency(50, 100))
  expect(inverseFrequency(100, 100)).toBeGreaterThan(0)
})
