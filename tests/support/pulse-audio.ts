import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { waitUntil } from './wait-until.ts'

/** A sound service of its own, whose only output plays into nothing and can be listened to. */
export interface PulseAudio {
  /** For programs that are to use it. */
  readonly environment: Readonly<Record<string, string>>
  /** Plays a WAV into the output; resolves when it is over or was stopped. */
  readonly play: (path: string) => { readonly over: Promise<void>; readonly stop: () => void }
  /** What `pactl` prints. */
  readonly ask: (...words: readonly string[]) => string
  readonly stop: () => Promise<void>
}

export const hasPulseAudio = ['pulseaudio', 'pactl', 'paplay'].every(
  (program) => spawnSync(program, ['--version']).status === 0,
)

export async function startPulseAudio(): Promise<PulseAudio> {
  const directory = mkdtempSync(join(tmpdir(), 'seat-pulse-'))
  chmodSync(directory, 0o700)
  const socket = join(directory, 'native')
  const environment = {
    XDG_RUNTIME_DIR: directory,
    PULSE_SERVER: `unix:${socket}`,
    PULSE_STATE_PATH: join(directory, 'state'),
    PULSE_COOKIE: join(directory, 'cookie'),
  }
  const env = { ...process.env, ...environment }
  const service = spawn(
    'pulseaudio',
    [
      ...['--daemonize=no', '-n', '--exit-idle-time=-1', '--use-pid-file=no', '--disable-shm=yes'],
      ...['-L', 'module-null-sink sink_name=room rate=48000'],
      ...['-L', `module-native-protocol-unix socket=${socket} auth-anonymous=1`],
    ],
    { env, stdio: 'ignore' },
  )
  const gone = new Promise<void>((resolve) => service.once('exit', () => resolve()))
  const ask = (...words: readonly string[]): string =>
    spawnSync('pactl', words, { env: { ...env, LC_ALL: 'C.UTF-8' }, encoding: 'utf8' }).stdout
  await waitUntil('the sound service answers', () => ask('info').includes('Default Sink: room'), 10_000)
  return {
    environment,
    ask,
    play: (path) => {
      const player = spawn('paplay', [path], { env, stdio: 'ignore' })
      return {
        over: new Promise((resolve) => player.once('exit', () => resolve())),
        stop: () => player.kill(),
      }
    },
    stop: async () => {
      service.kill()
      await gone
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
