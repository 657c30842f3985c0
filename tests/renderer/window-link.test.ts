import { describe, expect, it, vi } from 'vitest'
import { createDesk } from '../../src-renderer/state/desk.ts'
import { openCall } from '../../src-renderer/state/call-store.ts'
import { linkDesk, linkTranscript, type LinkChannel } from '../../src-renderer/app/window-link.ts'
import { createFakeConnection } from '../support/fake-connection.ts'
import { silentPlayer } from '../support/silent-player.ts'
import { silentDevices } from './silent-devices.ts'

/** Two ends of a channel that hear each other, and not themselves, at once. */
function channels(): [LinkChannel, LinkChannel] {
  const ends = [new EventTarget(), new EventTarget()] as const
  const end = (own: EventTarget, other: EventTarget): LinkChannel => ({
    postMessage: (data: unknown) => void other.dispatchEvent(Object.assign(new Event('message'), { data })),
    addEventListener: own.addEventListener.bind(own),
  })
  return [end(ends[0], ends[1]), end(ends[1], ends[0])]
}

async function setUp() {
  const connection = createFakeConnection()
  const make = () =>
    createDesk({
      connection,
      ...silentDevices,
      player: silentPlayer,
      storage: { getItem: () => null, setItem: () => undefined },
      now: Date.now,
    })
  const [deskEnd, transcriptEnd] = channels()
  const desk = make()
  const focusField = vi.fn()
  const closeTranscript = linkDesk(desk, deskEnd, focusField)
  desk.calls.ring({ source: { kind: 'recording', recordingId: 'r0', pace: 'realtime' } })
  await desk.calls.answer()
  const page = Object.assign(new EventTarget(), { close: vi.fn() })
  const transcript = make()
  const openField = linkTranscript(transcript, transcriptEnd, page)
  await vi.waitFor(() => expect(openCall(transcript.stores.call.getState())).not.toBeNull())
  return { desk, deskEnd, make, transcript, page, focusField, closeTranscript, openField }
}

describe('the transcript in its own window', () => {
  it('shows the desk’s call, and the desk gives its column away until it goes', async () => {
    const { desk, transcript, page } = await setUp()
    expect(openCall(transcript.stores.call.getState())?.callId).toBe('c1')
    expect(desk.stores.ui.getState().transcriptDetached).toBe(true)
    page.dispatchEvent(new Event('pagehide'))
    expect(desk.stores.ui.getState().transcriptDetached).toBe(false)
  })

  it('is found again by a desk whose page was loaded anew', async () => {
    const { deskEnd, make } = await setUp()
    const again = make()
    linkDesk(again, deskEnd, vi.fn())
    expect(again.stores.ui.getState().transcriptDetached).toBe(true)
  })

  it('lights the same field in both, without an echo', async () => {
    const { desk, transcript } = await setUp()
    const changes = vi.fn()
    desk.stores.ui.subscribe(changes)
    desk.stores.ui.setState({ litField: 'subject' })
    expect(transcript.stores.ui.getState().litField).toBe('subject')
    transcript.stores.ui.setState({ litField: 'demand' })
    expect(desk.stores.ui.getState().litField).toBe('demand')
    expect(changes).toHaveBeenCalledTimes(2)
  })

  it('sends the person to a field of the desk, and closes when the desk takes the column back', async () => {
    const { desk, page, focusField, closeTranscript, openField } = await setUp()
    openField('demand')
    expect(focusField).toHaveBeenCalledExactlyOnceWith('demand')
    closeTranscript()
    expect(page.close).toHaveBeenCalledOnce()
    expect(desk.stores.ui.getState().transcriptDetached).toBe(false)
  })
})
