import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { cliText } from '#shared/catalogue/cli.ts'
import { centralPaths } from '#shared/contract/central-api.ts'
import { chosenModel } from '../../models/library.ts'
import { checkModel as checkFiles } from '../../models/model-files.ts'
import { loadSitePack } from '../../core/knowledge/load-site-pack.ts'
import { dataDirectory, programRoot } from '../../hosts/paths.ts'
import { checkMediaFork } from '../check-media-fork.ts'
import { openClientLibrary } from '../client-library.ts'

interface Finding {
  readonly check: keyof typeof cliText.doctorChecks
  readonly state: 'ok' | 'warning' | 'problem'
  readonly detail: string
}

const marks = { ok: '✓', warning: '△', problem: '✗' } as const
/** A day of calls and their recordings fits. */
const enoughFreeBytes = 500_000_000

/** `seat doctor`: what this machine has of what the client needs; exit code 1 when something needed is missing. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description(cliText.doctor)
    .option('--pack <dir>', cliText.pack)
    .option('--json', cliText.json)
    .action(async (options: { readonly pack?: string; readonly json?: true }) => {
      const findings = [
        { check: 'node', state: 'ok', detail: process.version } satisfies Finding,
        await checkPack(options.pack ?? process.env['SEAT_PACK'] ?? join(programRoot, 'knowledge-base')),
        await checkModel(),
        checkStore(),
        await checkCentre(),
        { check: 'mediaFork', ...(await checkMediaFork()) } satisfies Finding,
        checkPage(),
      ]
      for (const finding of findings) {
        const { check, state, detail } = finding
        console.log(
          options.json === true
            ? JSON.stringify(finding)
            : `${marks[state]} ${cliText.doctorChecks[check]}：${detail}`,
        )
      }
      if (findings.some(({ state }) => state === 'problem')) process.exitCode = 1
    })
}

async function checkPack(directory: string): Promise<Finding> {
  const pack = await loadSitePack(directory)
  return pack.ok
    ? { check: 'pack', state: 'ok', detail: `${pack.value.meta.city} ${pack.value.meta.version}` }
    : { check: 'pack', state: 'problem', detail: pack.error.message }
}

async function checkModel(): Promise<Finding> {
  const library = openClientLibrary()
  const model = library.ok ? chosenModel(library.value, 'streaming') : library
  if (!library.ok || !model.ok || model.value === undefined) {
    return { check: 'model', state: 'problem', detail: model.ok ? '' : model.error.message }
  }
  const { title } = model.value
  const files = await checkFiles(library.value, model.value)
  if (files.state === 'broken') return { check: 'model', state: 'problem', detail: files.problem.message }
  return files.state === 'not-installed'
    ? { check: 'model', state: 'problem', detail: cliText.modelMissing(title) }
    : { check: 'model', state: 'ok', detail: title }
}

function checkStore(): Finding {
  const directory = dataDirectory()
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    accessSync(directory, constants.W_OK)
    const { bavail, bsize } = statfsSync(directory)
    const free = bavail * bsize
    const detail = cliText.storeFree(directory, Math.round(free / 1_000_000_000))
    return { check: 'store', state: free > enoughFreeBytes ? 'ok' : 'warning', detail }
  } catch (error) {
    return {
      check: 'store',
      state: 'problem',
      detail: cliText.cannotRead(directory, (error as NodeJS.ErrnoException).code ?? ''),
    }
  }
}

async function checkCentre(): Promise<Finding> {
  const url = process.env['SEAT_CENTRAL_URL']
  if (url === undefined || url === '') return { check: 'centre', state: 'ok', detail: cliText.centreEmbedded }
  if (!URL.canParse(url)) return { check: 'centre', state: 'problem', detail: cliText.centreBadAddress(url) }
  try {
    const response = await fetch(new URL(centralPaths.health, url), { signal: AbortSignal.timeout(5_000) })
    if (response.ok) return { check: 'centre', state: 'ok', detail: cliText.centreReached(url) }
  } catch {
    // Falls through: an unreachable centre and one that answers badly are the same to a seat.
  }
  return { check: 'centre', state: 'warning', detail: cliText.centreAway(url) }
}

function checkPage(): Finding {
  const built = existsSync(join(programRoot, 'out', 'renderer', 'index.html'))
  return built
    ? { check: 'page', state: 'ok', detail: cliText.pageBuilt }
    : { check: 'page', state: 'warning', detail: cliText.pageNotBuilt }
}
