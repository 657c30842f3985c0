import { Command } from 'commander'
import { unwrap } from '#shared/base/result.ts'
import { wordingText } from '#shared/catalogue/wording.ts'
import { callTranscriptSchema, type CallTranscript } from '#shared/domain/call.ts'
import type { NormRule } from '#shared/domain/site-pack.ts'
import { createWordingCheck } from '#shared/domain/wording/check-wording.ts'
import type { WordingFlag } from '#shared/domain/wording-flag.ts'
import { defaultPackDirectory } from '../../core/knowledge/default-pack.ts'
import { loadSitePack } from '../../core/knowledge/load-site-pack.ts'
import { readJsonLines } from '../json-lines.ts'

interface Options {
  readonly input: string
  readonly pack?: string
  readonly json?: true
}

/** `seat check`: transcripts in, the flags on the seat's wording out, a line a call with `--json`, else a listing to read. */
export function checkCommand(): Command {
  return new Command('check')
    .description(wordingText.description)
    .requiredOption('--input <file>', wordingText.input)
    .option('--pack <dir>', wordingText.pack)
    .option('--json', wordingText.json)
    .action(runCheck)
}

async function runCheck(options: Options): Promise<void> {
  const calls = unwrap(await readJsonLines(options.input, callTranscriptSchema))
  const { norms } = unwrap(await loadSitePack(options.pack ?? defaultPackDirectory()))
  const wording = createWordingCheck(norms)
  for (const call of calls) {
    const flags = wording.check(call.turns, true, call.startedAt?.slice(0, 10))
    console.log(
      options.json === true ? JSON.stringify({ call: call.call, flags }) : listing(call, flags, norms),
    )
  }
}

/** `第 3 句 反问（注意）“您早干什么去了”`, with the reason and what to say instead below it. */
function listing(
  { call }: CallTranscript,
  flags: readonly WordingFlag[],
  norms: readonly NormRule[],
): string {
  const titleOf = (rule: string): string => norms.find((norm) => norm.rule === rule)?.title ?? rule
  return [
    wordingText.callHeading(call, flags.length),
    ...flags.flatMap(({ turn, rule, severity, quote, why, rewrite, clause = '' }) => [
      wordingText.flagLine(turn + 1, titleOf(rule), wordingText.severity[severity], quote),
      wordingText.why(why, clause),
      ...(rewrite === '' ? [] : [wordingText.rewrite(rewrite)]),
    ]),
  ].join('\n')
}
