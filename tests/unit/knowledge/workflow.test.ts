import { describe, expect, it } from 'vitest'
import type { Deed, Entry, EntryContent } from '#shared/domain/knowledge/entry.ts'
import { saveRevision, takeStep, type StepName } from '#shared/domain/knowledge/workflow.ts'

const content: EntryContent = { title: '甲', similar: [], category: '', keywords: [], answer: '请到窗口。' }
const by = (staffNumber: string, at = '2026-11-22T01:00:00.000Z'): Deed => ({
  at,
  by: { staffNumber, staffName: `员工${staffNumber}` },
})
const step = (entry: Entry, name: StepName, who: string, revision = entry.revision): Entry | string => {
  const taken = takeStep(entry, { step: name, revision, reason: '因为' }, by(who))
  return taken.ok ? taken.value : taken.error.code
}
const done = (taken: Entry | string): Entry => {
  if (typeof taken === 'string') throw new Error(taken)
  return taken
}

const draft = saveRevision(undefined, 'a', content, by('1'))
const review = done(step(draft, 'submit', '1'))
const published = done(step(review, 'approve', '2'))
const retired = done(step(published, 'retire', '1'))

describe('an entry', () => {
  it('goes from draft over review to published and retired, each with who and when', () => {
    expect(draft).toMatchObject({ state: 'draft', revision: 1, authors: ['1'], changed: by('1') })
    expect(review).toMatchObject({ state: 'review', submitted: by('1') })
    expect(published).toMatchObject({
      state: 'published',
      authors: [],
      published: { revision: 1, ...by('2') },
    })
    expect(published.submitted).toBeUndefined()
    expect(retired).toMatchObject({ state: 'retired' })
    expect(retired.published).toBeUndefined()
  })

  it.each<[string, Entry, StepName, string, string]>([
    ['a draft is not approved', draft, 'approve', '2', 'wrong-state'],
    ['a draft is not returned', draft, 'return', '2', 'wrong-state'],
    ['one in review is not submitted again', review, 'submit', '1', 'wrong-state'],
    ['its author does not approve it', review, 'approve', '1', 'own-work'],
    ['a published one is not approved again', published, 'approve', '2', 'wrong-state'],
    ['a retired one is not retired again', retired, 'retire', '1', 'wrong-state'],
  ])('%s', (_what, entry, name, who, code) => {
    expect(step(entry, name, who)).toBe(code)
  })

  it('is not decided about by who saw an older revision', () => {
    expect(step(saveRevision(review, 'a', content, by('1')), 'submit', '1', 1)).toBe('entry-changed')
  })

  it('is not submitted without words to say, or with dates in the wrong order', () => {
    const of = (changes: Partial<EntryContent>): Entry =>
      saveRevision(undefined, 'a', { ...content, ...changes }, by('1'))
    expect(step(of({ answer: ' ' }), 'submit', '1')).toBe('incomplete')
    expect(step(of({ effective: '2027-01-02', expires: '2027-01-01' }), 'submit', '1')).toBe('incomplete')
  })

  it('becomes a draft again when it is edited, whatever it was, and stays published meanwhile', () => {
    expect(saveRevision(review, 'a', content, by('3'))).toMatchObject({
      state: 'draft',
      revision: 2,
      authors: ['1', '3'],
    })
    const edited = saveRevision(published, 'a', content, by('3'))
    expect(edited).toMatchObject({ state: 'draft', authors: ['3'], published: { revision: 1 } })
    expect(saveRevision(retired, 'a', content, by('1')).state).toBe('draft')
  })

  it('keeps why it was returned until it is submitted again', () => {
    const returned = done(step(review, 'return', '2'))
    expect(returned).toMatchObject({ state: 'draft', returned: { reason: '因为', ...by('2') } })
    expect(saveRevision(returned, 'a', content, by('1')).returned).toBeDefined()
    expect(done(step(returned, 'submit', '1')).returned).toBeUndefined()
  })
})
