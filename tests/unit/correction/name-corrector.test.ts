import { describe, expect, it } from 'vitest'
import { chooseSure } from '#shared/domain/correction/choose-sure.ts'
import { corrector, proposals } from './small-city.ts'

describe('names heard by sound', () => {
  it.each([
    ['我住在天和北路', ['天和北路→天河北路']],
    ['在体育溪路十八号穗和西饼买的', ['体育溪路→体育西路', '穗和西饼→穗禾西饼']],
    ['广大花园的物业', ['广大花园→光大花园']],
    // 那→拉, 沙→撒: an accent, and one character right.
    ['海猪区那边', ['海猪区→海珠区']],
    ['住在添和被路', ['添和被路→天河北路']],
    ['我在列德附近', ['列德→猎德']],
    // Whoever comes from there says chong, and bu.
    ['在沙冲小区', ['沙冲小区→沙涌小区']],
    ['清布路那里', ['清布路→清㘵路']],
    ['找市场监督管里局', ['市场监督管里局→市场监督管理局']],
  ])('%s', (text, expected) => expect(proposals(text)).toEqual(expected))

  it.each([
    ['a name in its own spelling', '天河北路和体育西路'],
    ['ordinary words that sound like a name', '有人在楼下吵'],
    ['an ordinary word with a common ending', '广大群众都有意见'],
    ['two syllables that nothing calls a name', '他列得很清楚'],
    ['a name whose last words belong to others', '天河城里很热闹'],
    ['nothing', ''],
    ['characters outside of the basic plane', '𧒽岗那边天和北路'],
  ])('leaves %s as it is', (_, text) => expect(proposals(text)).toEqual([]))

  it('a longer name takes in a shorter one that is spelt rightly', () =>
    expect(proposals('岁禾西饼体育西路店')).toEqual(['岁禾西饼体育西路店→穗禾西饼体育西路店']))

  it('names that sound the same are all offered; where one was said to lie tells which is meant', () => {
    const [open] = chooseSure(corrector.find('唐下路那边'))
    expect(open?.candidates.map(({ name }) => name).toSorted()).toEqual(['塘下路', '棠下路'])
    expect(open?.chosen).toBeNull()
    expect(proposals('唐下路那边', ['我在海珠区'])).toEqual(['唐下路→塘下路'])
    expect(proposals('唐下路那边', ['我在天河区'])).toEqual(['唐下路→棠下路'])
  })

  it('puts a name in by itself only where it is sure', () => {
    const chosen = (text: string) => chooseSure(corrector.find(text)).map((correction) => correction.chosen)
    expect(chosen('我住在天和北路')).toEqual(['天河北路'])
    // All that was heard is ordinary: it is proposed, no more.
    expect(chosen('就是云山失意楼下')).toEqual([null])
    // Another city's road.
    expect(chosen('大兴区的兴华大街')).toEqual([null])
    expect(chosen('在兴华大街')).toEqual(['杏花大街'])
  })

  it('says where the words stand', () => {
    const text = '我住在天和北路二十号'
    const [correction] = corrector.find(text)
    expect(correction).toMatchObject({ start: 3, end: 7, heard: '天和北路', chosen: null })
    expect(correction?.candidates[0]).toMatchObject({ name: '天河北路', kind: 'road' })
  })
})
