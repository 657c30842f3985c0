import { expect, test } from 'vitest'
import type { HeardValue, SubjectRef } from '#shared/domain/ticket-fields.ts'
import { heardValue, listen } from '#shared/domain/understanding/hearing/hearing.ts'
import { typeAgainstParty } from '#shared/domain/understanding/kind/blamed-party.ts'
import type { RequestType } from '#shared/domain/understanding/kind/named-type.ts'
import { flatten } from '#shared/text/flat-text.ts'
import { context, turnsOf } from './small-pack.ts'

const evidence = [{ turn: 0, startMs: 0, endMs: 1000, quote: '物业', confidence: 0.8 }]
const managed: HeardValue<SubjectRef> = heardValue<SubjectRef>({ name: '宁和物业' }, evidence)
const help = (confidence: number) => heardValue<RequestType>('求助', evidence, { confidence })

const typeOf = (
  requestType: HeardValue<RequestType>,
  party: HeardValue<SubjectRef> | undefined,
  ...words: readonly string[]
) =>
  typeAgainstParty(
    requestType,
    party,
    listen(turnsOf(...words), context, ({ text }) => flatten(text)),
  )

test('help against a party that is named is a complaint, which help may still be chosen for', () => {
  const type = typeOf(
    help(0.85),
    managed,
    '市民：宁和物业的电梯坏了六天',
    '坐席：您的诉求',
    '市民：两天内修好',
  )
  expect(type).toMatchObject({ value: '投诉', alternatives: ['求助'], reason: '求助的事由所反映的一方造成' })
})

test.each<[string, HeardValue<RequestType>, HeardValue<SubjectRef> | undefined, readonly string[]]>([
  ['nobody is named', help(0.85), undefined, ['市民：电梯坏了六天', '坐席：您的诉求', '市民：两天内修好']],
  ['help was asked for outright', help(0.95), managed, ['市民：我想求助宁和物业锁了我的车']],
  [
    'a complaint was ruled out',
    help(0.85),
    managed,
    ['市民：宁和物业门口的砖', '坐席：您要投诉吗', '市民：不是投诉'],
  ],
  ['water has failed', help(0.85), managed, ['市民：宁和物业这边停水了一直没来']],
  ['somebody is in danger', help(0.85), managed, ['市民：宁和物业的电梯里有人被困']],
])('it stays help where %s', (_, requestType, party, words) => {
  expect(typeOf(requestType, party, ...words)?.value).toBe('求助')
})
