const offsetMs = 8 * 3_600_000

/** China has one time zone: `YYYY-MM-DDTHH:MM:SS+08:00` of an instant in ms since 1970, whatever the machine is set to. */
export function localIso(instant: number): string {
  return `${new Date(instant + offsetMs).toISOString().slice(0, 19)}+08:00`
}
