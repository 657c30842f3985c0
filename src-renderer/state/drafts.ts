import { useCallback } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Desk } from './desk-model.ts'
import { useDesk } from './desk-context.ts'

/**
 * What somebody began to write and neither sent nor dropped, by what it is about. It outlives its form: another flag, another
 * desk, a call that arrives lose nothing of it. It ends with the page.
 */
export interface Drafts<Value> {
  /** Of one window. */
  readonly of: (desk: Desk) => StoreApi<ReadonlyMap<string, Value>>
}

/** What a draft is about where there is one of its kind. */
export const only = 'only'

export function createDrafts<Value>(): Drafts<Value> {
  const stores = new WeakMap<Desk, StoreApi<ReadonlyMap<string, Value>>>()
  return {
    of: (desk) => {
      const known = stores.get(desk)
      if (known !== undefined) return known
      const store = createStore<ReadonlyMap<string, Value>>(() => new Map())
      stores.set(desk, store)
      return store
    },
  }
}

/** `useState` that outlives the component; undefined while there is nothing, and to be done with it. */
export function useKept<Value>(
  drafts: Drafts<Value>,
  about: string,
): readonly [Value | undefined, (value: Value | undefined) => void] {
  const store = drafts.of(useDesk())
  const value = useStore(store, (all) => all.get(about))
  const keep = useCallback((next: Value | undefined) => putDraft(store, about, next), [store, about])
  return [value, keep]
}

/** All there are of a kind. */
export function useDrafts<Value>(drafts: Drafts<Value>): ReadonlyMap<string, Value> {
  return useStore(drafts.of(useDesk()))
}

export function putDraft<Value>(
  store: StoreApi<ReadonlyMap<string, Value>>,
  about: string,
  value: Value | undefined,
): void {
  const all = new Map(store.getState())
  if (value === undefined) all.delete(about)
  else all.set(about, value)
  store.setState(all, true)
}
