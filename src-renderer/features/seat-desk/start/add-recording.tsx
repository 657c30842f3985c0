import { Input, Progress } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useDesk } from '../../../state/desk-context.ts'
import { explain, isAbort } from '../../../state/explain.ts'
import { startText } from '../../../text/start.ts'
import { Button } from '../../../ui/button.tsx'
import { keepFocus } from '../../../ui/keep-focus.ts'
import { uploadRecording } from './upload-recording.ts'

interface Running {
  readonly share: number
  readonly controller: AbortController
}

/** Adds the person's own recording: one stereo file, or one file for the seat and one for the citizen. */
export function AddRecording(): ReactNode {
  const desk = useDesk()
  const place = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const [title, setTitle] = useState('')
  const [running, setRunning] = useState<Running | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  /** Each step takes away the button that was pressed; the focus goes on to what the next one needs. */
  function step(change: () => void): void {
    flushSync(change)
    keepFocus(place.current?.querySelector<HTMLElement>(':is(input:not([hidden]), button):enabled'))
  }

  function choose(chosen: readonly File[]): void {
    // Which two are meant is not ours to guess.
    const files = chosen.length > 2 ? [] : chosen
    step(() => {
      setProblem(chosen.length > 2 ? startText.tooMany(chosen.length) : null)
      setFiles(files)
      setTitle((files[0]?.name ?? '').replace(/\.\w+$/, ''))
    })
  }

  function drop(): void {
    step(() => {
      setFiles([])
      setProblem(null)
    })
  }

  async function add(): Promise<void> {
    const controller = new AbortController()
    step(() => {
      setProblem(null)
      setRunning({ share: 0, controller })
    })
    try {
      const progress = (share: number): void => setRunning({ share, controller })
      await uploadRecording(desk.connection, title.trim(), files, progress, controller.signal)
      setFiles([])
      await desk.loadRecordings()
    } catch (error) {
      if (!isAbort(error)) setProblem(startText.addFailed(explain(error)))
    } finally {
      step(() => setRunning(null))
    }
  }

  return (
    <div ref={place} className="add">
      <input
        ref={input}
        type="file"
        accept=".wav,audio/wav"
        multiple
        hidden
        aria-label={startText.choose}
        onChange={(event) => {
          choose([...(event.target.files ?? [])])
          // The same file may be chosen again, mended meanwhile.
          event.target.value = ''
        }}
      />
      {files.length === 0 ? (
        <Button onClick={() => input.current?.click()}>{startText.choose}</Button>
      ) : (
        <div className="add-row">
          <span className="add-files">{files.map((file) => file.name).join('、')}</span>
          <Input
            className="add-title"
            aria-label={startText.title}
            placeholder={startText.title}
            maxLength={200}
            value={title}
            disabled={running !== null}
            onChange={(event) => setTitle(event.target.value)}
          />
          {running === null ? (
            <>
              <Button kind="primary" disabled={title.trim() === ''} onClick={() => void add()}>
                {startText.add}
              </Button>
              <Button onClick={drop}>{startText.cancel}</Button>
            </>
          ) : (
            <Button onClick={() => running.controller.abort()}>{startText.cancel}</Button>
          )}
        </div>
      )}
      {running !== null && <Progress percent={Math.round(running.share * 100)} size="small" />}
      {problem !== null && (
        <p className="start-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
