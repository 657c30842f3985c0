/** One line of a bench: what was measured, ours, and where there is one, the peer's figure in the same run and their ratio. */
export interface BenchRow {
  readonly name: string
  readonly figure: string
  readonly peer?: string
  readonly ratio?: string
}
