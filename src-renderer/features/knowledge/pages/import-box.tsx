import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { ImportPlanView } from '#shared/contract/knowledge-views.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { explain } from '../../../state/explain.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { useBench } from '../state/bench.ts'
import { formatOf, importEndings, planImport, type ImportFile } from './import-files.ts'
import { PlanRows } from './plan-rows.tsx'
import { useFileDrop } from './use-file-drop.ts'

const { exchange: words } = knowledgeText

type Stage =
  | { readonly kind: 'idle' }
  | { readonly kind: 'sending'; readonly share: number }
  | { readonly kind: 'planned'; readonly plan: ImportPlanView }
  | { readonly kind: 'applying'; readonly plan: ImportPlanView; readonly saved: number }

/** Files in: chosen, read in a dry run, and only then taken over as drafts. */
export function ImportBox(): ReactNode {
  const desk = useDesk()
  const bench = useBench()
  const [stage, setStage] = useState<Stage>({ kind: 'idle' })
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(
    () =>
      desk.connection.on('knowledge.importProgress', ({ planId, saved }) =>
        setStage((now) => (now.kind === 'applying' && now.plan.planId === planId ? { ...now, saved } : now)),
      ),
    [desk],
  )

  async function attempt(work: () => Promise<Stage>): Promise<void> {
    setFailure(null)
    try {
      setStage(await work())
    } catch (error) {
      setFailure(explain(error))
      setStage({ kind: 'idle' })
    }
  }
  function plan(files: readonly ImportFile[]): void {
    const format = formatOf(files.map(({ name }) => name))
    if (format === undefined) {
      setFailure(words.unknownFormat)
      return
    }
    setStage({ kind: 'sending', share: 0 })
    void attempt(async () => ({
      kind: 'planned',
      plan: await planImport(desk.connection, format, files, (share) => setStage({ kind: 'sending', share })),
    }))
  }
  function apply(planned: ImportPlanView): void {
    setStage({ kind: 'applying', plan: planned, saved: 0 })
    void attempt(async () => {
      const { saved, failed } = await desk.connection.call('knowledge.importApply', {
        planId: planned.planId,
      })
      desk.notify(words.imported(saved, failed.length, failed[0]?.message))
      bench.list.refresh()
      return { kind: 'idle' }
    })
  }
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What had the focus is gone or disabled: the keys go on where the next step is.
    if (document.activeElement !== document.body) return
    box.current?.querySelector<HTMLElement>('.exchange-pick input:enabled, [aria-pressed="true"]')?.focus()
  }, [stage.kind])
  const drop = useFileDrop(plan, stage.kind === 'idle')
  const planned = stage.kind === 'planned' || stage.kind === 'applying' ? stage.plan : null
  const toSave = planned === null ? 0 : planned.counts.new + planned.counts.changed

  return (
    <div ref={box} className="exchange-box file-drop" {...drop}>
      <p className="soft-ink">{words.importAbout}</p>
      <div className="exchange-pick">
        <FilePicker label={words.pickFiles} onPick={plan} disabled={stage.kind !== 'idle'} />
        <FilePicker label={words.pickFolder} onPick={plan} folder disabled={stage.kind !== 'idle'} />
        <Button
          disabled={stage.kind !== 'idle'}
          onClick={() =>
            void attempt(async () => ({
              kind: 'planned',
              plan: await desk.connection.call('knowledge.importPack', {}),
            }))
          }
        >
          {words.fromPack}
        </Button>
      </div>
      {failure !== null && (
        <p className="line" role="alert">
          {failure}
        </p>
      )}
      {stage.kind === 'sending' && (
        <p role="status">
          <progress max={1} value={stage.share} aria-label={words.sending} /> {words.sending}
        </p>
      )}
      {planned !== null && (
        <>
          <PlanRows plan={planned} />
          <div className="dialog-buttons">
            <Button
              kind="primary"
              disabled={toSave === 0 || stage.kind === 'applying'}
              onClick={() => apply(planned)}
            >
              {words.importNow(toSave)}
            </Button>
            <Button disabled={stage.kind === 'applying'} onClick={() => setStage({ kind: 'idle' })}>
              {words.leave}
            </Button>
            {stage.kind === 'applying' && (
              <span role="status">
                <progress max={toSave} value={stage.saved} aria-label={words.saving} /> {stage.saved}/{toSave}
              </span>
            )}
          </div>
        </>
      )}
    </div>
  )
}

interface FilePickerProps {
  readonly label: string
  readonly folder?: boolean
  readonly disabled: boolean
  readonly onPick: (files: readonly ImportFile[]) => void
}

function FilePicker({ label, folder = false, disabled, onPick }: FilePickerProps): ReactNode {
  return (
    <label className="button file-button" data-disabled={disabled}>
      {label}
      <input
        type="file"
        multiple
        disabled={disabled}
        accept={folder ? undefined : importEndings}
        {...(folder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          // Of a folder everything comes; what is no answer file in it is left.
          const files = [...(event.target.files ?? [])].filter(({ name }) => !folder || name.endsWith('.md'))
          event.target.value = ''
          if (files.length > 0) onPick(files)
        }}
      />
    </label>
  )
}
