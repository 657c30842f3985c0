import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'
import { loadSitePack } from '../../src-main/core/knowledge/load-site-pack.ts'
import { programRoot } from '../../src-main/hosts/paths.ts'

const answers = 30

/** The sample pack with some of its answers and nothing that only understanding and wording need: ready in a moment. */
export async function smallSitePack(): Promise<SitePack> {
  const sample = join(programRoot, 'knowledge-base')
  const directory = await mkdtemp(join(tmpdir(), 'small-pack-'))
  try {
    const names = (await readdir(join(sample, 'answers'))).toSorted().slice(0, answers)
    const files = ['pack.yaml', 'lexicon.yaml', ...names.map((name) => join('answers', name))]
    for (const file of files) await cp(join(sample, file), join(directory, file))
    return unwrap(await loadSitePack(directory))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}
