import { isNode, LineCounter, parseDocument, type Document } from 'yaml'
import type * as z from 'zod'
import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import { describeIssue, parseInChinese } from './describe-issue.ts'
import { packError, type PackProblem, type Reading } from './pack-problem.ts'

interface Source {
  readonly file: string
  readonly text: string
  /** Line of the file at which `text` starts (front matter starts below its `---`). */
  readonly firstLine?: number
}

/** Reads one YAML mapping. `value` is undefined where it does not fit the schema; `extra` joins the mapping's own keys. */
export function readYaml<T>(
  source: Source,
  schema: z.ZodType<T>,
  extra: Readonly<Record<string, unknown>> = {},
): Reading<T | undefined> {
  const { document, problems, lineOf } = parseSource(source)
  if (problems.length > 0) return { value: undefined, problems }
  const data: unknown = document.toJS()
  const input = typeof data === 'object' && data !== null ? { ...data, ...extra } : data
  return check(source.file, schema, input, lineOf)
}

/** Reads a YAML list; entries that do not fit are left out and reported with their line. An empty file is an empty list. */
export function readYamlList<T>(source: Source, schema: z.ZodType<T>): Reading<T[]> {
  const { document, problems, lineOf } = parseSource(source)
  if (problems.length > 0) return { value: [], problems }
  const data: unknown = document.toJS() ?? []
  if (!Array.isArray(data)) {
    return { value: [], problems: [packError({ file: source.file }, packProblemText.notAList)] }
  }
  const readings = data.map((entry, index) =>
    check(source.file, schema, entry, (path) => lineOf([index, ...path])),
  )
  return {
    value: readings.flatMap((reading) => (reading.value === undefined ? [] : [reading.value])),
    problems: readings.flatMap((reading) => reading.problems),
  }
}

function check<T>(
  file: string,
  schema: z.ZodType<T>,
  input: unknown,
  lineOf: (path: readonly PropertyKey[]) => number,
): Reading<T | undefined> {
  const parsed = parseInChinese(schema, input)
  if (parsed.success) return { value: parsed.data, problems: [] }
  const problems = parsed.error.issues.map((issue) =>
    packError({ file, line: lineOf(issue.path) }, describeIssue(issue)),
  )
  return { value: undefined, problems }
}

function parseSource({ file, text, firstLine = 1 }: Source): {
  readonly document: Document
  readonly problems: readonly PackProblem[]
  readonly lineOf: (path: readonly PropertyKey[]) => number
} {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number): number => counter.linePos(offset).line + firstLine - 1
  const problems = document.errors.map((error) =>
    packError({ file, line: lineAt(error.pos[0]) }, packProblemText.badYaml(error.message)),
  )
  const lineOf = (path: readonly PropertyKey[]): number => {
    // A missing key has no place of its own: the nearest enclosing node is where it belongs.
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return firstLine
  }
  return { document, problems, lineOf }
}
