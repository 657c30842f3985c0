import { describe, expect, it } from 'vitest'
import { buildPostings, inverseFrequency, ragged } from '#shared/domain/retrieval/postings.ts'
import { rankEntries } from '#shared/domain/retrieval/rank-entries.ts'

const ids = new Map([
  ['a', 0],
  ['b', 1],
])
const postings = buildPostings(ids, [
  new Map([[0, 1]]),
  new Map([
    [0, 3],
    [1, 1],
  ]),
  new Map([[1, 1]]),
])

describe('postings', () => {
  it('list each term’s documents', () => {
    expect([...postings.start]).toEqual([0, 2, 4])
    expect([...postings.documents]).toEqual([0, 1, 1, 2])
  })

  it('weigh a term said more often, and a shorter document, higher', () => {
    const [short = 0, often = 0] = postings.impacts
    expect(often).toBeGreaterThan(short)
    const [, , inLong = 0, inShort = 0] = postings.impacts
    expect(inShort).toBeGreaterThan(inLong)
  })

  it('weigh a rare term higher than a common one', () => {
    expect(inverseFrequency(1, 100)).toBeGreaterThan(inverseFrequency(50, 100))
    expect(inverseFrequency(100, 100)).toBeGreaterThan(0)
  })

  it('rank relative to the best entry and cut what is far below', () => {
    const all = rankEntries(
      new Map([
        [0, 1],
        [1, 1],
      ]),
      postings,
      3,
      { share: 0, count: 3 },
    )
    expect(all.map(({ entry }) => entry)).toEqual([1, 0, 2])
    expect(all[0]?.rank).toBe(1)
    expect(
      rankEntries(
        new Map([
          [0, 1],
          [1, 1],
        ]),
        postings,
        3,
        { share: 0.99, count: 3 },
      ),
    ).toHaveLength(1)
    expect(rankEntries(new Map(), postings, 3, { share: 0, count: 3 })).toEqual([])
  })
})

it('ragged keeps lists of different lengths apart', () => {
  const { start, values } = ragged([[1, 2], [], [3]])
  expect([...start]).toEqual([0, 2, 2, 3])
  expect([...values]).toEqual([1, 2, 3])
})
