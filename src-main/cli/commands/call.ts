import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Command } from 'commander'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { cliText } from '#shared/catalogue/cli.ts'
import { readRecording } from '../../core/calls/recording/read-recording.ts'
import { defaultPackDirectory } from '../../core/knowledge/default-pack.ts'
import { loadSitePack } from '../../core/knowledge/load-site-pack.ts'
import { clientEnvironment } from '../../hosts/client-environment.ts'
import { forkChildren } from '../../hosts/child.ts'
import { LocalClient } from '../../hosts/local-client.ts'
import { programRoot, sourceEntries } from '../../hosts/paths.ts'
import { Switchboard } from '../../hosts/switchboard.ts'
import { playCall, type Pace } from '../play-call.ts'
import { jsonReport, readableReport } from '../call-report.ts'

/** Bytes a piece of an upload: 192 KiB, 256 KiB in base64. */
const pieceBytes = 196_608

interface Options {
  readonly pace: string
  readonly json?: true
  readonly pack?: string
  readonly caller?: string
}

/** `seat call`: a recording goes the whole way to a ticket number, in a client of its own with a throw-away data directory. */
export function callCommand(): Command {
  return new Command('call')
    .description(cliText.call)
    .argument('<audio>', cliText.callAudio)
    .argument('[second]', cliText.callSecond)
    .option('--pace <pace>', cliText.pace, 'fast')
    .option('--caller <number>', cliText.callerNumber)
    .option('--pack <dir>', cliText.pack)
    .option('--json', cliText.json)
    .action(runCall)
}

async function runCall(audio: string, second: string | undefined, options: Options): Promise<void> {
  if (options.pace !== 'realtime' && options.pace !== 'fast') {
    throw new FailureError('bad-pace', cliText.badPace(options.pace))
  }
  const pace: Pace = options.pace
  const { caller } = options
  if (caller !== undefined && !/^[\d+-]{3,20}$/u.test(caller)) {
    throw new FailureError('bad-caller', cliText.badCaller(caller))
  }
  const files = second === undefined ? [audio] : [audio, second]
  // Before anything is started, so that a bad file is told at once and by its own name.
  unwrap(await readRecording(files))
  const { norms } = unwrap(await loadSitePack(options.pack ?? defaultPackDirectory()))
  const directory = mkdtempSync(join(tmpdir(), 'seat-call-'))
  const switchboard = new Switchboard({
    spawn: forkChildren(sourceEntries),
    ...clientEnvironment(
      directory,
      { models: join(programRoot, 'models'), pack: join(programRoot, 'knowledge-base') },
      options.pack === undefined ? process.env : { ...process.env, SEAT_PACK: options.pack },
    ),
  })
  const leave = async (): Promise<void> => {
    await switchboard.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void leave().then(() => process.exit(130)))
  }
  try {
    await switchboard.started
    const client = new LocalClient(switchboard)
    const recordingId = await upload(client, files)
    const report =
      options.json === true
        ? jsonReport(console.log, console.error)
        : readableReport(console.log, console.error, norms)
    await playCall(client, { recordingId, pace, callerNumber: caller }, report)
  } finally {
    await leave()
  }
}

async function upload(client: LocalClient, paths: readonly string[]): Promise<string> {
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
  const { uploadId } = await client.call('recordings.begin', {
    title: files.map((file) => file.name).join(' + '),
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
  })
  for (const [file, { bytes }] of files.entries()) {
    for (let offset = 0; offset < bytes.length; offset += pieceBytes) {
      const base64 = bytes.subarray(offset, offset + pieceBytes).toString('base64')
      await client.call('recordings.append', { uploadId, file, base64 })
    }
  }
  const { recordingId } = await client.call('recordings.finish', { uploadId })
  return recordingId
}
