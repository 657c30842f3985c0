import { packProblemText } from '#shared/catalogue/pack-problems.ts'

/** One thing wrong with a site pack. Errors stop it from being used, warnings do not. */
export interface PackProblem {
  readonly severity: 'error' | 'warning'
  /** Path inside the pack, with forward slashes. */
  readonly file: string
  /** 1-based line in that file, where it is known. */
  readonly line?: number
  /** The entry's own id, where it is known. */
  readonly id?: string
  /** One Chinese sentence. */
  readonly reason: string
}

/** What came out of a file, together with all that was wrong with it. */
export interface Reading<T> {
  readonly value: T
  readonly problems: readonly PackProblem[]
}

type Place = Pick<PackProblem, 'file' | 'line' | 'id'>

export function packError(place: Place, reason: string): PackProblem {
  return { severity: 'error', ...place, reason }
}

export function packWarning(place: Place, reason: string): PackProblem {
  return { severity: 'warning', ...place, reason }
}

/** `answers/fees.md 第 3 行 [A12]：缺少 title` */
export function describeProblem(problem: PackProblem): string {
  const line = problem.line === undefined ? '' : packProblemText.line(problem.line)
  const id = problem.id === undefined ? '' : ` [${problem.id}]`
  return `${problem.file}${line}${id}：${problem.reason}`
}
