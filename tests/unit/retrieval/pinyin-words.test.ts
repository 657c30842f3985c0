import { expect, test } from 'vitest'
import { createTextAnalyser } from '#shared/domain/retrieval/atoms.ts'
import { charactersTyped, likeliestCharacters } from '#shared/domain/retrieval/pinyin-words.ts'
import { readSpellingModel } from '#shared/text/spelling-model.ts'

const written = (letters: string): string | undefined =>
  charactersTyped(letters)
    ?.map(({ character }) => character)
    .join('')

test.each([
  ['yidijiuyi', '异地就医'],
  ['jietidianjia', '阶梯电价'],
  ['juzhuzhengbanli', '居住证办理'],
  // jin gai, and she with the front of the tongue
  ['jingai', '井盖'],
  ['sebaoka', '社保卡'],
])('%s is %s', (letters, characters) => {
  expect(written(letters)).toBe(characters)
})

test.each(['gjjtq', 'shebaokam', 'etc'])('%s is no pinyin', (letters) => {
  expect(written(letters)).toBeUndefined()
})

test('what has been said together is likelier than what is common alone', () => {
  const model = readSpellingModel({ '4': '路 露 灯 等', '3': '^路 路灯 灯^' })
  expect(likeliestCharacters('ludeng', model)).toEqual([
    { syllable: 'lu', character: '路' },
    { syllable: 'deng', character: '灯' },
  ])
})

test('characters that were guessed ask as written ones do, and are marked', () => {
  const analyser = createTextAnalyser({ synonyms: [], homophones: [], fillers: [], foldings: [] })
  const { atoms } = analyser.query('juzhuzheng zenmeban', () => false)
  expect(atoms.map(({ text }) => text).join('')).toBe('居住证怎么办')
  expect(atoms.every(({ guessed }) => guessed)).toBe(true)
  expect(atoms.slice(3).every(({ weight }) => weight < 1)).toBe(true)
})
