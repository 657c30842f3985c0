import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { insertLink, toggleBold, toggleList, type Edit } from '../../../format/markdown.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Markdown } from '../../../ui/markdown.tsx'

const { editor: words } = knowledgeText

const actions = [
  { name: words.bold, key: 'Ctrl B', change: toggleBold },
  { name: words.bullets, key: 'Ctrl L', change: toggleList },
  { name: words.link, key: 'Ctrl I', change: (edit: Edit) => insertLink(edit, words.linkLabel) },
] as const

interface AnswerFieldProps {
  readonly words: string
  readonly onChange: (words: string) => void
}

/** The words to say, with the few things that a phone voice bears: bold, lists, line breaks, links. */
export function AnswerField({ words: answer, onChange }: AnswerFieldProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const [preview, setPreview] = useState(true)
  const id = useId()

  function apply(change: (edit: Edit) => Edit): void {
    const element = field.current
    if (element === null) return
    const { value, selectionStart, selectionEnd } = element
    const next = change({ text: value, start: selectionStart, end: selectionEnd })
    element.focus()
    replaceWith(element, next.text)
    element.setSelectionRange(next.start, next.end)
  }
  function onKeyDown(event: KeyboardEvent): void {
    const chord = `Ctrl ${event.key.toUpperCase()}`
    const action = event.ctrlKey && !event.altKey ? actions.find(({ key }) => key === chord) : undefined
    if (action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    apply(action.change)
  }

  return (
    <div className="field-line">
      <label htmlFor={id}>{words.fields.answer}</label>
      <div className="answer-field">
        <div className="answer-tools" role="toolbar" aria-label={words.tools}>
          {actions.map(({ name, key, change }) => (
            <Button key={key} kind="quiet" keys={key} onClick={() => apply(change)}>
              {name}
            </Button>
          ))}
          <label className="chip-tick answer-preview-tick">
            <input type="checkbox" checked={preview} onChange={(event) => setPreview(event.target.checked)} />
            {words.preview}
          </label>
        </div>
        <textarea
          ref={field}
          id={id}
          className="text-input"
          rows={5}
          maxLength={8000}
          placeholder={words.answerHint}
          value={answer}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {preview && answer.trim() !== '' && (
          <div className="answer-preview" role="group" aria-label={words.preview}>
            <Markdown words={answer} />
          </div>
        )}
      </div>
    </div>
  )
}

/** Puts other words into the field as if they were typed, so that Ctrl Z takes them back. */
function replaceWith(element: HTMLTextAreaElement, text: string): void {
  const { value } = element
  let start = 0
  while (start < value.length && start < text.length && value[start] === text[start]) start++
  let end = 0
  while (
    end < value.length - start &&
    end < text.length - start &&
    value[value.length - 1 - end] === text[text.length - 1 - end]
  ) {
    end++
  }
  element.setSelectionRange(start, value.length - end)
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else leaves the field's own undo in order
  document.execCommand('insertText', false, text.slice(start, text.length - end))
}
