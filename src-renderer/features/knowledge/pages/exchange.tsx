import { useState, type ReactNode } from 'react'
import { tableFormats, type TableFormat } from '#shared/contract/knowledge-views.ts'
import { useDesk } from '../../../state/desk-context.ts'
import { knowledgeText } from '../../../text/knowledge.ts'
import { Button } from '../../../ui/button.tsx'
import { Column } from '../../../ui/column.tsx'
import { saveFile } from '../../../ui/save-file.ts'
import { useBenchState } from '../state/bench.ts'
import { exportFile } from './import-files.ts'
import { ImportBox } from './import-box.tsx'

const { exchange: words } = knowledgeText

/** 导入导出: tables and folders in, with a dry run before anything changes; the same formats out. */
export function Exchange(): ReactNode {
  return (
    <>
      <Column name="import" title={words.importTitle} note={words.importNote}>
        <div className="page-body">
          <ImportBox />
        </div>
      </Column>
      <Column name="export" title={words.exportTitle}>
        <div className="page-body">
          <ExportBox />
        </div>
      </Column>
    </>
  )
}

function ExportBox(): ReactNode {
  const desk = useDesk()
  const filter = useBenchState((state) => state.list.filter)
  const total = useBenchState((state) => state.list.total)
  const [format, setFormat] = useState<TableFormat>('xlsx')
  const [narrowed, setNarrowed] = useState(false)
  const [published, setPublished] = useState(false)
  const [busy, setBusy] = useState(false)

  async function run(): Promise<void> {
    if (busy) return
    setBusy(true)
    try {
      const file = await exportFile(desk.connection, { format, published, ...(narrowed ? { filter } : {}) })
      saveFile(file.name, new Blob([file.bytes], { type: file.mediaType }))
      desk.notify(words.exported(file.name, file.entries))
    } catch (error) {
      desk.fail(error)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="exchange-box">
      <fieldset className="format-list">
        <legend>{words.format}</legend>
        {tableFormats.map((name) => (
          <label key={name} className="chip-tick">
            <input
              type="radio"
              name="export-format"
              checked={name === format}
              onChange={() => setFormat(name)}
            />
            {words.formats[name]}
          </label>
        ))}
      </fieldset>
      <label className="chip-tick">
        <input type="checkbox" checked={narrowed} onChange={(event) => setNarrowed(event.target.checked)} />
        {words.onlyListed(total ?? 0)}
      </label>
      <label className="chip-tick">
        <input type="checkbox" checked={published} onChange={(event) => setPublished(event.target.checked)} />
        {words.onlyPublished}
      </label>
      <p>
        <Button kind="primary" onClick={() => void run()}>
          {busy ? words.exporting : words.exportNow}
        </Button>
      </p>
    </div>
  )
}
