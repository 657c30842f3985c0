import { unzipSync, zipSync } from 'fflate'
import { parseDocument, stringify } from 'yaml'
import { failure, success, type Result } from '#shared/base/result.ts'
import { knowledgeImportText } from '#shared/catalogue/knowledge-import.ts'
import type { TableRow } from '#shared/domain/knowledge/plan-import.ts'
import type { TableEntry } from './table-entry.ts'
import { decodeText, type TableFile } from './table-file.ts'

/** Unpacked, a folder may be so large. */
const largestBytes = 64_000_000
/** What macOS puts beside each file that it zips: its attributes, under the same name. */
const macResources = '__MACOSX/'
const frontMatter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/

/** Reads `answers/*.md` files as a pack has them, one by one or zipped; other files are left out. */
export function readMarkdownFolder(files: readonly TableFile[]): Result<readonly TableRow[]> {
  const rows: TableRow[] = []
  for (const file of files) {
    const inside = hasEnding(file.name, '.zip') ? unzip(file.bytes) : success([file])
    if (!inside.ok) return inside
    for (const { name, bytes } of inside.value.filter((one) => hasEnding(one.name, '.md'))) {
      const text = decodeText(bytes)
      rows.push(
        text === undefined
          ? { file: name, line: 1, cells: {}, problem: knowledgeImportText.notUtf8 }
          : readFile(name, text),
      )
    }
  }
  return success(rows)
}

/** A zip of `answers/ID.md`. */
export function writeMarkdownFolder(entries: readonly TableEntry[]): Buffer {
  const files = entries.map(({ entryId, content }) => {
    const { answer, ...head } = content
    const text = `---\n${stringify({ id: entryId, ...head }, { lineWidth: 0 })}---\n${answer}\n`
    return [`answers/${entryId}.md`, Buffer.from(text)] as const
  })
  return Buffer.from(zipSync(Object.fromEntries(files)))
}

function readFile(file: string, text: string): TableRow {
  const match = frontMatter.exec(text)
  const row = { file, line: 1, cells: {} }
  if (match?.[1] === undefined) return { ...row, problem: knowledgeImportText.badFrontMatter }
  const head = parseDocument(match[1], { prettyErrors: false })
  const data: unknown = head.errors.length === 0 ? head.toJS() : undefined
  if (typeof data !== 'object' || data === null)
    return { ...row, problem: knowledgeImportText.badFrontMatter }
  const answer = text.slice(match[0].length).replaceAll('\r\n', '\n').trim()
  return { ...row, cells: { ...data, answer } }
}

function hasEnding(name: string, ending: string): boolean {
  return name.toLowerCase().endsWith(ending)
}

function unzip(bytes: Uint8Array): Result<readonly TableFile[]> {
  let unpacked = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize
        return hasEnding(name, '.md') && !name.startsWith(macResources) && unpacked <= largestBytes
      },
    })
    if (unpacked > largestBytes) return failure('upload-too-large', knowledgeImportText.uploadTooLarge)
    return success(Object.entries(files).map(([name, content]) => ({ name, bytes: content })))
  } catch {
    return failure('bad-zip', knowledgeImportText.badZip)
  }
}
