import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useDesk, useSession } from '../../state/desk-context.ts'
import { knowledgeText } from '../../text/knowledge.ts'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/column.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { NoticeLine } from '../../ui/notice-line.tsx'
import { TabRow } from '../../ui/tab-row.tsx'
import { useLeaveGuard } from '../../ui/use-leave-guard.ts'
import { EntryEditor } from './editor/entry-editor.tsx'
import { createBenchKeys } from './bench-keys.ts'
import { BulkBar } from './list/bulk-bar.tsx'
import { EntryList } from './list/entry-list.tsx'
import { ListHead } from './list/list-head.tsx'
import { Coverage } from './pages/coverage.tsx'
import { Exchange } from './pages/exchange.tsx'
import { Trial } from './pages/trial.tsx'
import { BenchContext, benchOf, useBench, useBenchState } from './state/bench.ts'
import { benchViews, isDirty, type BenchView } from './state/bench-store.ts'
import { CategoryTree } from './tree/category-tree-view.tsx'
import { MindMap } from './tree/mind-map.tsx'
import { MoveDialog } from './tree/move-dialog.tsx'
import './knowledge.css'

interface KnowledgeDeskProps {
  /** The way to the other desks. */
  readonly desks: ReactNode
}

/** 知识工作台: the trainer's desk. Tree left, list middle, editor right; the other pages take their place. */
export function KnowledgeDesk({ desks }: KnowledgeDeskProps): ReactNode {
  const desk = useDesk()
  const bench = benchOf(desk)
  useEffect(() => {
    const listener = createBenchKeys(bench, () => desk.stores.ui.getState().overlay !== null)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [bench, desk])
  return (
    <BenchContext value={bench}>
      <div className="desk knowledge">
        <BenchBar desks={desks} />
        <BenchLines />
        <BenchBody />
        <BenchHints />
        <MoveDialog />
        <KnownCategories />
        <LeaveGuard />
      </div>
    </BenchContext>
  )
}

function BenchBar({ desks }: KnowledgeDeskProps): ReactNode {
  const bench = useBench()
  const view = useBenchState((state) => state.view)
  const session = useSession((state) => state.session)
  return (
    <header className="top-bar">
      {desks}
      <TabRow
        label={knowledgeText.title}
        names={benchViews}
        titles={knowledgeText.views}
        shown={view}
        keyOf={(index) => `Alt ${String(index + 1)}`}
        onShow={(name) => bench.show(name)}
      />
      <div className="top-bar-right">
        <StatusWords />
        {session !== null && <span>{session.staffName}</span>}
      </div>
    </header>
  )
}

function StatusWords(): ReactNode {
  const status = useBenchState((state) => state.status)
  if (status === null) return null
  const { status: words } = knowledgeText
  const icons = { online: 'check', offline: 'cloudOff', starting: 'wait' } as const
  return (
    <span className="machine-state" data-good={status.centre !== 'offline'} title={status.key}>
      <Icon name={status.trouble === undefined ? icons[status.centre] : 'caution'} />
      {words.centre[status.centre]} · {words.answers(status.answers)} · {words.sequence(status.sequence)}
      {status.draftsHere > 0 && <b>· {words.waiting(status.draftsHere)}</b>}
    </span>
  )
}

function BenchLines(): ReactNode {
  const connection = useSession((state) => state.connection)
  const trouble = useBenchState((state) => state.status?.trouble)
  return (
    <div role="status">
      {connection !== 'open' && <p className="line">{knowledgeText.disconnected}</p>}
      {trouble !== undefined && <TroubleLine trouble={trouble} />}
      <NoticeLine />
    </div>
  )
}

/** What is the matter with the increments. A lead may accept the key of a centre that was set up anew. */
function TroubleLine({ trouble }: { readonly trouble: string }): ReactNode {
  const desk = useDesk()
  const mayTrust = useSession((state) => state.session?.roles.includes('lead') ?? false)
  const [asking, setAsking] = useState(false)
  const trust = (): void => {
    setAsking(false)
    desk.connection.call('knowledge.trustCentre', {}).catch(desk.fail)
  }
  return (
    <p className="line">
      {asking ? knowledgeText.status.trustAbout : trouble}
      {mayTrust && (
        <span className="line-end">
          {asking ? (
            <>
              <Button onClick={trust}>{knowledgeText.status.trustNow}</Button>
              <Button kind="quiet" onClick={() => setAsking(false)}>
                {knowledgeText.bulk.cancel}
              </Button>
            </>
          ) : (
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {knowledgeText.status.trust}
            </Button>
          )}
        </span>
      )}
    </p>
  )
}

const pages: Readonly<Record<BenchView, () => ReactNode>> = {
  entries: () => (
    <>
      <TreeColumn withEntries={false} />
      <Column name="entries" title={knowledgeText.list.title} note={<ListNote />}>
        <ListHead />
        <BulkBar />
        <EntryList />
      </Column>
      <Column name="editor" title={knowledgeText.editor.title}>
        <EntryEditor />
      </Column>
    </>
  ),
  map: () => (
    <>
      <TreeColumn withEntries />
      <Column name="map" title={knowledgeText.views.map}>
        <MindMap />
      </Column>
    </>
  ),
  coverage: () => <Coverage />,
  trial: () => <Trial />,
  exchange: () => <Exchange />,
}

function BenchBody(): ReactNode {
  const view = useBenchState((state) => state.view)
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus()
  }, [view])
  return (
    <main ref={main} className="bench-columns" data-view={view} tabIndex={-1}>
      {pages[view]()}
    </main>
  )
}

function TreeColumn({ withEntries }: { readonly withEntries: boolean }): ReactNode {
  return (
    <Column name="tree" title={knowledgeText.tree.title}>
      <CategoryTree withEntries={withEntries} />
    </Column>
  )
}

function ListNote(): ReactNode {
  const bench = useBench()
  const total = useBenchState((state) => state.list.total)
  return (
    <>
      {total !== null && knowledgeText.list.total(total)}
      <Button kind="quiet" keys="Alt N" onClick={() => void bench.entry.begin()}>
        {knowledgeText.editor.begin}
      </Button>
    </>
  )
}

/** The line at the bottom: the keys of the page on screen. */
function BenchHints(): ReactNode {
  const view = useBenchState((state) => state.view)
  return (
    <footer className="key-hints">
      {[...knowledgeText.keys.everywhere, ...knowledgeText.keys[view]].map(({ key, title }) => (
        <span key={key}>
          <Kbd keys={key} /> {title}
        </span>
      ))}
    </footer>
  )
}

/** The categories there are, for every line in which one is typed. */
function KnownCategories(): ReactNode {
  const categories = useBenchState((state) => state.categories)
  return (
    <datalist id="known-categories">
      {categories.map(({ category }) => (
        <option key={category} value={category} />
      ))}
    </datalist>
  )
}

/** Asks before a page with unsaved words is closed. */
function LeaveGuard(): ReactNode {
  const unsaved = useBenchState(
    (state) => Object.keys(state.unsaved).length > 0 || (state.open !== null && isDirty(state.open)),
  )
  useLeaveGuard(unsaved)
  return null
}
