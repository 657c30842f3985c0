import { setImmediate } from 'node:timers/promises'
import { sampleRate } from '#shared/contract/audio-frame.ts'
import type { Speaker } from '#shared/domain/call.ts'
import { codecDelay, OpusCodec, packetSamples } from './opus-codec.ts'
import { coveredUntil, type Packet } from './packet.ts'

/** A decoder that begins in mid-speech needs this much to sound right (RFC 7845: 80 ms). */
const leadIn = sampleRate / 10
/** Packets decoded before others get their turn: some 5 ms of work. */
const packetsAtOnce = 200

/** One channel between two samples of the call, silence where nothing is recorded. Lets other work of the process through. */
export async function decodeSpan(
  packets: readonly Packet[],
  speaker: Speaker,
  from: number,
  to: number,
): Promise<Int16Array> {
  const span = new Int16Array(to - from)
  const codec = new OpusCodec()
  let expected = -1
  let runStart = 0
  let decoded = 0
  try {
    for (const packet of packets) {
      const { startSample } = packet
      if (packet.speaker !== speaker) continue
      if (packet.fresh) runStart = startSample
      if (coveredUntil(packet) <= from - leadIn || startSample - codecDelay >= to) continue
      if (packet.fresh || startSample !== expected) codec.reset()
      expected = startSample + packetSamples
      // What comes out of a fresh encoder before its first sample is no sound of the call.
      place(span, from, codec.decode(packet.bytes), startSample - codecDelay, runStart)
      decoded += 1
      if (decoded % packetsAtOnce === 0) await setImmediate()
    }
  } finally {
    codec.close()
  }
  return span
}

/** Where the recording of a channel ends. */
export function endOf(packets: readonly Packet[]): number {
  return packets.reduce((end, packet) => Math.max(end, coveredUntil(packet)), 0)
}

function place(span: Int16Array, from: number, samples: Int16Array, at: number, notBefore: number): void {
  const first = Math.max(at, from, notBefore)
  const last = Math.min(at + samples.length, from + span.length)
  if (first < last) span.set(samples.subarray(first - at, last - at), first - from)
}
