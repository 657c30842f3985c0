import { expect, it } from 'vitest'
import { createDrafts, putDraft } from '../../src-renderer/state/drafts.ts'
import type { Desk } from '../../src-renderer/state/desk-model.ts'

const desk = (): Desk => ({}) as Desk

it('keeps what was begun by what it is about, in its own window and kind', () => {
  const [here, there] = [desk(), desk()]
  const reasons = createDrafts<string>()
  const others = createDrafts<string>()
  putDraft(reasons.of(here), 'c1', '写到一半')
  putDraft(reasons.of(here), 'c2', '')
  expect([...reasons.of(here).getState()]).toEqual([
    ['c1', '写到一半'],
    ['c2', ''],
  ])
  expect(reasons.of(there).getState().size).toBe(0)
  expect(others.of(here).getState().size).toBe(0)
})

it('is done with what was sent or dropped, and tells who looks on', () => {
  const store = createDrafts<string>().of(desk())
  let told = 0
  store.subscribe(() => (told += 1))
  putDraft(store, 'c1', '一')
  putDraft(store, 'c1', undefined)
  expect(store.getState().has('c1')).toBe(false)
  expect(told).toBe(2)
})
