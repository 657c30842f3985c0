import { sampleRate } from '#shared/contract/audio-frame.ts'
import { speakers } from '#shared/domain/call.ts'
import { ChannelEncoder } from '../recordings/channel-encoder.ts'
import { encodePackets, type Packet } from '../recordings/packet.ts'
import type { Playable } from '../recordings/playable.ts'

/** Bytes of one piece: in base64 it stays below the limit of a request. */
const pieceBytes = 150_000
/** Head of a run of packets and length of a packet (packet.ts), counted generously. */
const packetOverhead = 11
/** Encoded at once: other work of the process gets its turn in between. */
const stretchSamples = sampleRate * 30

/** A recording in pieces of a size that can be sent; always the same pieces for the same packets. */
export function cutPieces(packets: readonly Packet[]): readonly Buffer[] {
  const pieces: Packet[][] = [[]]
  let bytes = 0
  for (const packet of packets) {
    const size = packet.bytes.length + packetOverhead
    if (bytes + size > pieceBytes) {
      pieces.push([])
      bytes = 0
    }
    pieces.at(-1)?.push(packet)
    bytes += size
  }
  return pieces.map(encodePackets)
}

/** Encodes what can only be played: a recording that was played as a call. */
export async function encodePlayable({ length, channel }: Playable): Promise<readonly Packet[]> {
  const packets: Packet[] = []
  for (const speaker of speakers) {
    const encoder = new ChannelEncoder(speaker, 0)
    try {
      for (let from = 0; from < length; from += stretchSamples) {
        const samples = await channel(speaker, from, Math.min(from + stretchSamples, length))
        packets.push(...encoder.push(from, samples))
      }
      packets.push(...encoder.flush())
    } finally {
      encoder.close()
    }
  }
  return packets
}
