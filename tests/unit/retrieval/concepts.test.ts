import { describe, expect, it } from 'vitest'
import { createTextAnalyser } from '#shared/domain/retrieval/atoms.ts'
import { createConceptFinder } from '#shared/domain/retrieval/concepts.ts'
import { readLexiconWords } from '#shared/domain/retrieval/lexicon-words.ts'
import { lexiconSchema } from '#shared/domain/site-pack.ts'

const lexicon = lexiconSchema.parse({
  synonyms: [['拖欠工资', '不给工钱']],
  meanings: [
    ['死亡', '去世', '没了'],
    ['丢失', '不见了', '没了'],
    ['拒开发票', '不给…票'],
  ],
})
const analyser = createTextAnalyser(lexicon)
const find = createConceptFinder(readLexiconWords(lexicon, analyser))
const ideas = (text: string) => find(analyser.entry(text))

describe('ideas in a text', () => {
  it('are the same however they are said', () => {
    expect(ideas('老人去世了')).toEqual([{ key: '@1', certainty: 1 }])
    expect(ideas('死亡证明')).toEqual(ideas('老人去世了'))
  })

  it('are less certain where the words mean several things', () => {
    const found = ideas('人没了')
    expect(found.map(({ key }) => key)).toEqual(['@1', '@2'])
    expect(found.every(({ certainty }) => certainty < 1)).toBe(true)
  })

  it('may have other words in between, but not many', () => {
    expect(ideas('吃完不给我那张票').map(({ key }) => key)).toEqual(['@3'])
    expect(ideas('不给我介绍一下这里有些什么样的票')).toEqual([])
  })

  it('are heard by sound alone from three syllables on', () => {
    expect(ideas('老板托欠公资').map(({ key }) => key)).toEqual(['@0'])
    expect(ideas('取世')).toEqual([])
  })
})
