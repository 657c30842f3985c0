/** The day on the machine's own calendar, `YYYY-MM-DD`: dates in a pack are local days. */
export function localDay(date: Date): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0')
  return `${String(date.getFullYear())}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}
