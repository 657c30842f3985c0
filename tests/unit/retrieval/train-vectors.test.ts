import { describe, expect, it } from 'vitest'
import { trainVectors, usualTraining, type Matter } from '../../bench/search-fit/train-vectors.ts'

const pieces = (text: string): ReadonlyMap<string, number> => new Map(Array.from(text, (piece) => [piece, 1]))
const matter = (official: string, ...said: readonly string[]): Matter => ({
  source: 'test',
  official: [pieces(official)],
  said: said.map(pieces),
})
const matters = [
  matter('工资', '老板跑', '干活没钱', '老板欠钱'),
  matter('押金', '房东扣', '退租没退', '房东赖'),
  matter('噪音', '楼上吵', '半夜响', '楼上响'),
  matter('停水', '龙头干', '没法洗', '龙头没'),
]
const training = { ...usualTraining, dimensions: 16, epochs: 60, leastMatters: 1 }

function likenessIn({ dimensions, pieces: known, vectors }: ReturnType<typeof trainVectors>) {
  const sum = (text: string): number[] => {
    const total = Array.from({ length: dimensions }, () => 0)
    for (const piece of text) {
      const number = known.indexOf(piece)
      for (let at = 0; at < dimensions && number >= 0; at += 1) {
        total[at] = (total[at] ?? 0) + (vectors[number * dimensions + at] ?? 0)
      }
    }
    return total
  }
  return (one: string, other: string): number => {
    const [a, b] = [sum(one), sum(other)]
    const product = a.reduce((all, value, at) => all + value * (b[at] ?? 0), 0)
    return product / (Math.hypot(...a) * Math.hypot(...b))
  }
}

describe('training vectors', () => {
  const learnt = trainVectors(matters, training)

  it('brings what people say near to the matter that they mean, and to no other', () => {
    const likeness = likenessIn(learnt)
    for (const [said, meant] of [
      ['老板', '工资'],
      ['房东', '押金'],
      ['楼上', '噪音'],
      ['龙头', '停水'],
    ] as const) {
      for (const { official } of matters) {
        const other = [...(official[0]?.keys() ?? [])].join('')
        if (other !== meant) expect(likeness(said, meant)).toBeGreaterThan(likeness(said, other) + 0.3)
      }
    }
  })

  it('gives the same vectors for the same texts', () => {
    expect(trainVectors(matters, training).vectors).toEqual(learnt.vectors)
  })

  it('leaves out pieces that hardly a matter has', () => {
    const few = trainVectors(matters, { ...training, epochs: 1, leastMatters: 2 })
    expect(few.pieces.toSorted()).toEqual(['干', '没'])
  })
})
