import { useEffect, useState } from 'react'
import { useDesk } from '../../../state/desk-context.ts'
import { useBenchState } from '../state/bench.ts'
import { mostLeaves, type MapEntry } from './mind-map-layout.ts'

const none: ReadonlyMap<string, readonly MapEntry[]> = new Map()

/** Entries of the categories that are open, by path, as far as map and tree show them; none unless they are `wanted`. */
export function useMapEntries(wanted: boolean): ReadonlyMap<string, readonly MapEntry[]> {
  const desk = useDesk()
  const categories = useBenchState((state) => state.categories)
  const expanded = useBenchState((state) => state.tree.expanded)
  const [entries, setEntries] = useState(none)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    const read = async (category: string) => {
      const input = { category, order: 'title', limit: mostLeaves * 2 } as const
      const { rows } = await desk.connection.call('knowledge.list', input)
      return [category, rows.filter((row) => row.category === category)] as const
    }
    Promise.all([...expanded].map(read)).then(
      (found) => {
        if (!gone) setEntries(new Map(found))
      },
      (error: unknown) => desk.fail(error),
    )
    return () => {
      gone = true
    }
  }, [desk, expanded, categories, wanted])
  return wanted ? entries : none
}
