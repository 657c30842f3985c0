import { knowledgeBatch, type EntrySave } from '#shared/contract/central-knowledge.ts'

/** Saves sent at once may fill this many bytes; the centre takes 256 KiB. */
export const batchBytes = 200_000

/** Saves in their order, as many at once as the centre takes. */
export function* saveBatches(saves: readonly EntrySave[]): Generator<readonly EntrySave[]> {
  let batch: EntrySave[] = []
  let bytes = 0
  for (const save of saves) {
    const size = Buffer.byteLength(JSON.stringify(save))
    if (batch.length === knowledgeBatch || (batch.length > 0 && bytes + size > batchBytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(save)
    bytes += size
  }
  if (batch.length > 0) yield batch
}
