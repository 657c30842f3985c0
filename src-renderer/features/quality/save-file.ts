const types = { csv: 'text/csv;charset=utf-8', html: 'text/html;charset=utf-8' } as const

/** Gives a text to the person as a file to save. */
export function saveFile(name: string, text: string, kind: keyof typeof types): void {
  const url = URL.createObjectURL(new Blob([text], { type: types[kind] }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after the click has returned; on a busy machine long after.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
