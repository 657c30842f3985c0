import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { programRoot } from '../../src-main/hosts/paths.ts'
import { sourceFiles, type SourceFile } from '../support/source-files.ts'

const catalogues = sourceFiles('{src-shared/catalogue,src-renderer/text}/*.ts')
const users = sourceFiles('{src-*,scripts}/**/*.{ts,tsx}')

/**
 * Entries that no file reads. An entry is read where a file that imports its catalogue names it after a dot or takes it out
 * (`const { menu } = words`); a group that is read as a whole (`words.states[state]`) counts with all that is in it.
 */
function unread(entries: object, path: string, importers: readonly SourceFile[]): readonly string[] {
  return Object.entries(entries).flatMap(([key, value]: [string, unknown]) => {
    const takenOut = `\\{[^{}]*\\b${key}\\b[^{}]*\\} = `
    const named = new RegExp(`\\.${key}\\b|${takenOut}`, 'u')
    const files = importers.filter(({ text }) => named.test(text))
    if (files.length === 0) return [`${path}.${key}`]
    const whole = new RegExp(`\\.${key}\\b(?!\\.)|${takenOut}`, 'u')
    if (!isGroup(value) || files.some(({ text }) => whole.test(text))) return []
    return unread(value, `${path}.${key}`, files)
  })
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function importersOf(name: string, file: string): readonly SourceFile[] {
  const end = file.slice(file.lastIndexOf('/'))
  return users.filter(
    ({ path, text }) =>
      path !== file && text.includes(`${end}'`) && new RegExp(`\\b${name}\\b`, 'u').test(text),
  )
}

describe('the catalogue', () => {
  it('notices an entry that nobody reads', () => {
    const importer = {
      path: 'a.ts',
      text: 'print(words.used); print(words.states[state]); print(words.some.one); const { taken } = words',
    }
    const entries = {
      used: '',
      unused: '',
      states: { on: '', off: '' },
      some: { one: '', other: '' },
      taken: {},
    }
    expect(unread(entries, 'words', [importer])).toEqual(['words.unused', 'words.some.other'])
  })

  it.each(catalogues.map(({ path }) => path))('%s has no entry that nobody reads', async (path) => {
    const exported = (await import(join(programRoot, path))) as Readonly<Record<string, unknown>>
    const objects = Object.entries(exported).filter(([, value]) => isGroup(value))
    const found = objects.flatMap(([name, value]) => {
      const importers = importersOf(name, path)
      // `fieldLabels[field]`: read as a whole.
      const whole = new RegExp(`\\b${name}\\b(?:\\[|\\)|,\\s)`, 'u')
      if (importers.some(({ text }) => whole.test(text.replaceAll(/^import[^;]*?from.*$/gmu, '')))) return []
      return unread(value as object, name, importers)
    })
    expect(found).toEqual([])
  })
})
