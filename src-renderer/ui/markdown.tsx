import type { ReactNode } from 'react'
import { parseMarkdown, type Inline } from '../format/markdown.ts'
import './ui.css'

/** The words of an answer as they are laid out. A link shows where it leads: the seat reads the address out. */
export function Markdown({ words }: { readonly words: string }): ReactNode {
  return (
    <div className="markdown">
      {parseMarkdown(words).map((block, index) => {
        if (block.kind === 'paragraph') {
          return (
            <p key={index}>
              {block.lines.map((line, at) => (
                <span key={at}>
                  {at > 0 && <br />}
                  <Words line={line} />
                </span>
              ))}
            </p>
          )
        }
        const List = block.ordered ? 'ol' : 'ul'
        return (
          <List key={index}>
            {block.items.map((item, at) => (
              <li key={at}>
                <Words line={item} />
              </li>
            ))}
          </List>
        )
      })}
    </div>
  )
}

function Words({ line }: { readonly line: readonly Inline[] }): ReactNode {
  return line.map((piece, index) => {
    switch (piece.kind) {
      case 'text':
        return piece.text
      case 'bold':
        return <b key={index}>{piece.text}</b>
      case 'link':
        return (
          <span key={index} className="markdown-link">
            {piece.text} <small>{piece.address}</small>
          </span>
        )
    }
  })
}
