import { join } from 'node:path'
import { unwrap } from '#shared/base/result.ts'
import type { Answer, Category, Lexicon } from '#shared/domain/site-pack.ts'
import { loadSitePack } from '../../../src-main/core/knowledge/load-site-pack.ts'
import { readPhrasings, type Phrasing } from './phrasings.ts'

/** What the search learns from. */
export interface FittingData {
  readonly answers: readonly Answer[]
  readonly categories: readonly Category[]
  readonly lexicon: Lexicon
  readonly phrasings: readonly Phrasing[]
}

export const packDirectory = join(import.meta.dirname, '../../../knowledge-base')

export async function fittingData(): Promise<FittingData> {
  const { answers, categories, lexicon } = unwrap(await loadSitePack(packDirectory))
  return { answers, categories, lexicon, phrasings: readPhrasings(join(packDirectory, 'phrasings')) }
}
