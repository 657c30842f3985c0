import { describe, expect, it } from 'vitest'
import { groupQuestions } from '#shared/domain/knowledge/coverage.ts'
import { unansweredQuestion, withoutPersonalData } from '#shared/domain/knowledge/unanswered.ts'
import { diffWords } from '#shared/domain/knowledge/word-diff.ts'

const turn = (speaker: 'seat' | 'citizen', text: string) => ({ speaker, text, startMs: 0, endMs: 1 })

describe('a question without an answer', () => {
  it('is the last thing that the citizen asked', () => {
    expect(
      unansweredQuestion([
        turn('seat', '您好，请问有什么可以帮您'),
        turn('citizen', '我想问一下，养老金可以代领吗。我人在外地'),
        turn('seat', '您是本人办理吗'),
        turn('citizen', '好的谢谢'),
      ]),
    ).toBe('我想问一下，养老金可以代领吗')
    expect(
      unansweredQuestion([turn('citizen', '楼上装修太吵了'), turn('seat', '什么时候开始的')]),
    ).toBeUndefined()
  })

  it('leaves the seat without numbers and names that say who asked', () => {
    expect(withoutPersonalData('我叫陈建国，电话13760319925，居住证怎么办')).toBe('，电话，居住证怎么办')
    expect(withoutPersonalData('我身份证四四零一零六一九九零零一零一一二三四能查吗')).toBe('我身份证能查吗')
    expect(withoutPersonalData('13760319925')).toBeUndefined()
    expect(withoutPersonalData('满60岁乘车多少钱')).toBe('满60岁乘车多少钱')
  })

  it('joins others that ask the same, the most asked wording in front', () => {
    const asked = (text: string, times: number, lastAt = '2026-11-01') => ({ text, asked: times, lastAt })
    const groups = groupQuestions([
      asked('养老金能不能代领', 1, '2026-11-20'),
      asked('养老金能代领吗', 5),
      asked('无人机要登记吗', 3),
    ])
    expect(groups).toEqual([
      {
        question: '养老金能代领吗',
        asked: 6,
        lastAt: '2026-11-20',
        phrasings: [
          { text: '养老金能代领吗', asked: 5 },
          { text: '养老金能不能代领', asked: 1 },
        ],
      },
      expect.objectContaining({ question: '无人机要登记吗', asked: 3 }),
    ])
  })
})

it('a diff shows whole words', () => {
  expect(diffWords('工本费20元，七个工作日。', '工本费10元，七个工作日。')).toEqual([
    { kind: 'same', text: '工本费' },
    { kind: 'removed', text: '20' },
    { kind: 'added', text: '10' },
    { kind: 'same', text: '元，七个工作日。' },
  ])
})
