import { memoryPer } from '../../../base/remember.ts'
import type { Line } from './hearing.ts'

const inWords = memoryPer<Line>()

/** The line in other words of the same length. The same words give the same line, so that what is read from it is read once. */
export const reworded = (line: Line, text: string): Line =>
  text === line.text ? line : inWords(line, text, () => ({ ...line, text }))
