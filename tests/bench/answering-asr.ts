/** Stands where asr stands and answers every frame at once: what is left is the client's own way of audio and events. */
import type { AsrEvent, HostToAsr } from '#shared/contract/process-messages.ts'
import { connectParent } from '../../src-main/parent-port.ts'

const parent = connectParent<HostToAsr, AsrEvent>()
parent.onMessage(
  (message) => {
    if (message.type === 'stop') process.exit(0)
    if (message.type === 'close') return parent.send({ ...message, type: 'closed' })
    if (message.type === 'ping') return parent.send({ type: 'alive' })
    if (message.type === 'probe') return parent.send({ type: 'probed', request: message.request })
    const { stream, speaker, startSample, samples } = message.frame
    const endSample = startSample + samples.length
    const endMs = endSample / 16
    // The words name the frame that they answer.
    parent.send({ type: 'partial', stream, speaker, startMs: 0, endMs, text: String(startSample) })
    parent.send({ type: 'progress', stream, speaker, decodedSample: endSample, settledSample: endSample })
  },
  () => process.exit(0),
)
parent.send({ type: 'ready', model: 'answers at once', note: '', punctuation: false, takesHotWords: false })
