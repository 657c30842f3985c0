/** In milliseconds: the browser reads a file after the click has returned; on a busy machine long after. */
const readWithin = 60_000

/** Gives a file to the person to save. */
export function saveFile(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), readWithin)
}
