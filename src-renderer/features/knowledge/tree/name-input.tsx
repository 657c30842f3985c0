import { useState, type ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'
import { isComposing } from '../../../ui/composing.ts'
import { useBench } from '../state/bench.ts'

/** The line in which a category gets its name: Enter takes it, Esc leaves it. */
export function NameInput({ initial }: { readonly initial: string }): ReactNode {
  const bench = useBench()
  const [name, setName] = useState(initial)
  return (
    <input
      className="text-input name-input"
      autoFocus
      aria-label={knowledgeText.tree.name}
      maxLength={40}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onFocus={(event) => event.target.select()}
      onClick={(event) => event.stopPropagation()}
      onBlur={() => bench.tree.name(null)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (isComposing(event.nativeEvent)) return
        // The dialog that may follow must not be answered by the same key.
        if (event.key === 'Enter') {
          event.preventDefault()
          void bench.tree.named(name)
        }
        if (event.key === 'Escape') bench.tree.name(null)
      }}
    />
  )
}
