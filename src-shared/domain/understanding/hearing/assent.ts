import type { Line } from './hearing.ts'

const assent = /^(啊|哦|哎|诶|那|嗯|就|呃)*(系|是|对|当然|肯定|必须|一定|最好|要|得|行|可以|没错|保|需|好)/
const refusal = /^(啊|哦|哎|诶|那|嗯|呃)*(唔|冇|不|没|否|匿什么|免了|算了|别|莫)/

/** Whether a caller's line says yes to a question, dialect (系啊) and emphasis (那当然) included. */
export function assents(line: Line): boolean {
  return line.reply === 'yes' || (line.reply === 'none' && assent.test(line.text))
}

/** Whether a caller's line says no. */
export function refuses(line: Line): boolean {
  return line.reply === 'no' || (line.reply === 'none' && refusal.test(line.text))
}
