import { expect, test } from 'vitest'
import { applyHeard, draftValues } from '#shared/domain/ticket/draft.ts'
import { hearDialogue } from './small-pack.ts'

test.each([
  ['坐：电话报一下 / 市：一三六五零一二 / 坐：喂您好还在吗', '136 5012 ＿＿＿＿', '还差4位'],
  ['坐：电话报一下 / 市：一三六五零一二八八七 / 坐：好的', '136 5012 887＿', '还差1位'],
  ['坐：电话报一下 / 市：一三六五零一二八八七四四 / 坐：好的', '136 5012 88744', '多了1位'],
  ['坐：留个座机吧 / 市：零二零八三五六一 / 坐：好的', '020 8356 1', '没有记完整'],
])('digits that make no number are a gap: %s', (words, partial, asked) => {
  const heard = hearDialogue(words).contactPhone
  expect(heard?.value).toBeUndefined()
  expect(heard).toMatchObject({ partial, ask: expect.stringContaining(asked) as unknown })
  expect(heard?.evidence.length).toBeGreaterThan(0)
})

test('a gap is shown and not sent, and a whole number takes its place', () => {
  const first = '坐：电话报一下 / 市：一三六五零一二八八七'
  const draft = applyHeard({}, hearDialogue(first), '2026-11-18T02:20:00Z')
  expect(draft.contactPhone).toMatchObject({ value: null, partial: '136 5012 887＿', confirmed: false })
  expect(draftValues(draft).contactPhone).toBeUndefined()
  const whole = hearDialogue(`${first} / 坐：少一位 / 市：一三六五零一二八八七四`)
  const next = applyHeard(draft, whole, '2026-11-18T02:21:00Z')
  expect(next.contactPhone).toMatchObject({ value: '13650128874' })
  expect(next.contactPhone?.partial).toBeUndefined()
})

test('a number that the seat heard otherwise, and nobody confirmed, is to be asked again', () => {
  const heard = hearDialogue('坐：电话 / 市：一三六五零一二八八七四 / 坐：一三六五零一二八八七七')
  expect(heard.contactPhone?.ask).toBe('跟您核对一下，联系电话是136 5012 8877，对吗？')
})

test.each(['坐：有电话吗 / 市：没有', '坐：门牌多少 / 市：二百三十号', '坐：电话 / 市：不留'])(
  'no gap where no number was begun: %s',
  (words) => {
    expect(hearDialogue(words).contactPhone).toBeUndefined()
  },
)

test('an extension is a note beside the number that can be dialled', () => {
  const heard = hearDialogue('坐：电话 / 市：零二零八三五六一一二七转三零二 / 坐：好的')
  expect(heard.contactPhone).toMatchObject({ value: '02083561127', reason: '另有分机 302' })
})
