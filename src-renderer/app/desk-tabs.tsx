import type { ReactNode } from 'react'
import { useDesk, useSession, useUi } from '../state/desk-context.ts'
import { desksOf, shownDesk } from '../state/desks.ts'
import { commandText } from '../text/commands.ts'
import { desksText } from '../text/desks.ts'
import { Kbd } from '../ui/kbd.tsx'
import { TabRow } from '../ui/tab-row.tsx'

/** The desks of the person here, side by side in the bar of each; nothing where there is only one. */
export function DeskTabs(): ReactNode {
  const { ui } = useDesk().stores
  const session = useSession((state) => state.session)
  const chosen = useUi((state) => state.desk)
  const own = desksOf(session)
  if (own.length < 2) return null
  const shown = shownDesk(chosen, session)
  return (
    <TabRow
      label={desksText.label}
      names={own}
      titles={desksText.names}
      shown={shown}
      onShow={(desk) => ui.setState({ desk })}
    >
      <Kbd keys={commandText.nextDesk.key} />
    </TabRow>
  )
}
