import type { ReactNode } from 'react'
import { useSession } from '../../state/desk-context.ts'
import { only, useDrafts, useKept } from '../../state/drafts.ts'
import { rulesText } from '../../text/rules.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useLeaveGuard } from '../../ui/use-leave-guard.ts'
import { ruleDrafts, rulesPlaces, scorecardDrafts, type RulesPlace } from './drafts.ts'
import { RulePage } from './rule-page.tsx'
import { ScorecardPage } from './scorecard-page.tsx'
import './rules.css'

const views = ['rules', 'scorecard'] as const
const start: RulesPlace = { view: 'rules', rule: null }

/** 规范台: the trainer's desk for wording rules and the scorecard, with a bench to try a change before it is saved. */
export function RulesDesk({ desks }: { readonly desks: ReactNode }): ReactNode {
  const session = useSession((state) => state.session)
  const [place = start, go] = useKept(rulesPlaces, only)
  const show = (view: RulesPlace['view']): void => go({ ...place, view })
  useKeys({ 'Alt+Digit1': () => show('rules'), 'Alt+Digit2': () => show('scorecard') })
  return (
    <div className="desk rules">
      <header className="top-bar">
        {desks}
        <TabRow
          label={rulesText.viewLabel}
          names={views}
          titles={rulesText.views}
          shown={place.view}
          keyOf={(index) => `Alt ${String(index + 1)}`}
          onShow={show}
        />
        <div className="top-bar-right">
          {session !== null && rulesText.staff(session.staffName, session.staffNumber)}
        </div>
      </header>
      <div role="status">
        <NoticeLine />
      </div>
      {place.view === 'rules' ? (
        <RulePage chosen={place.rule} onChoose={(rule) => go({ ...place, rule })} />
      ) : (
        <ScorecardPage />
      )}
      <footer className="key-hints">
        {rulesText.keys[place.view].map(([keys, words]) => (
          <span key={keys}>
            <Kbd keys={keys} /> {words}
          </span>
        ))}
      </footer>
      <LeaveGuard />
    </div>
  )
}

/** Asks before a page with changes that were not saved is closed; another desk keeps them. */
function LeaveGuard(): ReactNode {
  const unsaved = useDrafts(ruleDrafts).size + useDrafts(scorecardDrafts).size > 0
  useLeaveGuard(unsaved)
  return null
}
