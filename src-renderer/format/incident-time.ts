import type { IncidentTime } from '#shared/domain/ticket-fields.ts'

const shown = (value: string): string => value.replace('T', ' ')

/** 事发时间 as one line: `2026-10-15 14:30`, `2026-10-15 起` (goes on), `2026-10-15 至 2026-10-18`. */
export function formatIncidentTime(time: IncidentTime): string {
  if (typeof time === 'string') return shown(time)
  return time.to === undefined ? `${shown(time.from)} 起` : `${shown(time.from)} 至 ${shown(time.to)}`
}

/** Reads what {@link formatIncidentTime} writes, and the usual ways to type it (`2026/10/5`, `2026年10月5日`); null if neither. */
export function parseIncidentTime(text: string): IncidentTime | null {
  const trimmed = text.trim()
  const span = /^(.+?)\s*(?:至|到|~)\s*(.+)$/.exec(trimmed)
  if (span !== null) return range(parsePoint(span[1] ?? ''), parsePoint(span[2] ?? ''))
  const ongoing = /^(.+?)\s*(?:起|开始|至今)$/.exec(trimmed)
  if (ongoing === null) return parsePoint(trimmed)
  const from = parsePoint(ongoing[1] ?? '')
  return from === null ? null : { from }
}

function range(from: string | null, to: string | null): IncidentTime | null {
  return from === null || to === null || from > to ? null : { from, to }
}

const pointPattern = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?(?:[\sT]*(\d{1,2})[:：](\d{2}))?|月)?$/

function parsePoint(text: string): string | null {
  const match = pointPattern.exec(text.trim())
  if (match === null) return null
  const [, year = '', month = '', day, hour, minutes] = match
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (date.getUTCMonth() !== Number(month) - 1 || Number(hour ?? 0) > 23 || Number(minutes ?? 0) > 59)
    return null
  const padded = (part: string): string => part.padStart(2, '0')
  let result = `${year}-${padded(month)}`
  if (day !== undefined) result += `-${padded(day)}`
  if (hour !== undefined && minutes !== undefined) result += `T${padded(hour)}:${minutes}`
  return result
}
