import { describe, expect, it } from 'vitest'
import { createTextAnalyser } from '#shared/domain/retrieval/atoms.ts'
import {
  createMeaningReader,
  matterLikeness,
  meaningLikeness,
  meaningPieces,
} from '#shared/domain/retrieval/meaning-vectors.ts'
import { lexiconSchema, type MeaningVectors } from '#shared/domain/site-pack.ts'

const analyser = createTextAnalyser(lexiconSchema.parse({}))
const entry = (line: string) => analyser.entry(line)
const text = (line: string, weight = 1) => ({ atoms: entry(line), weight })

/** Money points one way, housing the other. */
const vectors: MeaningVectors = {
  dimensions: 2,
  pieces: ['工资', '薪', '租', '房'],
  scales: Float32Array.from([0.01, 0.01, 0.01, 0.02]),
  values: Int8Array.from([100, 0, 90, 10, 0, 100, 0, 100]),
  matters: Int8Array.from([127, 0, 0, 127]),
}
const reader = createMeaningReader(vectors)

describe('what a text means', () => {
  it('is alike where other words mean the same', () => {
    const likeness = (said: string, line: string): number =>
      meaningLikeness(reader.said([text(said)]), reader.written([text(line)]), 0)
    expect(likeness('欠薪', '拖欠工资')).toBeGreaterThan(0.98)
    expect(likeness('欠薪', '租房')).toBeLessThan(0.2)
    expect(likeness('飞机', '租房')).toBe(0)
  })

  it('adds up what was said, and gives each line of an entry the same say', () => {
    const more = [text('工资'), text('租房租房')]
    expect([...reader.said(more)].map((value) => value.toFixed(2))).toEqual(['0.32', '0.95'])
    expect([...reader.written(more)]).toEqual([90, 90])
  })

  it('finds the known matter that is nearest, and which entries are about it', () => {
    const matter = reader.nearest(reader.said([text('租房')]))
    expect(matter.likeness).toBeCloseTo(1, 2)
    const entries = Int8Array.from([...reader.written([text('工资')]), ...reader.written([text('房')])])
    expect(matterLikeness(matter, entries, 0)).toBeCloseTo(0, 2)
    expect(matterLikeness(matter, entries, 1)).toBeCloseTo(1, 2)
  })

  it('is nothing without vectors', () => {
    const none = createMeaningReader(undefined)
    const said = none.said([text('工资')])
    expect(meaningLikeness(said, none.written([text('工资')]), 0)).toBe(0)
    expect(none.nearest(said).likeness).toBe(0)
  })
})

it('takes a text to pieces: characters, pairs and pairs of sounds, words of form for little', () => {
  expect(Object.fromEntries(meaningPieces(entry('交社保')))).toEqual({
    交: 1,
    交社: 1,
    'jiao-se': 1,
    社: 1,
    社保: 1,
    'se-bao': 1,
    保: 1,
  })
  expect(meaningPieces(entry('怎么办理')).get('办理') ?? 0).toBe(0)
})
