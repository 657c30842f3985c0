import { expect, it } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

const longest = 250

/** Lines that are neither blank nor comment. */
function linesOfCode(text: string): number {
  return text
    .replaceAll(/^\s*\/\*[\s\S]*?\*\/\s*$/gmu, '')
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/.*)?$/u.test(line)).length
}

it('counts code and nothing else', () => {
  expect(linesOfCode('/**\n * Why.\n */\nconst a = 1 // one\n\n// two\n  /* three */\nconst b = 2\n')).toBe(2)
})

it(`no file of the product is longer than ${String(longest)} lines`, () => {
  const files = sourceFiles('src-*/**/*.{ts,tsx}')
  expect(files.length).toBeGreaterThan(200)
  const tooLong = files
    .map(({ path, text }) => ({ path, lines: linesOfCode(text) }))
    .filter(({ lines }) => lines > longest)
  expect(tooLong).toEqual([])
})
