/**
 * Prints a page of its own out of sight: the system's dialog offers printers and PDF. False where the browser gave no frame to
 * print. Scripts in it do not run.
 */
export function printHtml(html: string): boolean {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  document.body.append(frame)
  const { contentWindow, contentDocument } = frame
  if (contentWindow === null || contentDocument === null) {
    frame.remove()
    return false
  }
  contentDocument.documentElement.innerHTML = html
  contentWindow.addEventListener('afterprint', () => frame.remove())
  contentWindow.focus()
  contentWindow.print()
  return true
}
