import type { ReactNode } from 'react'
import { useDesk, useSession } from '../state/desk-context.ts'
import { text } from '../text/zh-CN.ts'
import { Button } from './button.tsx'

/** The one calm line that something has to say, until it is closed. */
export function NoticeLine(): ReactNode {
  const desk = useDesk()
  const notice = useSession((state) => state.notice)
  if (notice === null) return null
  return (
    <div className="line" data-kind="plain" key={notice.id}>
      {notice.message}
      <span className="line-end">
        <Button kind="quiet" keys="Esc" onClick={desk.dismissNotice}>
          {text.noticeClose}
        </Button>
      </span>
    </div>
  )
}
