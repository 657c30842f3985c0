import { useEffect, useState } from 'react'
import type { ModelRole, ModelView } from '#shared/contract/views.ts'
import { useDesk } from '../../state/desk-context.ts'
import { explain } from '../../state/explain.ts'
import { withModel, type ModelAction } from './model-actions.ts'

export interface Models {
  /** Null until they are read. */
  readonly list: readonly ModelView[] | null
  /** Why they cannot be read. */
  readonly failure: string | null
  /** Why what was last asked of a model was refused, by its id. */
  readonly refusals: Readonly<Record<string, string | undefined>>
  readonly act: (model: ModelView, action: Exclude<ModelAction, 'import'>, mirror?: string) => void
  readonly importFrom: (model: ModelView, path: string) => void
}

/** The models as the core tells of them, for as long as the page is open. */
export function useModels(): Models {
  const { connection } = useDesk()
  const [list, setList] = useState<readonly ModelView[] | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [refusals, setRefusals] = useState<Models['refusals']>({})
  useEffect(() => {
    const load = (): void => {
      connection.call('models.list', {}).then(setList, (error: unknown) => setFailure(explain(error)))
    }
    load()
    const stops = [
      connection.on('models.changed', (model) => setList((now) => now && withModel(now, model))),
      // A new core may have other models, and forgot what was going on.
      connection.on('session.ready', load),
      connection.on('session.resync', load),
    ]
    return () => stops.forEach((stop) => stop())
  }, [connection])

  async function attempt(model: ModelView, work: Promise<unknown>): Promise<void> {
    setRefusals((others) => ({ ...others, [model.id]: undefined }))
    try {
      await work
    } catch (error) {
      setRefusals((others) => ({ ...others, [model.id]: explain(error) }))
    }
  }

  const choose = (role: ModelRole, modelId: string | null): Promise<unknown> =>
    connection.call('models.choose', { role, modelId }).then(setList)

  function start(
    model: ModelView,
    action: Exclude<ModelAction, 'import'>,
    mirror?: string,
  ): Promise<unknown> {
    const { id: modelId, role } = model
    switch (action) {
      case 'fetch':
      case 'fetchAgain':
        return connection.call('models.fetch', { modelId, ...(mirror === undefined ? {} : { mirror }) })
      case 'cancel':
        return connection.call('models.cancel', { modelId })
      case 'verify':
        return connection.call('models.verify', { modelId })
      case 'remove':
        return connection.call('models.remove', { modelId })
      case 'choose':
        return choose(role, modelId)
      case 'leaveOut':
        return choose(role, null)
    }
  }

  return {
    list,
    failure,
    refusals,
    act: (model, action, mirror) => void attempt(model, start(model, action, mirror)),
    importFrom: (model, path) =>
      void attempt(model, connection.call('models.import', { modelId: model.id, path })),
  }
}
