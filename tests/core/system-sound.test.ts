import { describe, expect, it } from 'vitest'
import { deviceMessages } from '#shared/catalogue/devices.ts'
import { SystemSound, type Pactl } from '../../src-main/core/devices/system-sound.ts'

/** A sound service that answers as `pactl` prints it. */
function service(output: string | undefined) {
  let nextId = 20
  const modules = new Map([['1', 'module-null-sink\tsink_name=room']])
  const answer = ([command, ...words]: readonly string[]): string => {
    if (command === 'info')
      return `Server Name: x\n${output === undefined ? '' : `Default Sink: ${output}\n`}`
    if (command === 'list') return [...modules].map(([id, settings]) => `${id}\t${settings}\t`).join('\n')
    if (command === 'unload-module') {
      if (!modules.delete(words[0] ?? '')) throw new Error('No such entity')
      return ''
    }
    const id = String(nextId++)
    modules.set(id, `${words[0]}\t${words.slice(1).join(' ')}`)
    return `${id}\n`
  }
  const pactl: Pactl = {
    run: (words) => Promise.resolve(answer(words)),
    runAtOnce: (words) => void answer(words),
  }
  return { modules, pactl, use: (other: string) => (output = other) }
}

const absent: Pactl = {
  run: () => Promise.reject(new Error('ENOENT')),
  runAtOnce: () => {
    throw new Error('ENOENT')
  },
}

describe('the machine’s sound as a device', () => {
  it('passes on the monitor of the default output, under a name that people can read', async () => {
    const { modules, pactl } = service('headset')
    expect(await new SystemSound('linux', pactl).open()).toBe(deviceMessages.systemSound)
    const settings = [...modules.values()].at(-1)
    expect(settings).toContain('module-remap-source\tmaster=headset.monitor')
    expect(settings).toContain(`device.description=${deviceMessages.systemSound}`)
    expect(deviceMessages.systemSound).not.toMatch(/\s/)
  })

  it('is made once, anew only for another output, and taken away', async () => {
    const { modules, pactl, use } = service('headset')
    const sound = new SystemSound('linux', pactl)
    await sound.open()
    await sound.open()
    expect(modules.size).toBe(2)
    use('speaker')
    await sound.open()
    expect([...modules.values()].filter((settings) => settings.includes('remap'))).toEqual([
      expect.stringContaining('master=speaker.monitor'),
    ])
    sound.close()
    expect([...modules.keys()]).toEqual(['1'])
    expect(() => sound.close()).not.toThrow()
  })

  it('takes over, and away, what a killed client left', async () => {
    const { modules, pactl } = service('headset')
    await new SystemSound('linux', pactl).open()
    const next = new SystemSound('linux', pactl)
    await next.open()
    expect(modules.size).toBe(2)
    next.close()
    expect(modules.size).toBe(1)
  })

  it.each([
    ['there is no pactl', absent],
    ['there is no output', service(undefined).pactl],
  ])('cannot be had where %s', async (_what, pactl) => {
    const sound = new SystemSound('linux', pactl)
    expect(await sound.open()).toBeNull()
    expect(() => sound.close()).not.toThrow()
  })

  it('is left to the browser on other systems', async () => {
    expect(await new SystemSound('win32', service('x').pactl).open()).toBeNull()
  })
})
