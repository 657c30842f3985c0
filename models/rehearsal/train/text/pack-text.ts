import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'

/** The names of a site pack that calls are about; each as it is said, without digits or Latin letters. */
export interface PackNames {
  readonly districts: readonly string[]
  readonly streets: readonly string[]
  readonly roads: readonly string[]
  readonly points: readonly string[]
  readonly estates: readonly string[]
  readonly subjects: readonly string[]
}

type Row = Readonly<Record<string, string>>

const isHan = (text: string): boolean => /^\p{Script=Han}{2,}$/u.test(text)
/** Words written for Cantonese: they have no reading of their own in Putonghua. */
const cantonese = /[唔冇咗嘅啲喺咁嗰佢畀乜睇嚟嘢哋啱俾嗌諗咩嘥呃惊噉]|系咪|屋企|点样|边度|而家/u

function readRows(pack: string, file: string): readonly Row[] {
  const rows: readonly Row[] = parseCsv(readFileSync(join(pack, file)), { columns: true, bom: true })
  return rows
}

function names(rows: readonly Row[], column: string): readonly string[] {
  return [...new Set(rows.flatMap((row) => (row[column] ?? '').split('|')))].filter(isHan)
}

export function readPackNames(pack: string): PackNames {
  const divisions = readRows(pack, 'places/divisions.csv')
  const level = (wanted: string): readonly Row[] => divisions.filter((row) => row['level'] === wanted)
  const points = readRows(pack, 'places/points.csv')
  const subjects = readRows(pack, 'subjects.csv')
  const estate = (row: Row): boolean => row['kind'] === 'estate'
  return {
    districts: names(level('district'), 'name'),
    streets: names(level('street'), 'name'),
    roads: names(
      readRows(pack, 'places/roads.csv').filter((row) => usual(row, subjects)),
      'name',
    ),
    points: names(
      points.filter((row) => !estate(row)),
      'name',
    ),
    estates: names(points.filter(estate), 'name'),
    subjects: [...new Set([...names(subjects, 'name'), ...names(subjects, 'aliases')])],
  }
}

/** Of a thousand roads, those where a subject of the pack is, and those whose street the pack knows. */
function usual(road: Row, subjects: readonly Row[]): boolean {
  const { name = '', streets = '' } = road
  return streets !== '' || subjects.some((subject) => (subject['address'] ?? '').includes(name))
}

/** All that the pack says in words: answers, scripts, checklists, norms and categories, sentence by sentence. */
export function readPackSentences(pack: string): readonly string[] {
  const texts = [
    ...readdirSync(join(pack, 'answers')).map((file) => answerText(join(pack, 'answers', file))),
    ...readdirSync(join(pack, 'scripts')).map((file) => yamlText(join(pack, 'scripts', file), ['text'])),
    yamlText(join(pack, 'checklists.yaml'), ['question']),
    ...readdirSync(join(pack, 'norms')).map((file) =>
      yamlText(join(pack, 'norms', file), ['phrases', 'say', 'rewrite', 'why']),
    ),
    names(readRows(pack, 'categories.csv'), 'keywords').join('\n'),
    names(readRows(pack, 'categories.csv'), 'level3').join('\n'),
  ]
  const sentences = texts.flatMap((text) => text.split(/[。？！；：\n]/u)).flatMap(breathe)
  return [...new Set(sentences)].filter((sentence) => !cantonese.test(sentence) && isSpeakable(sentence))
}

function answerText(file: string): string {
  const [, head = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/mu)
  const front = parseYaml(head) as Record<string, unknown>
  return [collect(front, ['title', 'similar', 'keywords']), body].join('\n')
}

function yamlText(file: string, keys: readonly string[]): string {
  return collect(parseYaml(readFileSync(file, 'utf8')), keys)
}

/** The strings under the given keys, wherever they are. */
function collect(value: unknown, keys: readonly string[], wanted = false): string {
  if (typeof value === 'string') return wanted ? value : ''
  if (Array.isArray(value)) return value.map((item) => collect(item, keys, wanted)).join('\n')
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .map(([key, item]) => collect(item, keys, keys.includes(key)))
    .join('\n')
}

/** Cuts a sentence at its commas so that no piece is longer than a breath. */
function breathe(sentence: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const clause of sentence.split('，')) {
    if (piece !== '' && piece.length + clause.length > 26) {
      pieces.push(piece)
      piece = ''
    }
    piece = piece === '' ? clause : `${piece}，${clause}`
  }
  return [...pieces, piece].map((text) => text.replaceAll(/[“”"《》（）()\s]/gu, ''))
}

function isSpeakable(sentence: string): boolean {
  const withoutSlots = sentence.replaceAll(/\{\{\w+\}\}/gu, '')
  return !/[a-z.~…]/iu.test(withoutSlots) && withoutSlots.length >= 2 && sentence.length <= 60
}
