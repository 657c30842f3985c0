import { mount } from '../../../src-renderer/app/mount.tsx'
import type { Desk } from '../../../src-renderer/state/desk-model.ts'
import { session } from '../../support/fake-call.ts'
import { createFakeConnection, type FakeConnection } from '../../support/fake-connection.ts'

/** The desk in front of the fake core, for looking at it. A page script drives it through `window.fake`. */
declare global {
  interface Window {
    fake: FakeConnection
    desk: Desk
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
window.fake = createFakeConnection()
window.desk = mount(root, window.fake)
window.fake.emit('session.ready', session)
