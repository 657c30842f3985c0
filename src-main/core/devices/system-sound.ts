import { execFile, execFileSync } from 'node:child_process'
import { promisify } from 'node:util'
import { deviceMessages } from '#shared/catalogue/devices.ts'

/** Runs `pactl` with arguments and gives what it prints; fails where it is not there or refuses. */
export interface Pactl {
  readonly run: (words: readonly string[]) => Promise<string>
  readonly runAtOnce: (words: readonly string[]) => void
}

const sourceName = 'hotline_seat_system_sound'
const options = { timeout: 5_000, env: { ...process.env, LC_ALL: 'C.UTF-8', LANGUAGE: 'C' } }

const installed: Pactl = {
  run: async (words) => (await promisify(execFile)('pactl', [...words], options)).stdout,
  runAtOnce: (words) => execFileSync('pactl', words, { ...options, timeout: 1_000, stdio: 'ignore' }),
}

/**
 * Makes what the machine plays (系统声音) a recording device. Browsers do not show the monitor of an output, which PulseAudio and
 * PipeWire have; a source that only passes the monitor on is shown like any microphone. It belongs to the output that is the
 * default when it is opened, and is made anew when that has changed.
 */
export class SystemSound {
  readonly #platform: NodeJS.Platform
  readonly #pactl: Pactl
  #module: string | undefined

  constructor(platform: NodeJS.Platform = process.platform, pactl: Pactl = installed) {
    this.#platform = platform
    this.#pactl = pactl
  }

  /** The device's name; null on systems without PulseAudio or PipeWire, and where it does not answer. */
  async open(): Promise<string | null> {
    if (this.#platform !== 'linux') return null
    try {
      const master = `master=${await this.#defaultOutput()}.monitor`
      const modules = await this.#ourModules()
      const fitting = modules.find(({ settings }) => settings.split(' ').includes(master))
      for (const { id } of modules) if (id !== fitting?.id) await this.#pactl.run(['unload-module', id])
      this.#module = fitting?.id ?? (await this.#load(master))
      return deviceMessages.systemSound
    } catch {
      return null
    }
  }

  /** Takes the device away again, before the process goes. */
  close(): void {
    if (this.#module === undefined) return
    try {
      this.#pactl.runAtOnce(['unload-module', this.#module])
    } catch {
      // The sound service is gone, and the device with it.
    }
    this.#module = undefined
  }

  async #load(master: string): Promise<string> {
    // No spaces in the name: PulseAudio and PipeWire quote differently.
    const properties = `source_properties=device.description=${deviceMessages.systemSound}`
    const words = ['load-module', 'module-remap-source', master, `source_name=${sourceName}`, properties]
    return (await this.#pactl.run(words)).trim()
  }

  async #defaultOutput(): Promise<string> {
    const name = /^Default Sink: (\S+)$/m.exec(await this.#pactl.run(['info']))?.[1]
    if (name === undefined) throw new Error('no default output')
    return name
  }

  /** Also those that a client left behind when it was killed. A line each: id, name, settings, apart by tabs. */
  async #ourModules(): Promise<readonly { readonly id: string; readonly settings: string }[]> {
    const lines = (await this.#pactl.run(['list', 'short', 'modules'])).split('\n')
    return lines
      .map((line) => line.split('\t'))
      .map(([id = '', , settings = '']) => ({ id, settings }))
      .filter(({ settings }) => settings.split(' ').includes(`source_name=${sourceName}`))
  }
}
