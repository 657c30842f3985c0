import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { TrialHit } from '#shared/contract/knowledge-views.ts'
import { firstSentences, markWords } from '../../../format/text.ts'
import { plainWords } from '../../../format/markdown.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { explain, isAbort } from '../../../state/explain.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Column } from '../../../ui/column.tsx'
import { useBench } from '../state/bench.ts'
import { TrialRecording } from './trial-recording.tsx'

const { trial: words } = knowledgeText
const searchAfterMs = 200

/** 试问: what a seat would be offered for a citizen's words, and why. A line a turn: the last ones count most. */
export function Trial(): ReactNode {
  const bench = useBench()
  const { connection } = useDesk()
  const [said, setSaid] = useState('')
  const [hits, setHits] = useState<readonly TrialHit[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    const lines = said.split('\n').filter((line) => line.trim() !== '')
    if (lines.length === 0) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      connection.call('knowledge.try', inputOf(lines), controller.signal).then(
        (found) => {
          setHits(found)
          setFailure(null)
        },
        (error: unknown) => {
          if (!isAbort(error)) setFailure(explain(error))
        },
      )
    }, searchAfterMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [connection, said])

  const empty = useCallback(() => {
    setSaid('')
    setHits(null)
  }, [])
  const addTurn = useCallback((text: string) => setSaid((now) => (now === '' ? text : `${now}\n${text}`)), [])

  return (
    <Column name="trial" title={words.title} note={words.about}>
      <div className="page-body">
        <textarea
          className="text-input trial-input"
          data-column-entry=""
          rows={4}
          aria-label={words.label}
          placeholder={words.hint}
          maxLength={400}
          value={said}
          onChange={(event) => {
            setSaid(event.target.value)
            if (event.target.value.trim() === '') setHits(null)
          }}
        />
        <TrialRecording onBegin={empty} onTurn={addTurn} />
        {failure !== null && <p className="empty">{failure}</p>}
        {hits?.length === 0 && <p className="empty">{words.none}</p>}
        <ol className="trial-list" aria-live="polite">
          {hits?.map((hit, index) => (
            <li key={hit.entryId} className="trial-hit">
              <span className="trial-place">{index + 1}</span>
              <div>
                <h3>
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      bench.show('entries')
                      void bench.entry.open(hit.entryId)
                    }}
                  >
                    {hit.title}
                  </button>
                  <small>
                    {hit.entryId}@{hit.version}
                  </small>
                </h3>
                <p>{firstSentences(plainWords(hit.answer), 2)}</p>
                <Why hit={hit} />
              </div>
              <span className="trial-score">
                <meter min={0} max={1} value={hit.score} aria-label={words.score} />
                {words.percent(Math.round(hit.score * 100))}
              </span>
            </li>
          ))}
        </ol>
        {hits?.length === 0 && (
          <Button
            onClick={() => {
              bench.show('entries')
              void bench.entry.begin({ title: said.trim().split('\n').at(-1)?.slice(0, 200) ?? '' })
            }}
          >
            {knowledgeText.coverage.begin}
          </Button>
        )}
      </div>
    </Column>
  )
}

/** One line is what an operator types; several are turns of a citizen. */
function inputOf(lines: readonly string[]) {
  if (lines.length === 1) return { text: lines[0] ?? '' }
  return {
    turns: lines.map((text, index) => ({
      ...{ speaker: 'citizen' as const, startMs: index * 5000, endMs: index * 5000 + 4000, text },
    })),
  }
}

function Why({ hit }: { readonly hit: TrialHit }): ReactNode {
  return (
    <ul className="trial-why">
      {hit.why.map(({ field, text, words: found }, index) => (
        <li key={index}>
          <small>{knowledgeText.editor.fields[field]}</small>
          {markWords(text, found).map((piece, at) =>
            piece.marked ? <mark key={at}>{piece.text}</mark> : piece.text,
          )}
        </li>
      ))}
    </ul>
  )
}
