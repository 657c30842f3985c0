/** The `seat` command: the product without a window. `npm run -s seat -- --help` lists what it can do. */
import { Command } from 'commander'
import { FailureError } from '#shared/base/result.ts'
import { cliText } from '#shared/catalogue/cli.ts'
import { callCommand } from './commands/call.ts'
import { checkCommand } from './commands/check.ts'
import { doctorCommand } from './commands/doctor.ts'
import { fillCommand } from './commands/fill.ts'
import { forkSendCommand } from './commands/fork-send.ts'
import { modelsCommand } from './commands/models.ts'
import { packCommand } from './commands/pack.ts'
import { searchCommand } from './commands/search.ts'
import { speakChinese } from './speak-chinese.ts'

const program = new Command('seat').description(cliText.description)
for (const command of [
  callCommand(),
  fillCommand(),
  checkCommand(),
  searchCommand(),
  packCommand(),
  modelsCommand(),
  forkSendCommand(),
  doctorCommand(),
]) {
  program.addCommand(command)
}
speakChinese(program)

// Output into a pipe that was closed early (`seat … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof FailureError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
