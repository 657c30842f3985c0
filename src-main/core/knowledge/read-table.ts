import { parse } from 'csv-parse/sync'
import type * as z from 'zod'
import { packProblemText } from '#shared/catalogue/pack-problems.ts'
import { describeIssue, parseInChinese } from './describe-issue.ts'
import { packError, packWarning, type PackProblem, type Reading } from './pack-problem.ts'

interface Row {
  readonly record: Readonly<Record<string, string>>
  readonly info: { readonly lines: number }
}

/** Reads a CSV text with a header line; bad rows are left out and reported with their line. */
export function readTable<T>(file: string, text: string, schema: z.ZodObject & z.ZodType<T>): Reading<T[]> {
  const problems: PackProblem[] = []
  const rows = parseRows(file, text, problems)
  const optional = optionalColumns(schema)
  problems.push(...headerProblems(file, text, schema, optional))
  if (problems.some((problem) => problem.line === 1 && problem.severity === 'error')) {
    return { value: [], problems }
  }
  const value: T[] = []
  for (const { record, info } of rows) {
    // An empty cell of an optional column means "not given", so that the schema's default applies.
    const given = Object.fromEntries(
      Object.entries(record).filter(([column, cell]) => cell !== '' || !optional.has(column)),
    )
    const parsed = parseInChinese(schema, given)
    if (parsed.success) value.push(parsed.data)
    else
      for (const issue of parsed.error.issues)
        problems.push(packError({ file, line: info.lines }, describeIssue(issue)))
  }
  return { value, problems }
}

function parseRows(file: string, text: string, problems: PackProblem[]): readonly Row[] {
  return parse(text, {
    bom: true,
    columns: true,
    trim: true,
    skip_empty_lines: true,
    info: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      const line = error === undefined ? undefined : Number(error['lines'])
      problems.push(packError(line === undefined ? { file } : { file, line }, packProblemText.badCsv))
      return undefined
    },
  }) as unknown as readonly Row[]
}

function optionalColumns(schema: z.ZodObject): ReadonlySet<string> {
  const columns = Object.entries(schema.shape)
  return new Set(
    columns.filter(([, cell]) => (cell as z.ZodType).safeParse(undefined).success).map(([name]) => name),
  )
}

function headerProblems(
  file: string,
  text: string,
  schema: z.ZodObject,
  optional: ReadonlySet<string>,
): readonly PackProblem[] {
  const [header = []] = parse(text, { bom: true, trim: true, to_line: 1, relax_quotes: true })
  const known = Object.keys(schema.shape)
  const place = { file, line: 1 }
  return [
    ...known
      .filter((column) => !header.includes(column) && !optional.has(column))
      .map((column) => packError(place, packProblemText.missingColumn(column))),
    ...header
      .filter((column) => !known.includes(column))
      .map((column) => packWarning(place, packProblemText.unknownColumn(column))),
  ]
}
