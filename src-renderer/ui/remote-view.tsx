import type { ReactNode } from 'react'
import type { Remote } from '../state/use-remote.ts'
import { qualityText } from '../text/quality.ts'

/** Shows what was asked for once it is there; before, that it is on its way, or why it cannot be had. */
export function RemoteView<Value>(props: {
  readonly remote: Remote<Value>
  readonly children: (value: Value) => ReactNode
}): ReactNode {
  const { remote, children } = props
  switch (remote.kind) {
    case 'loading':
      return <p className="empty">{qualityText.loading}</p>
    case 'failed':
      return <p className="empty">{qualityText.failed(remote.reason)}</p>
    case 'ready':
      return children(remote.value)
  }
}
