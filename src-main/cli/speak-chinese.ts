import type { Command } from 'commander'
import { commandLineText as text } from '#shared/catalogue/cli.ts'

/** Commander's errors; it offers no other way to them than their words. */
const errors: readonly (readonly [RegExp, (words: string) => string])[] = [
  [/^error: missing required argument '(.+)'/u, text.missingArgument],
  [/^error: option '(.+)' argument missing/u, text.optionNeedsValue],
  [/^error: required option '(.+)' not specified/u, text.missingOption],
  [/^error: unknown option '(.+)'/u, text.unknownOption],
  [/^error: unknown command '(.+)'/u, text.unknownCommand],
  [/^error: too many arguments.*: (.+)\.$/mu, text.tooManyArguments],
  [/^\(Did you mean (?:one of )?(.+)\?\)/mu, text.didYouMean],
]

/** Makes the help and the errors of a command, and of all commands below it, Chinese. */
export function speakChinese(command: Command): void {
  command
    .helpOption('-h, --help', text.showHelp)
    .showHelpAfterError(text.seeHelp)
    .configureOutput({ outputError: (message, write) => write(inChinese(message)) })
    .configureHelp({
      // Chinese has no spaces to break a line at: the terminal wraps it better than commander.
      helpWidth: Infinity,
      displayWidth: columns,
      styleTitle: (title) => replaced(title, text.titles),
      styleUsage: (usage) => replaced(usage, text.placeholders),
      styleSubcommandTerm: (term) => replaced(term, text.placeholders),
      optionDescription: ({ description, defaultValue }) =>
        defaultValue === undefined ? description : text.defaultValue(description, String(defaultValue)),
    })
  if (command.commands.length > 0) command.helpCommand('help [command]', text.helpCommand)
  command.commands.forEach(speakChinese)
}

function inChinese(message: string): string {
  const sentences = errors.flatMap(([pattern, sentence]) => {
    const words = pattern.exec(message)?.[1]
    return words === undefined ? [] : [sentence(words)]
  })
  return sentences.length === 0 ? message : `${sentences.join('')}\n`
}

function replaced(words: string, by: Readonly<Record<string, string>>): string {
  return Object.entries(by).reduce((result, [english, chinese]) => result.replace(english, chinese), words)
}

/** A Han character takes two columns of a terminal. */
function columns(words: string): number {
  return Array.from(words).reduce((sum, character) => sum + (/[\u2E80-\uFFEF]/u.test(character) ? 2 : 1), 0)
}
