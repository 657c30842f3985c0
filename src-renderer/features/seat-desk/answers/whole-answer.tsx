import type { ReactNode } from 'react'
import { formatDateTime } from '../../../format/time.ts'
import { useAnswers } from '../../../state/desk-context.ts'
import { seatAnswersText } from '../../../text/seat-answers.ts'
import { text } from '../../../text/zh-CN.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Markdown } from '../../../ui/markdown.tsx'

const words = seatAnswersText

/** The whole entry over the desk: all that the card has no room for. */
export function WholeAnswer({ onClose }: { readonly onClose: () => void }): ReactNode {
  const whole = useAnswers((state) => state.whole)
  if (whole === null) return null
  const { content, answerId, version, publishedAt } = whole
  return (
    <Dialog title={content.title} wide onClose={onClose}>
      <div className="whole-answer" tabIndex={0} role="document">
        <Markdown words={content.answer} />
        <p className="answer-foot">
          <span>{words.version(answerId, version)}</span>
          {publishedAt !== undefined && <span>{words.publishedAt(formatDateTime(publishedAt))}</span>}
          {content.effective !== undefined && <span>{words.validFrom(content.effective)}</span>}
          {content.expires !== undefined && <span>{text.answers.validUntil(content.expires)}</span>}
          {content.source !== undefined && content.source !== '' && (
            <span>{text.answers.source(content.source)}</span>
          )}
        </p>
        {content.similar.length > 0 && (
          <>
            <h3>{words.similar}</h3>
            <ul className="whole-similar">
              {content.similar.map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Dialog>
  )
}
