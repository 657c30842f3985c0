import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { shownAnswers } from '../../../state/answers-store.ts'
import { openCall } from '../../../state/call-store.ts'
import { spokenDifferences } from '../../../state/spoken-differences.ts'
import { useAnswers, useCall, useDesk, useSession } from '../../../state/desk-context.ts'
import { text } from '../../../text/zh-CN.ts'
import { Column } from '../../../ui/column.tsx'
import { isComposing } from '../../../ui/composing.ts'
import { Kbd } from '../../../ui/kbd.tsx'
import { AnswerCard } from './answer-card.tsx'
import { Scripts } from './scripts.tsx'
import './answers.css'

const searchId = 'answer-search'

/** 答复与话术: what to say now, and what the standard answers say. */
export function Answers(): ReactNode {
  const desk = useDesk()
  const pack = useSession((state) => state.session?.pack)
  const query = useAnswers((state) => state.query)

  /** Esc among the answers found does what it does in the line above them. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || query === '') return
    event.stopPropagation()
    desk.answers.search('')
    document.getElementById(searchId)?.focus()
  }

  return (
    <Column
      name="answers"
      title={text.columns.answers}
      note={
        pack !== undefined && (
          <>
            {text.answers.packVersion(pack.version)}
            {pack.sample && <span className="answers-sample">{text.answers.samplePack}</span>}
          </>
        )
      }
    >
      <SearchBox />
      <div className="answers-body" onKeyDown={onKeyDown}>
        <Scripts />
        <AnswerList />
      </div>
    </Column>
  )
}

function SearchBox(): ReactNode {
  const desk = useDesk()
  const query = useAnswers((state) => state.query)
  const input = useRef<HTMLInputElement>(null)

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape' && query !== '') {
      event.stopPropagation()
      desk.answers.search('')
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      document.querySelector<HTMLElement>('[data-answer] button')?.focus()
    }
  }

  return (
    <div className="search" role="search">
      <input
        ref={input}
        id={searchId}
        type="search"
        className="search-input"
        aria-label={text.answers.search}
        placeholder={text.answers.searchHint}
        maxLength={400}
        value={query}
        onChange={(event) => desk.answers.search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Kbd keys={query === '' ? '/' : 'Esc'} />
    </div>
  )
}

function AnswerList(): ReactNode {
  const state = useAnswers((all) => all)
  const call = useCall(openCall)
  const hits = shownAnswers(state)
  const differences = spokenDifferences(call, state)
  const status = state.searching
    ? text.answers.loading
    : state.found === null
      ? null
      : text.answers.results(hits.length)
  return (
    <>
      {status !== null && (
        <p className="answers-status" role="status">
          {status}
        </p>
      )}
      {hits.length === 0 && !state.searching ? (
        <p className="answers-none">{state.found === null ? text.answers.waiting : text.answers.none}</p>
      ) : (
        <ol>
          {hits.map((hit, index) => (
            <AnswerCard
              key={hit.id}
              hit={hit}
              place={index + 1}
              expanded={state.expandedId === hit.id}
              differs={differences.get(hit.id)}
            />
          ))}
        </ol>
      )}
    </>
  )
}
