import type { Migration } from '../migrate.ts'

/** What a turn is made of, as JSON, where it is more than the words that were streamed; `text` stays what counts. */
export const turnLayers: Migration = {
  version: 20,
  name: 'turn-layers',
  sql: 'ALTER TABLE turns ADD COLUMN layers TEXT',
}
