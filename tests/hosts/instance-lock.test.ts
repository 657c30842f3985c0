import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeInstanceLock, type InstanceLock } from '../../src-main/hosts/instance-lock.ts'

const run = promisify(execFile)
const source = join(import.meta.dirname, '..', '..', 'src-main', 'hosts', 'instance-lock.ts')

let directory: string
let file: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'seat-lock-'))
  file = join(directory, 'seat.lock')
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

function take(): InstanceLock {
  const taken = takeInstanceLock(directory)
  if ('running' in taken) throw new Error(`held by ${taken.running.pid}`)
  return taken.lock
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  return child.pid!
}

describe('the instance lock', () => {
  it('tells a second start who runs, and where', () => {
    const lock = take()
    expect(takeInstanceLock(directory)).toEqual({ running: { pid: process.pid, address: '' } })
    lock.setAddress('http://127.0.0.1:4321')
    expect(takeInstanceLock(directory)).toEqual({
      running: { pid: process.pid, address: 'http://127.0.0.1:4321' },
    })
  })

  it('can be taken again once it was given back, and leaves nothing behind', () => {
    take().release()
    expect(readdirSync(directory)).toEqual([])
    take().release()
  })

  it('makes the directory, for this user alone to read', () => {
    directory = join(directory, 'not', 'yet')
    take()
    expect(JSON.parse(readFileSync(join(directory, 'seat.lock'), 'utf8'))).toMatchObject({ pid: process.pid })
  })

  it('is taken over from a process that is gone', async () => {
    writeFileSync(file, JSON.stringify({ pid: await deadPid(), address: 'http://127.0.0.1:1' }))
    take()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, address: '' })
  })

  it.each(['', '{', '{"pid":"7"}', '{"pid":-1,"address":""}', '\u0000\u0000'])(
    'is taken over when its content is %j',
    (content) => {
      writeFileSync(file, content)
      take()
      expect(readdirSync(directory)).toEqual(['seat.lock'])
    },
  )

  it('is taken over when it is older than the last start of the machine, whoever has that process id now', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, address: '' }))
    utimesSync(file, 1_000_000, 1_000_000)
    take()
  })

  it('throws where the directory cannot be made', () => {
    writeFileSync(file, '')
    directory = file
    expect(() => takeInstanceLock(file)).toThrow(/EEXIST|ENOTDIR/)
    directory = join(file, '..')
  })

  it.each(['no lock', 'a stale lock'])(
    'goes to exactly one of many that start together over %s',
    async (before) => {
      const script = `
      const { takeInstanceLock } = await import(${JSON.stringify(source)})
      while (Date.now() < Number(process.argv[1])) {}
      process.stdout.write('lock' in takeInstanceLock(process.argv[2]) ? 'lock' : 'running')
      await new Promise((resolve) => setTimeout(resolve, 1500))`
      if (before === 'a stale lock')
        writeFileSync(file, JSON.stringify({ pid: await deadPid(), address: '' }))
      const together = String(Date.now() + 1500)
      const starts = Array.from({ length: 6 }, () =>
        run(process.execPath, ['--input-type=module', '-e', script, together, directory]),
      )
      const outcomes = (await Promise.all(starts)).map(({ stdout }) => stdout)
      expect(outcomes.filter((outcome) => outcome === 'lock')).toHaveLength(1)
      expect(outcomes.filter((outcome) => outcome === 'running')).toHaveLength(5)
    },
  )
})
