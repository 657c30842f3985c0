import { useState, type DragEventHandler } from 'react'

interface FileDrop {
  /** While files are held over it. */
  readonly 'data-over': boolean
  readonly onDragOver: DragEventHandler
  readonly onDragLeave: DragEventHandler
  readonly onDrop: DragEventHandler
}

/** Makes an element take files that are dropped on it; while it is not `ready` they are let fall, and nothing opens them. */
export function useFileDrop(onFiles: (files: readonly File[]) => void, ready: boolean): FileDrop {
  const [over, setOver] = useState(false)
  return {
    'data-over': over,
    onDragOver(event) {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      event.dataTransfer.dropEffect = ready ? 'copy' : 'none'
      setOver(ready)
    },
    onDragLeave(event) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
    },
    onDrop(event) {
      event.preventDefault()
      setOver(false)
      const files = [...event.dataTransfer.files]
      if (ready && files.length > 0) onFiles(files)
    },
  }
}
