import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useDesk, useUi } from '../../state/desk-context.ts'
import type { SettingsTab } from '../../state/ui-store.ts'
import { settingsText } from '../../text/settings.ts'
import { Dialog } from '../../ui/dialog.tsx'
import './settings.css'

export interface SettingsPage {
  readonly tab: SettingsTab
  readonly content: ReactNode
}

interface SettingsProps {
  readonly pages: readonly SettingsPage[]
  readonly onClose: () => void
}

/** The settings of this seat, a tab a page. A page is on the screen only while its tab is chosen. */
export function Settings({ pages, onClose }: SettingsProps): ReactNode {
  const { ui } = useDesk().stores
  const tab = useUi((state) => state.settingsTab)
  return (
    <Dialog title={settingsText.title} wide onClose={onClose}>
      <Tabs
        className="settings"
        activeKey={tab}
        destroyOnHidden
        onChange={(key) => {
          const page = pages.find((candidate) => candidate.tab === key)
          if (page !== undefined) ui.setState({ settingsTab: page.tab })
        }}
        items={pages.map(({ tab: key, content }) => ({
          key,
          label: settingsText.tabs[key],
          children: content,
        }))}
      />
    </Dialog>
  )
}
