import { describe, expect, it } from 'vitest'
import { punctuate } from '#shared/text/punctuate.ts'

const finished = (text: string): string => punctuate(text, { final: true })

describe('marks by particles and words', () => {
  it.each([
    ['喂你好我要投诉楼上装修', '喂，你好，我要投诉楼上装修。'],
    ['您好请问有什么可以帮您', '您好，请问有什么可以帮您？'],
    ['好的马上为您转接请稍等', '好的，马上为您转接，请稍等。'],
    ['物业不管但是每个月都收钱', '物业不管，但是每个月都收钱。'],
    ['他们昨天来过了然后又走了', '他们昨天来过了，然后又走了。'],
    ['已经停水三天了到现在没有通知', '已经停水三天了，到现在没有通知。'],
    ['我没有交钱是因为合同有问题', '我没有交钱是因为合同有问题。'],
    ['我等你们的结果', '我等你们的结果。'],
    ['嗯', '嗯。'],
    ['谢谢您', '谢谢您。'],
    ['对的我核对一下可以吗', '对的，我核对一下可以吗？'],
    ['需要保密吗我帮您备注', '需要保密吗？我帮您备注。'],
  ])('%s', (spoken, marked) => {
    expect(finished(spoken)).toBe(marked)
  })

  it.each([
    ...[
      '您贵姓',
      '在哪里',
      '怎么称呼您',
      '是不是要带身份证',
      '修好了没有',
      '几点停的水',
      '那什么时候来修呢',
      '您是王先生吧',
    ],
    ...['我想咨询一下老年卡在哪里办', '是身份证还是户口本', '对吧', '你们到底能不能管'],
  ])('asks: %s', (text) => {
    expect(finished(text)).toBe(`${text}？`)
  })

  it.each([
    ...[
      '没什么事了',
      '我不知道找谁',
      '免贵姓黄',
      '他们还没来呢',
      '那就这样吧',
      '怎么说都没用',
      '我看一下有没有记录',
    ],
    ...['谁都不管', '有几个人受伤', '好的'],
  ])('does not ask: %s', (text) => {
    expect(finished(text).endsWith('。')).toBe(true)
  })
})

describe('marks by pauses', () => {
  it('stand where somebody paused, but not before a particle or after a single word', () => {
    const text = '我住天河路那边的小区'
    expect(punctuate(text, { final: true, pausesAfter: [1, 5, 7] })).toBe('我住天河路，那边的小区。')
  })

  it('are never put into a number or a name', () => {
    const text = '电话一三八零零一三八零零零在天河体育西路'
    const uncut = [{ start: text.indexOf('天河'), end: text.length }]
    expect(punctuate(text, { final: true, uncut, pausesAfter: [5, 9, 13, 16] })).toBe(
      '电话一三八零零一三八零零零，在天河体育西路。',
    )
  })
})

describe('words that have marks', () => {
  it.each(['您好，我住三楼。', '真的？', '我说：“不行”', '等一下…', '一、二、三，'])('stay: %s', (text) => {
    expect(finished(text)).toBe(text)
  })

  it('without words are nothing to end', () => {
    expect(finished('')).toBe('')
    expect(finished('  ')).toBe('  ')
  })

  it('get no mark at the end while somebody is still speaking', () => {
    expect(punctuate('您好我住', { final: false })).toBe('您好，我住')
  })
})
