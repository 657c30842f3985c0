import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

/** Where Chinese stands in code because it is what the code is about, not something that is said to a person. */
const exceptions: readonly (readonly [where: string, why: string])[] = [
  ['src-shared/catalogue/', 'the catalogue itself'],
  ['src-shared/domain/understanding/', 'patterns of what callers say, and the values that they mean'],
  ['src-shared/domain/correction/', 'endings of names, and the words around them'],
  ['src-shared/domain/answers/', 'units of spoken numbers, and words of talk around them'],
  ['src-shared/domain/retrieval/', 'words that carry no meaning in a query'],
  ['src-shared/domain/wording/', 'patterns of how a seat speaks'],
  ['src-shared/domain/knowledge/', 'how citizens ask, units of figures, and turns of an answer'],
  ['src-shared/text/', 'numerals and fillers of spoken Chinese'],
  ['src-shared/domain/ticket-fields.ts', 'the values of the ticket’s fields are Chinese by the norm'],
  [
    'src-shared/domain/ticket/',
    'the values of the ticket’s fields, and words that tell a matter from another',
  ],
  ['src-shared/domain/review/', 'what a mask covers, and the values that rules and tickets have'],
  ['src-shared/domain/board/', 'days and hours as they are spoken'],
  ['src-shared/domain/scripts/', 'placeholders are words of the script files’ format'],
  ['src-main/cli/cut-places.ts', 'endings of official place names'],
  ['src-central/http/route-contracts.ts', 'descriptions in the interface document'],
  ['src-central/http/knowledge-contracts.ts', 'descriptions in the interface document'],
  ['src-central/http/review-contracts.ts', 'descriptions in the interface document'],
  ['src-central/http/rulebook-contracts.ts', 'descriptions in the interface document'],
  ['src-central/openapi.ts', 'descriptions in the interface document'],
]

/** String, template and pattern literals with Han characters in them; comments do not count. */
function chineseLiterals(path: string, text: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const literal =
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddleOrTemplateTail(node) ||
      ts.isRegularExpressionLiteral(node)
    // A comment inside SQL is one, too.
    if (literal && /\p{Script=Han}/u.test(node.text.replaceAll(/--.*$/gmu, ''))) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
  return found
}

describe('Chinese words', () => {
  const files = sourceFiles('{src-main,src-shared,src-central}/**/*.ts')
  const speaking = files
    .map(({ path, text }) => ({ path, literals: chineseLiterals(path, text) }))
    .filter(({ literals }) => literals.length > 0)

  it('are noticed in strings, templates and patterns, not in comments', () => {
    const text = "// 注释\nconst a = '甲'\nconst b = `乙${a}丙`\nconst c = /丁/\nconst d = `-- 戊`"
    expect(chineseLiterals('a.ts', text)).toEqual(['甲', '乙', '丙', '/丁/'])
  })

  it('stand in the catalogue, or where the code is about them', () => {
    const elsewhere = speaking.filter(({ path }) => !exceptions.some(([where]) => path.startsWith(where)))
    expect(Object.fromEntries(elsewhere.map(({ path, literals }) => [path, literals]))).toEqual({})
  })

  it('stand in every place that is excepted for them', () => {
    const idle = exceptions.filter(([where]) => !speaking.some(({ path }) => path.startsWith(where)))
    expect(idle).toEqual([])
  })
})
