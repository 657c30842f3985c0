import type { ReactNode } from 'react'
import { knowledgeText } from '../../../text/knowledge.ts'

const { editor: words } = knowledgeText
/** More would be a list to read instead of a help. */
const most = 6

interface ProposalsProps {
  readonly proposals: readonly { readonly text: string; readonly asked: number }[]
  readonly onAdd: (phrase: string) => void
}

/** What citizens asked like this and nobody found: a press makes it a phrasing of the entry. */
export function Proposals({ proposals, onAdd }: ProposalsProps): ReactNode {
  if (proposals.length === 0) return null
  return (
    <div className="field-line">
      <span>{words.proposals}</span>
      <div className="proposals" role="group" aria-label={words.proposals}>
        {proposals.slice(0, most).map(({ text, asked }) => (
          <button key={text} type="button" className="chip" onClick={() => onAdd(text)}>
            + {text} <small>{words.asked(asked)}</small>
          </button>
        ))}
      </div>
    </div>
  )
}
