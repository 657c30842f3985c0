import { describe, expect, it } from 'vitest'
import type { ModelView } from '#shared/contract/views.ts'
import { createCommands } from '../../src-renderer/app/commands.ts'
import { actionsOf, withModel, type ModelAction } from '../../src-renderer/features/models/model-actions.ts'
import { createDesk } from '../../src-renderer/state/desk.ts'
import { createFakeConnection } from '../support/fake-connection.ts'
import { fakeModel, fakeModels } from '../support/fake-models.ts'
import { silentPlayer } from '../support/silent-player.ts'
import { silentDevices } from './silent-devices.ts'

const large = fakeModel('large')

describe('what can be done with a model', () => {
  it.each<[string, ModelView, readonly ModelAction[]]>([
    ['one that ships and is in use', fakeModel('rehearsal'), ['verify']],
    ['one that can be fetched', large, ['fetch', 'import']],
    ['one without an address', { ...large, mirrors: [] }, ['import']],
    ['one that is being fetched', fakeModel('small'), ['cancel']],
    ['one that is being checked', { ...large, state: 'checking' }, []],
    ['one that is there', fakeModel('again'), ['choose', 'verify', 'remove']],
    ['a second pass in use', { ...fakeModel('again'), chosen: true }, ['leaveOut', 'verify']],
    ['a streaming one in use', { ...large, state: 'unverified', chosen: true }, ['verify']],
    ['a broken one', fakeModel('marks'), ['fetchAgain', 'verify', 'import', 'remove']],
    ['a broken one that ships', { ...fakeModel('rehearsal'), state: 'broken' }, ['verify']],
  ])('%s', (_, model, actions) => {
    expect(actionsOf(model)).toEqual(actions)
  })

  it('changes one model of the list and leaves the order', () => {
    const changed = { ...large, state: 'installed' as const }
    const list = withModel(fakeModels, changed)
    expect(list.map(({ id }) => id)).toEqual(fakeModels.map(({ id }) => id))
    expect(list.find(({ id }) => id === 'large')).toBe(changed)
  })
})

describe('the settings', () => {
  function setUp() {
    const desk = createDesk({
      connection: createFakeConnection(),
      ...silentDevices,
      player: silentPlayer,
      storage: { getItem: () => null, setItem: () => undefined },
      now: Date.now,
    })
    const nothing = (): void => undefined
    const commands = createCommands(desk, {
      focusSearch: nothing,
      focusNextColumn: nothing,
      toggleTranscriptWindow: nothing,
    })
    return { desk, commands }
  }

  it('open where they were last', () => {
    const { desk, commands } = setUp()
    desk.stores.ui.setState({ settingsTab: 'preferences' })
    commands.settings.run()
    expect(desk.stores.ui.getState()).toMatchObject({ overlay: 'settings', settingsTab: 'preferences' })
  })

  it('open at the models from the palette', () => {
    const { desk, commands } = setUp()
    desk.stores.ui.setState({ settingsTab: 'preferences' })
    commands.models.run()
    expect(desk.stores.ui.getState()).toMatchObject({ overlay: 'settings', settingsTab: 'models' })
  })
})
