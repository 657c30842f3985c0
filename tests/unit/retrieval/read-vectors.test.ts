import { describe, expect, it } from 'vitest'
import { readVectors } from '../../../src-main/core/knowledge/read-vectors.ts'

const base64 = (numbers: Float32Array | Int8Array): string => Buffer.from(numbers.buffer).toString('base64')
const whole = {
  dimensions: 2,
  pieces: '工资 租',
  scales: base64(Float32Array.from([0.5, 0.25])),
  // 1 and -2, 3 and 4: each eight more, the second in the upper half.
  values: base64(Int8Array.from([9 + 6 * 16, 11 + 12 * 16])),
  matters: base64(Int8Array.from([127, 0])),
}
const read = (data: unknown) => readVectors({ file: 'lexicon/vectors.json', text: JSON.stringify(data) })

describe('the file of vectors', () => {
  it('is read as it was written', () => {
    expect(read(whole)).toEqual({
      value: {
        dimensions: 2,
        pieces: ['工资', '租'],
        scales: Float32Array.from([0.5, 0.25]),
        values: Int8Array.from([1, -2, 3, 4]),
        matters: Int8Array.from([127, 0]),
      },
      problems: [],
    })
  })

  it.each([
    ['no JSON', undefined],
    ['a key that is missing', { ...whole, scales: undefined }],
    ['numbers that are missing', { ...whole, values: base64(Int8Array.from([1])) }],
    ['floats that are cut', { ...whole, scales: 'AAAAPw' }],
    ['half a matter', { ...whole, matters: base64(Int8Array.from([127])) }],
  ])('is left out with a warning for %s', (_fault, data) => {
    const { value, problems } = read(data)
    expect(value).toBeUndefined()
    expect(problems.map(({ severity, file }) => [severity, file])).toEqual([
      ['warning', 'lexicon/vectors.json'],
    ])
  })
})
