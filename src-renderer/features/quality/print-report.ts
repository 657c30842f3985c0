import { printHtml } from './print-html.ts'

type Outcome = 'saved' | 'printing' | 'cancelled' | 'failed'

/** Under the desktop shell the report becomes a PDF file; in a browser its own dialog prints it or saves it as one. */
export async function printReport(file: {
  readonly fileName: string
  readonly text: string
}): Promise<Outcome> {
  const shell = window.seatBridge
  if (shell === undefined) return printHtml(file.text) ? 'printing' : 'failed'
  return shell.savePdf({ fileName: file.fileName.replace(/\.html$/, '.pdf'), html: file.text })
}
