import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
let spoilt = ''
beforeAll(() => {
  spoilt = mkdtempSync(join(tmpdir(), 'spoilt-models-'))
  for (const part of ['manifest.json', 'silero-vad', 'rehearsal/tokens.txt']) {
    cpSync(join(root, 'models', part), join(spoilt, part), { recursive: true })
  }
  writeFileSync(join(spoilt, 'rehearsal/model.onnx'), 'not a model')
})
afterAll(() => {
  rmSync(spoilt, { recursive: true })
})

function seat(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  const entry = join(root, 'src-main/cli/seat.ts')
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, 'models', ...words], (error, output, errors) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, errors })
    })
  })
}

describe('seat models', () => {
  it('lists what there is, with states in Chinese and as data', async () => {
    const shown = await seat('list')
    expect(shown.output).toContain('演练模型\t已安装')
    expect(shown.output).toContain('未安装')
    const rows = JSON.parse((await seat('--json')).output) as { id: string; state: string }[]
    expect(rows.find((row) => row.id === 'rehearsal')?.state).toBe('installed')
    expect(rows.filter((row) => row.state === 'not-installed').length).toBeGreaterThanOrEqual(5)
  })

  it('verifies the model that ships by loading it', async () => {
    const { code, output } = await seat('verify', 'rehearsal')
    expect(code).toBe(0)
    expect(output).toContain('silero-vad')
  })

  it('fails where the files are broken, not there, or unknown', async () => {
    const broken = await seat('verify', '--models', spoilt)
    expect(broken.code).toBe(1)
    expect(broken.output).toContain('已损坏')
    expect(broken.output).toContain('大小不对')
    expect((await seat('verify', 'paraformer-zh-en')).code).toBe(1)
    const unknown = await seat('verify', 'nothing')
    expect(unknown.code).not.toBe(0)
    expect(unknown.errors).toContain('模型清单里没有“nothing”')
  })
})
