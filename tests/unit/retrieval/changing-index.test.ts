import { describe, expect, it } from 'vitest'
import {
  answerIndexSteps,
  createAnswerIndex,
  loadAnswerIndex,
  type AnswerIndex,
} from '#shared/domain/retrieval/answer-index.ts'
import { answerSchema, lexiconSchema, type MeaningVectors } from '#shared/domain/site-pack.ts'
import { answers, lexicon } from './entries.ts'

const queries = [
  '社保卡丢了怎么补办',
  'gjj',
  '家里没水了',
  '路灯不亮',
  '残疾证怎么办',
  '租房提取公积金',
  'ETC',
]
const hitsOf = (index: AnswerIndex) => queries.map((text) => index.search({ text }, 3))
const disabled = answerSchema.parse({ id: 'disabled', title: '残疾证怎么办理', answer: '请到街道办理。' })
const [first, second, ...others] = answers
if (first === undefined || second === undefined) throw new Error('no entries')

describe('a changed index finds what one built anew finds', () => {
  it('after an entry was added', () => {
    const changed = createAnswerIndex(answers, lexicon).changed({ put: [disabled] })
    expect(hitsOf(changed)).toEqual(hitsOf(createAnswerIndex([...answers, disabled], lexicon)))
    expect(changed.search({ text: '残疾证怎么办' }, 1)[0]?.id).toBe('disabled')
  })

  it('after an entry was removed', () => {
    const changed = createAnswerIndex(answers, lexicon).changed({ removed: [first.id] })
    expect(hitsOf(changed)).toEqual(hitsOf(createAnswerIndex([second, ...others], lexicon)))
  })

  it('after entries were replaced, several times', () => {
    const renamed = { ...first, title: '高龄津贴怎么领', similar: [] }
    const again = { ...first, title: '井盖响谁来修', similar: [] }
    const changed = createAnswerIndex(answers, lexicon)
      .changed({ put: [renamed, disabled] })
      .changed({ put: [again], removed: [second.id] })
    expect(hitsOf(changed)).toEqual(hitsOf(createAnswerIndex([again, ...others, disabled], lexicon)))
  })

  it('and leaves the one before as it was', () => {
    const index = createAnswerIndex(answers, lexicon)
    const before = hitsOf(index)
    index.changed({ removed: [first.id], put: [disabled] })
    expect(hitsOf(index)).toEqual(before)
  })
})

describe('a saved index', () => {
  const saved = createAnswerIndex(answers, lexicon).saved() ?? new Uint8Array()

  it('finds the same when it is loaded, and can be changed', () => {
    const loaded = loadAnswerIndex(saved, answers, lexicon)
    expect(loaded && hitsOf(loaded)).toEqual(hitsOf(createAnswerIndex(answers, lexicon)))
    expect(loaded?.changed({ put: [disabled] }).search({ text: '残疾证' }, 1)[0]?.id).toBe('disabled')
  })

  it('may stand anywhere in a buffer', () => {
    const shifted = new Uint8Array(saved.length + 3)
    shifted.set(saved, 3)
    expect(loadAnswerIndex(shifted.subarray(3), answers, lexicon)).toBeDefined()
  })

  it('is refused for other entries, another lexicon, or bytes that are none', () => {
    expect(loadAnswerIndex(saved, [...answers, disabled], lexicon)).toBeUndefined()
    expect(
      loadAnswerIndex(saved, [{ ...first, answer: '另一个回答' }, second, ...others], lexicon),
    ).toBeUndefined()
    expect(loadAnswerIndex(saved, answers, lexiconSchema.parse({}))).toBeUndefined()
    expect(loadAnswerIndex(saved.subarray(0, saved.length - 4), answers, lexicon)).toBeUndefined()
    expect(loadAnswerIndex(new Uint8Array(7), answers, lexicon)).toBeUndefined()
  })

  it('keeps what entries mean, and is refused where words mean something else', () => {
    const vectors: MeaningVectors = {
      dimensions: 2,
      pieces: ['灯', '黑', '井'],
      scales: Float32Array.from([1, 1, 1]),
      values: Int8Array.from([1, 0, 1, 0, 0, 1]),
      matters: Int8Array.from([127, 0]),
    }
    const meant = { ...lexicon, vectors }
    const bytes = createAnswerIndex(answers, meant).saved() ?? new Uint8Array()
    const found = loadAnswerIndex(bytes, answers, meant)?.search({ text: '街上黑得看不见' }, 1)
    expect(found).toEqual(createAnswerIndex(answers, meant).search({ text: '街上黑得看不见' }, 1))
    expect(found?.[0]?.id).toBe('lamp')
    const others = { ...vectors, values: Int8Array.from([1, 0, 0, 1, 0, 1]) }
    expect(loadAnswerIndex(bytes, answers, { ...lexicon, vectors: others })).toBeUndefined()
    expect(loadAnswerIndex(bytes, answers, lexicon)).toBeUndefined()
  })

  it('is none after a change', () => {
    expect(
      createAnswerIndex(answers, lexicon)
        .changed({ put: [disabled] })
        .saved(),
    ).toBeUndefined()
  })
})

it('an index built in steps is the one built at once', () => {
  const steps = answerIndexSteps(answers, lexicon)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  expect(hitsOf(step.value)).toEqual(hitsOf(createAnswerIndex(answers, lexicon)))
})
