import { expect, test } from 'vitest'
import { askNodeApi, chooseChildRuntime, outsideArchive } from '../../src-main/shell/child-runtime.ts'

const never = (): Promise<undefined> => Promise.reject(new Error('asked for no reason'))
const answers = (version: number | undefined) => () => Promise.resolve(version)

test('a new Electron runs its children itself, whatever SEAT_NODE says', async () => {
  for (const api of [10, 11]) {
    expect(await chooseChildRuntime(api, '/usr/bin/node', never)).toEqual({
      ok: true,
      value: { kind: 'electron' },
    })
  }
})

test('an old Electron has them run by the Node beside it', async () => {
  expect(await chooseChildRuntime(9, '/opt/node', answers(10))).toEqual({
    ok: true,
    value: { kind: 'node', path: '/opt/node' },
  })
})

test.each([
  ['no Node named', undefined, 10, 'node-needed', 'SEAT_NODE'],
  ['an empty name', '', 10, 'node-needed', 'SEAT_NODE'],
  ['no Node there', '/opt/none', undefined, 'node-unusable', '/opt/none'],
  ['an old Node', '/opt/node20', 9, 'node-too-old', '/opt/node20'],
])('an old Electron with %s says what to do', async (_case, seatNode, api, code, mentioned) => {
  const chosen = await chooseChildRuntime(9, seatNode, answers(api))
  expect(chosen).toMatchObject({ ok: false, error: { code } })
  expect(chosen.ok ? '' : chosen.error.message).toContain(mentioned)
})

test('a Node is asked by running it', async () => {
  expect(await askNodeApi(process.execPath)).toBe(Number(process.versions['napi']))
  expect(await askNodeApi('/bin/true')).toBeUndefined()
  expect(await askNodeApi('/nowhere/node')).toBeUndefined()
})

test.each([
  ['/opt/seat/resources/app.asar/out/main/core.js', '/opt/seat/resources/app.asar.unpacked/out/main/core.js'],
  [
    String.raw`C:\seat\resources\app.asar\out\main\core.js`,
    String.raw`C:\seat\resources\app.asar.unpacked\out\main\core.js`,
  ],
  ['/home/seat/out/main/core.js', '/home/seat/out/main/core.js'],
])('%s lies outside the archive at %s', (inside, outside) => {
  expect(outsideArchive(inside)).toBe(outside)
})
