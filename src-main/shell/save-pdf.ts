import { writeFile } from 'node:fs/promises'
import { BrowserWindow, dialog, ipcMain, session } from 'electron'
import * as z from 'zod'
import { shellText } from '#shared/catalogue/shell.ts'
import { savePdfChannel, type SavePdfOutcome } from '../preload/bridge.ts'
import { isAppAddress } from './app-address.ts'

/** Longest page, characters: Chromium loads no longer address, and in base64 it is half as long again and more. */
const longestPage = 1_000_000

const orderSchema = z.object({ fileName: z.string().min(1).max(200), html: z.string().max(longestPage) })

/** From this Chromium on the margin boxes of a page's own style are printed: header, footer and page numbers. */
const firstWithMarginBoxes = 131

/** Lets our pages save a page of theirs as PDF, to a file that the person names. Runs once the app is ready. */
export function offerPdf(): void {
  ipcMain.handle(savePdfChannel, async (event, order: unknown): Promise<SavePdfOutcome> => {
    const parsed = orderSchema.safeParse(order)
    const asking = BrowserWindow.fromWebContents(event.sender)
    if (!parsed.success || asking === null || !isAppAddress(event.senderFrame?.url ?? '')) return 'failed'
    const { filePath, canceled } = await dialog.showSaveDialog(asking, {
      defaultPath: parsed.data.fileName,
      filters: [{ name: shellText.pdf, extensions: ['pdf'] }],
    })
    if (canceled || filePath === '') return 'cancelled'
    try {
      await writeFile(filePath, await printPage(parsed.data.html))
      return 'saved'
    } catch (error) {
      process.stderr.write(`${String(error)}\n`)
      return 'failed'
    }
  })
}

/** Prints a page out of sight. It runs no script and loads nothing: all that it needs is in it. */
async function printPage(html: string): Promise<Buffer> {
  const pages = session.fromPartition('print')
  pages.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !url.startsWith('data:') })
  })
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: pages, sandbox: true, contextIsolation: true, javascript: false },
  })
  try {
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(html).toString('base64')}`)
    return await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      ...ownHeaderAndFooter(),
    })
  } finally {
    window.destroy()
  }
}

/** For a Chromium that leaves the page's margin boxes out: the same, as it knows to draw them. */
function ownHeaderAndFooter(): Electron.PrintToPDFOptions {
  if (Number.parseInt(process.versions.chrome, 10) >= firstWithMarginBoxes) return {}
  const line = (words: string): string =>
    `<div style="width:100%;padding:0 12mm;display:flex;justify-content:space-between;font-size:8pt;font-family:'Noto Sans CJK SC','Microsoft YaHei','PingFang SC',sans-serif;color:#57606a">${words}</div>`
  return {
    displayHeaderFooter: true,
    headerTemplate: line('<span class="title"></span>'),
    footerTemplate: line(
      `<span>${shellText.internal}</span><span><span class="pageNumber"></span> / <span class="totalPages"></span></span>`,
    ),
  }
}
