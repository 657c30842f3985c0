import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import { coverTokens, leastOccurrences } from '../../models/rehearsal/train/text/coverage.ts'
import { Grammar } from '../../models/rehearsal/train/text/grammar.ts'
import { readPackNames } from '../../models/rehearsal/train/text/pack-text.ts'
import { seededRandom } from '../../models/rehearsal/train/text/random.ts'
import { sayNumber } from '../../models/rehearsal/train/text/spoken-numbers.ts'
import {
  sayWrittenDigits,
  spokenCharacters,
  toSyllables,
} from '../../models/rehearsal/train/text/spoken-text.ts'

const root = join(import.meta.dirname, '../..')
const rehearsal = join(root, 'models/rehearsal')
const names = readPackNames(join(root, 'knowledge-base'))

const tokens = readFileSync(join(rehearsal, 'tokens.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(' '))
const known = new Set(tokens.map(([token]) => token))

function unknownCharacters(text: string): string {
  return Array.from(spokenCharacters(text))
    .filter((character) => !known.has(character))
    .join('')
}

describe('the tokens of the rehearsal model', () => {
  it('are numbered from 0, each once, the blank last', () => {
    expect(tokens.map(([, index]) => Number(index))).toEqual(tokens.map((_, index) => index))
    expect(known.size).toBe(tokens.length)
    expect(tokens.at(-1)?.[0]).toBe('<blk>')
    expect(tokens.length).toBeGreaterThan(1_200)
  })

  const calls = readdirSync(join(rehearsal, 'calls')).filter((file) => file.endsWith('.yaml'))
  it.each(calls)('hold every character of %s', (file) => {
    const { turns } = z
      .object({ turns: z.array(z.record(z.string(), z.string())) })
      .parse(parse(readFileSync(join(rehearsal, 'calls', file), 'utf8')))
    expect(unknownCharacters(turns.flatMap((turn) => Object.values(turn)).join(''))).toBe('')
  })

  it('hold all but a few of the characters that the generator says', () => {
    const grammar = new Grammar(names, seededRandom(1))
    const said = [...grammar.eachTemplate(), ...Array.from({ length: 500 }, () => grammar.sentence())].join(
      '',
    )
    expect(unknownCharacters(said).length / spokenCharacters(said).length).toBeLessThan(0.005)
  })

  it('hold digits in all the ways that they are said', () => {
    expect(unknownCharacters('零一二三四五六七八九十百千万两幺洞拐')).toBe('')
  })
})

describe('the sentence generator', () => {
  it('says the same for the same seed, other things for another', () => {
    const say = (seed: number): readonly string[] => {
      const grammar = new Grammar(names, seededRandom(seed))
      return Array.from({ length: 20 }, () => grammar.sentence())
    }
    expect(say(7)).toEqual(say(7))
    expect(say(7)).not.toEqual(say(8))
  })

  it('leaves no slot unfilled', () => {
    const grammar = new Grammar(names, seededRandom(3))
    const sentences = [...grammar.eachTemplate(), ...Array.from({ length: 500 }, () => grammar.sentence())]
    expect(sentences.filter((sentence) => /[{}[\]()|]/u.test(sentence))).toEqual([])
  })

  it('keeps of the characters those that are said often enough, and says rare ones again', () => {
    const often = Array.from({ length: 40 }, () => '你好')
    const { sentences, tokens: covered } = coverTokens([
      ...often,
      ...Array.from({ length: 5 }, () => '再见'),
      '罕',
    ])
    expect(covered).toEqual(Array.from('你好再见').sort())
    expect(sentences.filter((sentence) => sentence === '再见')).toHaveLength(leastOccurrences)
    expect(sentences).not.toContain('罕')
  })

  it.each([
    [0, '零'],
    [12, '十二'],
    [20, '二十'],
    [110, '一百一十'],
    [307, '三百零七'],
    [2_040, '二千零四十'],
    [10_050, '一万零五十'],
    [120_000, '十二万'],
  ])('says %i as %s', (value, said) => {
    expect(sayNumber(value)).toBe(said)
  })

  it('reads hotlines digit by digit and other numbers as numbers', () => {
    expect(sayWrittenDigits('请打110或12345，30日内')).toBe('请打一一零或一二三四五，三十日内')
  })

  it('gives the synthesiser syllables with tones, ü as v, a comma where the text breathes', () => {
    expect(toSyllables('女士，您好')).toBe('nv3 shi4, nin2 hao3')
  })
})
