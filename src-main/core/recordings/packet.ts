import { speakers, type Speaker } from '#shared/domain/call.ts'
import { codecDelay, packetSamples } from './opus-codec.ts'

/** One Opus packet of a channel. */
export interface Packet {
  readonly speaker: Speaker
  /** Where its first sample was spoken, since the start of the call. */
  readonly startSample: number
  /** The encoder was begun anew with it: nothing before it helps to decode it. */
  readonly fresh: boolean
  readonly bytes: Buffer
}

/** Everything before this sample can be decoded from the packet and those before it. */
export function coveredUntil(packet: Pick<Packet, 'startSample'>): number {
  return packet.startSample + packetSamples - codecDelay
}

const headBytes = 9
const lengthBytes = 2
const freshFlag = 2
/** A packet count is one byte. */
const longestRun = 255

/**
 * Packets as bytes: runs that follow each other without a gap, each u8 flags (bit 0 channel: 0 seat, 1 citizen; bit 1 fresh),
 * u48 start sample, u16 number of packets, then the packets, each u16 length and its bytes; little-endian.
 */
export function encodePackets(packets: readonly Packet[]): Buffer {
  return Buffer.concat(
    runsOf(packets).flatMap((run) => {
      const [first] = run
      const head = Buffer.alloc(headBytes)
      head.writeUInt8(speakers.indexOf(first.speaker) | (first.fresh ? freshFlag : 0), 0)
      head.writeUIntLE(first.startSample, 1, 6)
      head.writeUInt16LE(run.length, 7)
      return [head, ...run.flatMap(({ bytes }) => [lengthOf(bytes), bytes])]
    }),
  )
}

/** Reads what {@link encodePackets} wrote; the bytes are authenticated before. */
export function decodePackets(bytes: Buffer): readonly Packet[] {
  const packets: Packet[] = []
  let at = 0
  while (at < bytes.length) {
    const flags = bytes.readUInt8(at)
    const startSample = bytes.readUIntLE(at + 1, 6)
    const count = bytes.readUInt16LE(at + 7)
    at += headBytes
    for (let index = 0; index < count; index += 1) {
      const length = bytes.readUInt16LE(at)
      packets.push({
        speaker: (flags & 1) === 0 ? 'seat' : 'citizen',
        startSample: startSample + index * packetSamples,
        fresh: index === 0 && (flags & freshFlag) !== 0,
        bytes: bytes.subarray(at + lengthBytes, at + lengthBytes + length),
      })
      at += lengthBytes + length
    }
  }
  return packets
}

type Run = [Packet, ...Packet[]]

function runsOf(packets: readonly Packet[]): readonly Run[] {
  const runs: Run[] = []
  for (const packet of packets) {
    const run = runs.findLast(([first]) => first.speaker === packet.speaker)
    const follows = run?.at(-1)?.startSample === packet.startSample - packetSamples
    if (run !== undefined && follows && !packet.fresh && run.length < longestRun) run.push(packet)
    else runs.push([packet])
  }
  return runs
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(lengthBytes)
  length.writeUInt16LE(bytes.length)
  return length
}
