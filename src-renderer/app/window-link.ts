import { fieldNames, type FieldName } from '#shared/domain/ticket-fields.ts'
import * as z from 'zod'
import { openCall } from '../state/call-store.ts'
import type { Desk } from '../state/desk-model.ts'

const fieldName = z.enum(fieldNames as unknown as readonly [FieldName, ...FieldName[]])

/** What the desk and the window with the transcript tell each other. */
const messageSchema = z.discriminatedUnion('type', [
  /** From the transcript window: it is there, or it goes. */
  z.object({ type: z.literal('opened') }),
  z.object({ type: z.literal('closed') }),
  /** From a desk that has just been opened: is a transcript window there? It answers as when it was opened. */
  z.object({ type: z.literal('find') }),
  /** From the desk: show this call (or none); light this field's words; close. */
  z.object({ type: z.literal('show'), callId: z.string().nullable() }),
  z.object({ type: z.literal('close') }),
  /** Both ways: the field whose words, or whose editor, to light. */
  z.object({ type: z.literal('light'), field: fieldName.nullable() }),
  /** From the transcript window: go to this field's editor. */
  z.object({ type: z.literal('open-field'), field: fieldName }),
])
type Message = z.infer<typeof messageSchema>

/** The part of BroadcastChannel that is used. */
export type LinkChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>

function listenTo(channel: LinkChannel, handle: (message: Message) => void): void {
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const message = messageSchema.safeParse(event.data)
    if (message.success) handle(message.data)
  })
}

function linkLight(desk: Desk, channel: LinkChannel): (field: FieldName | null) => void {
  const { ui } = desk.stores
  let told: FieldName | null = null
  ui.subscribe(({ litField }) => {
    if (litField === told) return
    told = litField
    channel.postMessage({ type: 'light', field: litField } satisfies Message)
  })
  return (field) => {
    told = field
    ui.setState({ litField: field })
  }
}

/** The desk's side: gives the transcript away while another window shows it. Returns how to close that window. */
export function linkDesk(
  desk: Desk,
  channel: LinkChannel,
  focusField: (field: FieldName) => void,
): () => void {
  const post = (message: Message): void => channel.postMessage(message)
  const shownCall = (): string | null => openCall(desk.stores.call.getState())?.callId ?? null
  const light = linkLight(desk, channel)
  let told: string | null = null
  desk.stores.call.subscribe(() => {
    const callId = shownCall()
    if (callId === told) return
    told = callId
    post({ type: 'show', callId })
  })
  listenTo(channel, (message) => {
    if (message.type === 'opened') {
      desk.stores.ui.setState({ transcriptDetached: true })
      post({ type: 'show', callId: shownCall() })
    } else if (message.type === 'closed') desk.stores.ui.setState({ transcriptDetached: false })
    else if (message.type === 'light') light(message.field)
    else if (message.type === 'open-field') focusField(message.field)
  })
  post({ type: 'find' })
  return () => {
    post({ type: 'close' })
    desk.stores.ui.setState({ transcriptDetached: false })
  }
}

/** The transcript window's side. Returns how to send the person to a field of the desk. */
export function linkTranscript(
  desk: Desk,
  channel: LinkChannel,
  page: Pick<Window, 'addEventListener' | 'close'>,
): (field: FieldName) => void {
  const post = (message: Message): void => channel.postMessage(message)
  const light = linkLight(desk, channel)
  listenTo(channel, (message) => {
    if (message.type === 'show') {
      if (message.callId === null) void desk.calls.next()
      else void desk.calls.show(message.callId)
    } else if (message.type === 'light') light(message.field)
    else if (message.type === 'close') page.close()
    else if (message.type === 'find') post({ type: 'opened' })
  })
  page.addEventListener('pagehide', () => post({ type: 'closed' }))
  post({ type: 'opened' })
  return (field) => post({ type: 'open-field', field })
}
