import type { ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useBench, useBenchState } from '../state/bench.ts'

const { tree: words } = knowledgeText

/** Says what a renamed or moved category changes before it does. */
export function MoveDialog(): ReactNode {
  const bench = useBench()
  const pending = useBenchState((state) => state.tree.pending)
  if (pending === null) return null
  return (
    <Dialog title={words.moveTitle} onClose={bench.tree.cancel}>
      <p>{words.moveAbout(pending.entries)}</p>
      <ul className="move-list">
        {pending.moves.map(({ category, entryIds }) => (
          <li key={category}>
            {category} <small>{words.moveCount(entryIds.length)}</small>
          </li>
        ))}
      </ul>
      <div className="dialog-buttons">
        <Button kind="primary" autoFocus onClick={() => void bench.tree.confirm()}>
          {words.moveNow}
        </Button>
        <Button onClick={bench.tree.cancel}>{words.moveCancel}</Button>
      </div>
    </Dialog>
  )
}
