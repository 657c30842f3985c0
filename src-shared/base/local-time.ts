const offsetMs = 8 * 3_600_000

/** China has one time zone: `YYYY-MM-DDTHH:MM:SS+08:00` of an instant in ms since 1970, whatever the machine is set to. */
export function localIso(instant: number): string {
  return `${new Date(instant + offsetMs).toISOString().slice(0, 19)}+08:00`
}

/** The calendar day in China of an instant in ms since 1970, `YYYY-MM-DD`: what is dated by day follows it wherever a machine stands. */
export function localDay(instant: number): string {
  return localIso(instant).slice(0, 10)
}
