import { describe, expect, it } from 'vitest'
import { createAnswerIndex } from '#shared/domain/retrieval/answer-index.ts'
import { currentAnswers } from '#shared/domain/retrieval/current-answers.ts'
import { answerSchema, lexiconSchema } from '#shared/domain/site-pack.ts'
import type { Speaker, Turn } from '#shared/domain/call.ts'
import { answers, lexicon } from './entries.ts'

const index = createAnswerIndex(answers, lexicon)
const first = (text: string): string | undefined => index.search({ text }, 3)[0]?.id
const turns = (...said: readonly (readonly [Speaker, string])[]): readonly Turn[] =>
  said.map(([speaker, text], at) => ({ speaker, text, startMs: at * 2000, endMs: at * 2000 + 1500 }))

describe('finding an answer', () => {
  it.each([
    ['typed words', '社保卡补办', 'card-lost'],
    ['a whole sentence', '我想问一下我的社保卡丢了现在要怎么补办啊', 'card-lost'],
    ['homophones throughout', '设宝咖秘码忘记了', 'card-password'],
    ['a southern accent', '公积金带宽额度', 'fund-loan'],
    ['a recogniser error that the lexicon knows', '租房提取公鸡金', 'fund-rent'],
    ['pinyin without blanks', 'juzhuzheng', 'permit'],
    ['pinyin with blanks', 'she bao ka bu ban', 'card-lost'],
    ['pinyin still being typed', 'gongjijindaik', 'fund-loan'],
    ['first letters', 'jzz', 'permit'],
    ['a longer row of first letters', 'sbkmm', 'card-password'],
    ['a word of letters', 'etc', 'toll'],
    ['full-width letters', 'ＥＴＣ办理', 'toll'],
    ['characters and pinyin mixed', '社保卡 mima', 'card-password'],
    ['a synonym', '家里没水了', 'water'],
    ['a synonym by sound', '怎么打老动官司', 'arbitration'],
  ])('%s', (_kind, text, id) => {
    expect(first(text)).toBe(id)
  })

  it.each(['今天天气怎么样', '我姓王叫王建国', '嗯嗯好的谢谢', '怎么办理', 'xyzq', '', '，。？', '🙂'])(
    'gives nothing for %j',
    (text) => {
      expect(index.search({ text }, 5)).toEqual([])
    },
  )

  it('names the words of the entry that it recognised', () => {
    expect(index.search({ text: '设宝咖丢了怎么补半' }, 1)[0]?.matched).toEqual(['社保卡丢了', '补办'])
  })

  it('gives no more than asked, best first', () => {
    const hits = index.search({ text: '公积金' }, 10)
    expect(hits.map(({ id }) => id).toSorted()).toEqual(['fund-loan', 'fund-rent'])
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 1)
    expect(index.search({ text: '公积金' }, 1)).toEqual(hits.slice(0, 1))
  })
})

describe('listening to a call', () => {
  it('finds what the citizen told across turns', () => {
    const call = turns(
      ['seat', '您好请讲'],
      ['citizen', '我想问公积金'],
      ['seat', '请问是哪方面'],
      ['citizen', '就是租房子那个提取'],
    )
    expect(index.search({ text: '', turns: call }, 1)[0]?.id).toBe('fund-rent')
  })

  it('follows the citizen to a new matter', () => {
    const call = turns(
      ['citizen', '居住证怎么办理'],
      ['seat', '好的'],
      ['citizen', '还有我们那里路灯不亮找谁修'],
    )
    expect(index.search({ text: '', turns: call }, 1)[0]?.id).toBe('lamp')
  })

  it('puts typed words before the call', () => {
    const call = turns(['citizen', '居住证怎么办理'])
    expect(index.search({ text: '路灯不亮找谁修', turns: call }, 1)[0]?.id).toBe('lamp')
  })

  it('stays silent while nothing was said', () => {
    expect(
      index.search({ text: '', turns: turns(['seat', '您好，请讲'], ['citizen', '喂，听得到吗']) }, 3),
    ).toEqual([])
  })
})

describe('entries', () => {
  it('may be none, or hold nothing but a title', () => {
    expect(createAnswerIndex([], lexicon).search({ text: '社保卡' }, 3)).toEqual([])
    const bare = createAnswerIndex(
      [answerSchema.parse({ id: 'a', title: '残疾证怎么办理', answer: '好' }), ...answers],
      lexiconSchema.parse({}),
    )
    expect(bare.search({ text: '残疾证办理' }, 1)[0]?.id).toBe('a')
  })

  it('are left out before they take effect and after they expire', () => {
    const dated = [
      { id: 'past', expires: '2026-10-31' },
      { id: 'last day', expires: '2026-11-01' },
      { id: 'first day', effective: '2026-11-01' },
      { id: 'future', effective: '2026-11-02' },
    ].map((entry) => answerSchema.parse({ title: '甲', ...entry }))
    expect(currentAnswers(dated, '2026-11-01').map(({ id }) => id)).toEqual(['last day', 'first day'])
  })
})
