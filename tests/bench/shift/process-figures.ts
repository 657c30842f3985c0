import { readdirSync, readFileSync } from 'node:fs'

/** What a process holds: resident memory in MB and open file descriptors. Linux only. */
export interface ProcessFigures {
  readonly megabytes: number
  readonly descriptors: number
}

export function processFigures(pid: number): ProcessFigures {
  const kilobytes = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { megabytes: Number(kilobytes) / 1024, descriptors: readdirSync(`/proc/${pid}/fd`).length }
}
