import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { forkSendText as text } from '#shared/catalogue/fork-send-command.ts'
import { readRecording } from '../../core/calls/recording/read-recording.ts'
import {
  encodings,
  forkRates,
  forkStyles,
  type Encoding,
  type ForkRate,
  type ForkStyle,
} from '../../hosts/media-fork/fork-message.ts'
import { dataDirectory } from '../../hosts/paths.ts'
import { forkMessages, forkQuery, type ForkCallPlan } from '../fork-send/fork-messages.ts'
import { sendMessages, type SendingEnd } from '../fork-send/send-messages.ts'

interface Options {
  readonly to: string
  readonly token?: string
  readonly style: string
  readonly encoding?: string
  readonly rate?: string
  readonly caller?: string
  readonly call?: string
  readonly pace: string
}

/** `seat fork-send`: plays the part of a switch, so that the way to a seat can be tried without one. */
export function forkSendCommand(): Command {
  return new Command('fork-send')
    .description(text.description)
    .argument('<audio>', text.audio)
    .argument('[second]', text.second)
    .option('--to <address>', text.to, 'ws://127.0.0.1:12346/')
    .option('--token <token>', text.token)
    .option('--style <style>', text.style, 'own')
    .option('--encoding <encoding>', text.encoding)
    .option('--rate <hertz>', text.rate)
    .option('--caller <number>', text.caller)
    .option('--call <id>', text.callId)
    .option('--pace <pace>', text.pace, 'realtime')
    .action(runForkSend)
}

async function runForkSend(audio: string, second: string | undefined, options: Options): Promise<void> {
  const plan = {
    ...formatOf(options),
    recording: unwrap(await readRecording(second === undefined ? [audio] : [audio, second])),
    callId: options.call ?? randomUUID(),
    ...(options.caller === undefined ? {} : { callerNumber: options.caller }),
  }
  const address = addressOf(options, plan)
  const speed = { realtime: 1, fast: Infinity }[options.pace]
  if (speed === undefined) throw new FailureError('bad-pace', text.badChoice('--pace', 'realtime fast'))
  console.error(text.sending(plan.callId, address.host))
  const ended = await sendMessages(address, forkMessages({ ...plan, ...tokenInside(options) }), {
    speed,
    onText: (line) => console.log(line),
  }).catch((error: unknown) => {
    throw new FailureError('unreachable', text.unreachable(address.host, (error as Error).message))
  })
  if (!isGood(ended)) throw new FailureError('refused', text.refused(ended.code, ended.reason))
  console.error(ended.reason === '' ? text.sent : text.ended(ended.reason))
}

/** Each dialect has an audio of its own: mod_audio_fork is always linear, Twilio always µ-law at 8 kHz. */
function formatOf(options: Options): Pick<ForkCallPlan, 'style' | 'encoding' | 'rate'> {
  const style = chosen<ForkStyle>('--style', forkStyles, options.style)
  const encoding = style === 'twilio' ? 'mulaw' : 'l16'
  const rate = style === 'twilio' ? 8_000 : 16_000
  if (style !== 'own' && options.encoding !== undefined && options.encoding !== encoding) {
    throw new FailureError('bad-choice', text.badChoice('--encoding', encoding))
  }
  if (style === 'twilio' && options.rate !== undefined && options.rate !== '8000') {
    throw new FailureError('bad-choice', text.badChoice('--rate', '8000'))
  }
  return {
    style,
    encoding: chosen<Encoding>('--encoding', encodings, options.encoding ?? encoding),
    rate: Number(chosen('--rate', forkRates.map(String), options.rate ?? String(rate))) as ForkRate,
  }
}

function chosen<Choice extends string>(option: string, choices: readonly Choice[], word: string): Choice {
  const found = choices.find((choice) => choice === word)
  if (found === undefined) throw new FailureError('bad-choice', text.badChoice(option, choices.join(' ')))
  return found
}

/** Twilio's addresses cannot carry a token: it goes among the parameters of the start. */
function addressOf(options: Options, plan: ForkCallPlan): URL {
  const address = URL.parse(options.to)
  if (address === null || !['ws:', 'wss:'].includes(address.protocol)) {
    throw new FailureError('bad-address', text.badAddress(options.to))
  }
  const token = plan.style === 'twilio' ? undefined : tokenOf(options)
  const query = { ...forkQuery(plan), ...(token === undefined ? {} : { token }) }
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
  return address
}

function tokenInside(options: Options): { readonly token?: string } {
  const token = options.style === 'twilio' ? tokenOf(options) : undefined
  return token === undefined ? {} : { token }
}

/** The token given, else that of the client of this machine. */
function tokenOf(options: Options): string | undefined {
  const kept = join(dataDirectory(), 'media-fork-token')
  const given = options.token ?? process.env['SEAT_MEDIA_FORK_TOKEN']
  return given ?? (existsSync(kept) ? readFileSync(kept, 'utf8').trim() : undefined)
}

function isGood({ code }: SendingEnd): boolean {
  return code === 1000 || code === 1005
}
