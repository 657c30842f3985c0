import type { ReactNode } from 'react'
import { knowledgeText as sharedText } from '#shared/catalogue/knowledge.ts'
import type { EntryState } from '#shared/domain/knowledge/entry.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const icons: Readonly<Record<EntryState, IconName>> = {
  draft: 'dot',
  review: 'wait',
  published: 'check',
  retired: 'stop',
}

/** 草稿, 审核中, 已发布, 已停用: by icon and words, not by colour alone. */
export function StateMark({ state }: { readonly state: EntryState }): ReactNode {
  return (
    <span className="state-mark" data-state={state}>
      <Icon name={icons[state]} />
      {sharedText.states[state]}
    </span>
  )
}
