import { describe, expect, it } from 'vitest'
import { createTextAnalyser } from '#shared/domain/retrieval/atoms.ts'
import { readLexiconWords } from '#shared/domain/retrieval/lexicon-words.ts'
import { createTopicFinder } from '#shared/domain/retrieval/topics.ts'
import { lexiconSchema } from '#shared/domain/site-pack.ts'

const lexicon = lexiconSchema.parse({
  synonyms: [['拖欠工资', '不给工钱', '工钱没结']],
  meanings: [
    ['到账', '没打过来', '还没进账', '钱没到'],
    ['丢失', '不见了', '弄丢'],
  ],
})
const analyser = createTextAnalyser(lexicon)
const find = createTopicFinder(readLexiconWords(lexicon, analyser))
const topics = (text: string) => find([{ atoms: analyser.entry(text), weight: 1 }])
const strongest = (text: string): number | undefined => [...topics(text).keys()][0]

describe('what a text is about', () => {
  it('is seen where no word of the lexicon stands in it as a whole', () => {
    expect(strongest('账上没进来')).toBe(1)
    expect(strongest('工钱一直拖着')).toBe(0)
  })

  it('is nothing where the lexicon knows none of it', () => {
    expect([...topics('飞机晚点')]).toEqual([])
  })

  it('counts less the less the lexicon knows of it', () => {
    const weight = (text: string): number => topics(text).get(2) ?? 0
    expect(weight('弄丢')).toBeGreaterThan(weight('弄丢护照签证'))
    expect(weight('弄丢护照签证')).toBeGreaterThan(0)
  })

  it('follows the part that weighs more', () => {
    const parts = (first: number, second: number) =>
      find([
        { atoms: analyser.entry('弄丢'), weight: first },
        { atoms: analyser.entry('工钱没结'), weight: second },
      ])
    expect([...parts(5, 1).keys()][0]).toBe(2)
    expect([...parts(1, 5).keys()][0]).toBe(0)
  })
})
