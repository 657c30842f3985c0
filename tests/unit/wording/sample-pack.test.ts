import { describe, expect, it } from 'vitest'
import { unwrap } from '#shared/base/result.ts'
import { endedCheck } from '../../support/ended-check.ts'
import { inspectSitePack } from '../../../src-main/core/knowledge/load-site-pack.ts'
import { defaultPackDirectory } from '../../../src-main/core/knowledge/default-pack.ts'
import { compileNorms } from '#shared/domain/wording/compile-norms.ts'
import { callOf } from '../../support/wording-call.ts'

const { pack } = await inspectSitePack(defaultPackDirectory())
const { norms = [], answers = [], scripts = [] } = pack ?? {}
const check = endedCheck(norms)

/** What is read out from the pack, a sentence at a time, with its punctuation and as a recogniser gives it. */
const sentences = [...answers.map(({ answer }) => answer), ...scripts.map(({ text }) => text)]
  .flatMap((text) => text.split(/(?<=[。！？\n])/u))
  .filter((sentence) => sentence.trim() !== '')
  .flatMap((sentence) => [sentence, sentence.replace(/[\p{P}\s]/gu, '')])

describe('the sample pack', () => {
  it('has norms that compile, with a reason for every rule', () => {
    expect(unwrap(compileNorms(norms)).norms.length).toBeGreaterThan(8)
    for (const norm of norms) expect(norm.why, norm.rule).not.toBe('')
  })

  it('has at least 60 forbidden phrases, each with something better to say', () => {
    const phrases = norms
      .filter(({ rule }) => rule === 'forbidden-expression')
      .flatMap((norm) => norm.phrases)
    expect(phrases.length).toBeGreaterThanOrEqual(60)
    for (const { say, rewrite } of phrases) expect(rewrite, say).toBeTruthy()
  })

  it('can be read out without a flag, even after a question that asks for a time and a price', () => {
    const flagged = sentences.flatMap((sentence) => {
      const turns = callOf('C 这个什么时候能办，需要多少钱，怎么办？', `S ${sentence}`)
      return check.check(turns).map(({ rule, quote }) => `${rule}：${quote}`)
    })
    expect(sentences.length).toBeGreaterThan(0)
    expect(flagged).toEqual([])
  })
})
