import type { ModelView } from '#shared/contract/views.ts'
import type { DownloadProgress } from '../../models/download.ts'
import { downloadBytes } from '../../models/fetch-model.ts'
import { isShipped, type ModelLibrary } from '../../models/library.ts'
import type { Model } from '../../models/manifest.ts'
import { checkModel } from '../../models/model-files.ts'
import { isChosen } from '../../models/remove-model.ts'

/** What is going on with a model, and what was last found wrong with it. */
export interface ModelCondition {
  readonly work?: { readonly state: 'fetching' | 'checking'; readonly progress?: DownloadProgress }
  readonly trouble?: {
    readonly message: string
    /** It could not be loaded though its files look whole; a failed fetch says nothing against what is there. */
    readonly unusable: boolean
  }
}

/** A model as the page shows it. Looks at sizes only: a list must not hash gigabytes. */
export async function modelView(
  library: ModelLibrary,
  model: Model,
  { work, trouble }: ModelCondition,
): Promise<ModelView> {
  const { id, title, role, kind, note, licence, origin, sources, published } = model
  const files = await checkModel(library, model, true)
  const there = files.state === 'installed' || files.state === 'unverified'
  const problem = trouble?.message ?? (files.state === 'broken' ? files.problem.message : undefined)
  const bytes = downloadBytes(model, sources[0])
  return {
    id,
    title,
    role,
    kind,
    note,
    licence,
    origin,
    mirrors: sources.map(({ address }) => address),
    ...(bytes === undefined ? {} : { bytes }),
    published,
    state: work?.state ?? (there && trouble?.unusable === true ? 'broken' : files.state),
    shipped: isShipped(library, model),
    chosen: isChosen(library, model),
    ...(work?.progress === undefined ? {} : { progress: work.progress }),
    ...(problem === undefined ? {} : { problem }),
  }
}
