import { describe, expect, it } from 'vitest'
import { categorySchema } from '#shared/domain/site-pack.ts'
import { hearCategory } from '#shared/domain/understanding/kind/category.ts'
import { indexCategories } from '#shared/domain/understanding/kind/category-index.ts'
import { rankCategories } from '#shared/domain/understanding/kind/category-ranking.ts'
import { listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, turnsOf } from './small-pack.ts'

const leaf = (code: string, level3: string, keywords: string) =>
  categorySchema.parse({ code, level1: '甲', level2: '乙', level3, keywords, unit: '局', urgency: '一般' })
const index = indexCategories(
  [
    leaf('0101001', '垃圾清运', '垃圾没人收|垃圾桶满了|臭味'),
    leaf('0101002', '停水', '停水|水龙头没水|自来水'),
    leaf('0101003', '家政服务', '家政公司|月嫂|保洁阿姨'),
    leaf('0101004', '拖欠工资', '拖欠工资|不发工资|老板跑路'),
    leaf('0101005', '广场舞', '广场舞|音响太大|跳舞扰民'),
  ],
  [
    ['停水', '断水', '冇水'],
    ['工资', '人工'],
  ],
)
const first = (text: string): string | undefined =>
  rankCategories([{ text, weight: 1 }], index)[0]?.category.level3
const hear = (...lines: readonly string[]) =>
  hearCategory(
    listen(turnsOf(...lines), context, (turn) => flatten(turn.text)),
    index,
  )

describe('the ranking of categories', () => {
  it('knows parts of keywords, synonyms of their words, and what a recogniser makes of them', () => {
    expect(first('楼下的垃圾两天都没有人收走')).toBe('垃圾清运')
    expect(first('我们成栋楼断水啦')).toBe('停水')
    expect(first('他一直不发公资')).toBe('拖欠工资')
  })

  it('counts rare words more, and not at all those of every call', () => {
    expect(rankCategories([{ text: '您好我想投诉请问怎么办', weight: 1 }], index)).toEqual([])
    expect(first('那边有人在跳舞我们都没有睡')).toBe('广场舞')
  })

  it('counts a keyword once, however many shorter ones it holds', () => {
    const doubled = indexCategories([leaf('0101003', '家政', '家政|家政公司')], [])
    const single = indexCategories([leaf('0101003', '家政', '家政公司')], [])
    const weight = (of: typeof index) => rankCategories([{ text: '家政公司', weight: 1 }], of)[0]?.weight
    expect(weight(doubled)).toBe(weight(single))
  })
})

describe('the category that was heard', () => {
  it('comes with its words, the reason and the next ones', () => {
    const heard = hear('市民：我们这里垃圾没人收', '坐席：请说', '市民：垃圾桶满了好大臭味')
    expect(heard?.value).toEqual({ code: '0101001', path: ['甲', '乙', '垃圾清运'] })
    expect(heard?.evidence.map(({ turn, quote }) => [turn, quote])).toEqual([
      [0, '垃圾没人收'],
      [2, '垃圾桶满了'],
      [2, '臭味'],
    ])
    expect(heard?.reason).toBe('听到“垃圾没人收”“垃圾桶满了”“臭味”')
  })

  it('rests on what the caller came with, more than on what fills in name and place', () => {
    const heard = hear(
      '市民：老板不发工资拖欠工资三个月了',
      '坐席：请问公司在什么地址',
      '市民：在家政公司楼上广场舞那个广场边上',
    )
    expect(heard?.value.path[2]).toBe('拖欠工资')
  })

  it('is left open where two are as likely, or nothing was said', () => {
    expect(hear('市民：月嫂的事还有停水的事')).toBeUndefined()
    expect(hear('市民：您好请问是热线吗')).toBeUndefined()
    expect(hear('坐席：请问是停水了吗自来水没有了')).toBeUndefined()
  })
})
