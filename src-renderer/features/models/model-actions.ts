import type { ModelView } from '#shared/contract/views.ts'

export type ModelAction =
  'fetch' | 'fetchAgain' | 'cancel' | 'choose' | 'leaveOut' | 'verify' | 'import' | 'remove'

/** What can be done with a model now, the most likely first. */
export function actionsOf(model: ModelView): readonly ModelAction[] {
  if (model.state === 'fetching') return ['cancel']
  if (model.state === 'checking') return []
  const there = model.state === 'installed' || model.state === 'unverified'
  const optional = model.role === 'second-pass' || model.role === 'punctuation'
  const possible: readonly (readonly [ModelAction, boolean])[] = [
    ['choose', there && !model.chosen],
    ['fetch', model.state === 'not-installed' && model.mirrors.length > 0],
    ['fetchAgain', model.state === 'broken' && !model.shipped && model.mirrors.length > 0],
    ['leaveOut', model.chosen && optional],
    ['verify', model.state !== 'not-installed'],
    ['import', !there && !model.shipped],
    ['remove', model.state !== 'not-installed' && !model.shipped && !model.chosen],
  ]
  return possible.flatMap(([action, can]) => (can ? [action] : []))
}

/** The list with one model as it is now. */
export function withModel(models: readonly ModelView[], changed: ModelView): readonly ModelView[] {
  return models.map((model) => (model.id === changed.id ? changed : model))
}
