import fc from 'fast-check'
import { expect, it, describe } from 'vitest'
import {
  fieldNames,
  sureConfidence,
  type FieldEntry,
  type FieldName,
  type HeardFields,
  type TicketDraft,
} from '#shared/domain/ticket-fields.ts'
import {
  acceptFields,
  applyHeard,
  changedFields,
  clearField,
  fillEmpty,
  revert,
  setTyped,
} from '#shared/domain/ticket/draft.ts'

const field = fc.constantFrom(...fieldNames)
const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.record({ name: fc.string() }))
const confidence = fc.double({ min: 0, max: 1, noNaN: true })
const at = fc.integer({ min: 0, max: 4e12 }).map((time) => new Date(time).toISOString())
const evidence = fc.array(
  fc.record({ turn: fc.nat(50), quote: fc.string(), startMs: fc.nat(), endMs: fc.nat(), confidence }),
  { maxLength: 2 },
)
const change = fc.record({ by: fc.constantFrom('8031', '8001'), at })

function mapOf<T>(entry: fc.Arbitrary<T>): fc.Arbitrary<Partial<Record<FieldName, T>>> {
  return fc.array(fc.tuple(field, entry), { maxLength: 8 }).map((entries) => Object.fromEntries(entries))
}

const draft: fc.Arbitrary<TicketDraft> = mapOf(
  fc.record<FieldEntry>({
    value: fc.option(value),
    source: fc.constantFrom('typed', 'heard', 'rule', 'history'),
    confidence,
    evidence,
    alternatives: fc.array(value, { maxLength: 2 }),
    confirmed: fc.boolean(),
    changedAt: at,
    changedBy: fc.constantFrom('heard', '8031'),
  }),
)
const heard = mapOf(
  fc.record({ value, confidence, evidence, alternatives: fc.array(value, { maxLength: 2 }) }),
) as unknown as fc.Arbitrary<HeardFields>

/** What a person can do to a draft. */
const edit: fc.Arbitrary<(draft: TicketDraft) => TicketDraft> = fc.oneof(
  fc.tuple(field, value, change).map(
    ([name, typed, by]) =>
      (before: TicketDraft) =>
        setTyped(before, name, typed, by),
  ),
  fc.tuple(field, change).map(
    ([name, by]) =>
      (before: TicketDraft) =>
        clearField(before, name, by),
  ),
  fc.tuple(fc.option(fc.array(field), { nil: undefined }), change).map(
    ([names, by]) =>
      (before: TicketDraft) =>
        acceptFields(before, names, by),
  ),
)

const onlyOf = (whole: TicketDraft, names: readonly string[]): TicketDraft =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => names.includes(name)))

/** Without what is heard beside a person's value. */
const own = (whole: TicketDraft): TicketDraft =>
  Object.fromEntries(
    Object.entries(whole).map(([name, entry]) => [name, { ...entry, heardInstead: undefined }]),
  )

describe('what is heard', () => {
  it('stands beside a confirmed value that differs from it, and only there', () => {
    fc.assert(
      fc.property(draft, heard, at, (before, words, now) => {
        for (const [name, entry] of Object.entries(applyHeard(before, words, now))) {
          const value = words[name as FieldName]?.value
          if (!entry.confirmed || entry.source === 'history') continue
          const differs = value !== undefined && JSON.stringify(value) !== JSON.stringify(entry.value)
          expect(entry.heardInstead?.value).toEqual(differs ? value : undefined)
        }
      }),
    )
  })

  it('fills only what is empty in a ticket that a person mends, and touches nothing else', () => {
    fc.assert(
      fc.property(draft, heard, at, (before, words, now) => {
        const after = fillEmpty(before, words, now)
        expect(onlyOf(after, Object.keys(before))).toEqual(before)
        expect(Object.keys(after).toSorted()).toEqual(
          [...new Set([...Object.keys(before), ...Object.keys(words)])].toSorted(),
        )
      }),
    )
  })

  it('is not lost when a person types something else over it', () => {
    fc.assert(
      fc.property(heard, field, value, change, at, (words, name, typed, by, now) => {
        const edited = setTyped(applyHeard({}, words, now), name, typed, by)
        const said = words[name]?.value
        const differs = said !== undefined && JSON.stringify(said) !== JSON.stringify(typed)
        expect(edited[name]?.heardInstead?.value).toEqual(differs ? said : undefined)
      }),
    )
  })

  it('never changes what a person confirmed, nor what history gave', () => {
    fc.assert(
      fc.property(draft, heard, at, (before, words, now) => {
        const kept = Object.entries(before)
          .filter(([, entry]) => entry.confirmed || entry.source === 'history')
          .map(([name]) => name)
        expect(own(onlyOf(applyHeard(before, words, now), kept))).toEqual(own(onlyOf(before, kept)))
      }),
    )
  })

  it('confirms nothing by itself, and leaves no value that is no longer heard', () => {
    fc.assert(
      fc.property(draft, heard, at, (before, words, now) => {
        for (const [name, entry] of Object.entries(applyHeard(before, words, now))) {
          const old = before[name as FieldName]
          if (old?.confirmed === true || old?.source === 'history') continue
          expect(entry).toMatchObject({
            confirmed: false,
            changedBy: 'heard',
            value: words[name as FieldName]!.value,
          })
        }
      }),
    )
  })

  it('is the same however often it is heard', () => {
    fc.assert(
      fc.property(draft, heard, at, at, (before, words, now, later) => {
        const once = applyHeard(before, words, now)
        expect(applyHeard(once, words, later)).toEqual(once)
      }),
    )
  })

  it('never undoes a person who has edited, whatever comes after', () => {
    fc.assert(
      fc.property(
        draft,
        field,
        value,
        change,
        fc.array(heard, { maxLength: 5 }),
        at,
        (before, name, typed, by, later, now) => {
          const edited = setTyped(before, name, typed, by)
          const after = later.reduce((current, words) => applyHeard(current, words, now), edited)
          expect(own(after)[name]).toEqual(own(edited)[name])
        },
      ),
    )
  })
})

describe('accepting', () => {
  it('twice is accepting once', () => {
    fc.assert(
      fc.property(
        draft,
        fc.option(fc.array(field), { nil: undefined }),
        change,
        change,
        (before, names, by, again) => {
          const once = acceptFields(before, names, by)
          expect(acceptFields(once, names, again)).toEqual(once)
        },
      ),
    )
  })

  it('changes no value, and without names only what is sure', () => {
    fc.assert(
      fc.property(draft, change, (before, by) => {
        const after = acceptFields(before, undefined, by)
        for (const [name, entry] of Object.entries(after)) {
          const old = before[name as FieldName]!
          expect(entry.value).toEqual(old.value)
          const sure = old.value !== null && old.confidence >= sureConfidence
          expect(entry.confirmed).toBe(old.confirmed || sure)
        }
      }),
    )
  })
})

describe('undo', () => {
  it('takes any change of a person back, field by field', () => {
    fc.assert(
      fc.property(draft, edit, (before, change) => {
        const after = change(before)
        const touched = changedFields(after, before)
        const was = onlyOf(before, Object.keys(touched))
        expect(revert(after, was, touched)).toEqual(before)
      }),
    )
  })

  it('leaves what came meanwhile in other fields', () => {
    fc.assert(
      fc.property(draft, field, value, change, heard, at, (before, name, typed, by, words, now) => {
        const after = setTyped(before, name, typed, by)
        const touched = changedFields(after, before)
        const meanwhile = applyHeard(after, words, now)
        const undone = revert(meanwhile, onlyOf(before, Object.keys(touched)), touched)
        const others = fieldNames.filter((other) => !(other in touched))
        expect(onlyOf(undone, others)).toEqual(onlyOf(meanwhile, others))
      }),
    )
  })
})
