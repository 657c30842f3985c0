import { useState, type ReactNode } from 'react'
import { useSession } from '../../state/desk-context.ts'
import { rulesText } from '../../text/rules.ts'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { RulePage } from './rule-page.tsx'
import { ScorecardPage } from './scorecard-page.tsx'
import './rules.css'

const views = ['rules', 'scorecard'] as const
type View = (typeof views)[number]

/** 规范台: the trainer's desk for wording rules and the scorecard, with a bench to try a change before it is saved. */
export function RulesDesk({ desks }: { readonly desks: ReactNode }): ReactNode {
  const session = useSession((state) => state.session)
  const [view, setView] = useState<View>('rules')
  return (
    <div className="desk rules">
      <header className="top-bar">
        {desks}
        <TabRow
          label={rulesText.viewLabel}
          names={views}
          titles={rulesText.views}
          shown={view}
          onShow={setView}
        />
        <div className="top-bar-right">
          {session !== null && rulesText.staff(session.staffName, session.staffNumber)}
        </div>
      </header>
      <div role="status">
        <NoticeLine />
      </div>
      {/* Both stay: a change that is not saved must not be lost by a look at the other page. */}
      <RulePage hidden={view !== 'rules'} />
      <ScorecardPage hidden={view !== 'scorecard'} />
    </div>
  )
}
