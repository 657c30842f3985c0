/** A whole client without a window, as a process that a test can kill. Usage: `whole-client-process.ts DATA_DIRECTORY`. */
import { startHeadless } from '../../src-main/hosts/headless.ts'

const [dataDirectory] = process.argv.slice(2)
if (dataDirectory === undefined) throw new Error('which data directory?')

const lines: string[] = []
const started = await startHeadless({
  dataDirectory,
  port: Number(process.env['PORT'] ?? 0),
  say: (line) => lines.push(line),
})
if (started.kind === 'running') process.exit(1)
const { server, switchboard } = started.host

process.on('message', () => process.send?.({ pids: switchboard.pids }))
process.on('disconnect', () => process.exit(0))
process.send?.({ address: server.newAddress(), lines })
