/** 2027-12-31, 2027/12/31, 2027.12.31, 2027年12月31日 and 20271231 as `YYYY-MM-DD`; undefined for what is no day. */
export function parseDay(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim()
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? []
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${written}T00:00:00Z`)
  // 2027-02-30 would be taken for the second of March.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(written) ? undefined : written
}
