import type { Handlers } from '#shared/contract/dispatcher.ts'
import type { ModelDesk } from './model-desk.ts'

type ModelProcedure = Extract<keyof Handlers, `models.${string}`>

export function modelHandlers(models: ModelDesk): Pick<Handlers, ModelProcedure> {
  return {
    'models.list': () => models.list(),
    'models.fetch': ({ modelId, mirror }) => {
      models.fetch(modelId, mirror)
      return {}
    },
    'models.cancel': async ({ modelId }) => {
      await models.cancel(modelId)
      return {}
    },
    'models.verify': ({ modelId }) => models.verify(modelId),
    'models.import': ({ modelId, path }) => models.import(modelId, path),
    'models.remove': ({ modelId }) => models.remove(modelId),
    'models.choose': ({ role, modelId }) => models.choose(role, modelId),
  }
}
