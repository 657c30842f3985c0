import type { ReactNode } from 'react'
import type { EntryCheck } from '#shared/contract/knowledge-views.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useBench } from '../state/bench.ts'

const { editor: words } = knowledgeText

/** How long the words are for a voice on the phone, and what to look at before they go out. */
export function Checks({ check }: { readonly check: EntryCheck | null }): ReactNode {
  const bench = useBench()
  if (check === null) return null
  const { characters, sentences, longestSentence, seconds } = check.meters
  return (
    <div className="checks">
      <p className="meters">{words.meters(characters, sentences, longestSentence, Math.round(seconds))}</p>
      <div role="status">
        <ul aria-label={words.findings}>
          {check.findings.map((finding, index) => (
            <li key={index} className="finding" data-severity={finding.severity}>
              <Icon name={finding.severity === 'hint' ? 'ring' : 'caution'} />
              <span>
                {finding.message}
                {finding.quote !== undefined && <q>{finding.quote}</q>}
                {finding.other !== undefined && (
                  <Neighbour
                    {...finding.other}
                    onOpen={(entryId) => {
                      bench.show('entries')
                      void bench.entry.open(entryId)
                    }}
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

interface NeighbourProps {
  readonly entryId: string
  readonly title: string
  readonly quote?: string | undefined
  readonly onOpen: (entryId: string) => void
}

function Neighbour({ entryId, title, quote, onOpen }: NeighbourProps): ReactNode {
  return (
    <>
      {' '}
      <button type="button" className="link" onClick={() => onOpen(entryId)}>
        {title}
      </button>
      {quote !== undefined && <q>{quote}</q>}
    </>
  )
}
