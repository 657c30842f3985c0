import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requiredCharacters } from '#shared/domain/wording/required-characters.ts'
import { sampleNorms } from '../../support/sample-norms.ts'

describe('the characters that an expression cannot match without', () => {
  it.each([
    ['急什急', '急 什 急'],
    ['[您你]还(?:想|要)', '想要 还 您你'],
    ['(?:甲|您丙)好?', '甲丙'],
    ['(?<!不)归', '归'],
    ['^嗯{2,3}$', '嗯'],
  ])('are for %s one of each of %s', (expression, characters) => {
    expect(requiredCharacters(expression)).toEqual(characters.split(' '))
  })

  it.each(['.*', '甲?', '(?:甲|)', '甲*|乙', String.raw`\d+`, '[^甲]', '[甲-乙]', '甲{0,3}', '(?=甲)', ''])(
    'are unknown for %s',
    (expression) => {
      expect(requiredCharacters(expression)).toEqual([])
    },
  )

  it('never rule out a match', () => {
    const letters = fc.constantFrom('甲', '乙', '丙', '丁')
    const atom = fc.oneof(
      letters,
      fc.tuple(letters, letters).map(([one, other]) => `[${one}${other}]`),
      fc.tuple(letters, letters).map(([one, other]) => `[^${one}${other}]`),
      fc.constantFrom('.', '(?!丁)', '(?<=甲)', '^'),
    )
    const piece = fc.tuple(atom, fc.constantFrom('', '?', '*', '+', '{0,2}', '{2}', '+?')).map(repeated)
    const sequence = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''))
    const group = fc.tuple(sequence, sequence).map(([one, other]) => `(?:${one}|${other})`)
    const expression = fc.array(fc.oneof(piece, group), { minLength: 1, maxLength: 4 })
    const text = fc.array(letters, { maxLength: 8 })
    fc.assert(
      fc.property(expression, text, (pieces, said) => {
        const required = requiredCharacters(pieces.join(''))
        const matches = new RegExp(pieces.join(''), 'u').test(said.join(''))
        return !matches || required.every((oneOf) => said.some((character) => oneOf.includes(character)))
      }),
      { numRuns: 2000 },
    )
  })

  it('are known for nearly all of what the sample pack looks for', () => {
    const expressions = sampleNorms().flatMap(({ patterns }) => patterns.map(({ match }) => match))
    const unknown = expressions.filter((expression) => requiredCharacters(expression).length === 0)
    expect(unknown.length / expressions.length).toBeLessThan(0.1)
  })
})

/** Look-arounds and edges take no quantifier. */
function repeated([atom, quantifier]: readonly [string, string]): string {
  return atom === '^' || atom.startsWith('(?') ? atom : atom + quantifier
}
