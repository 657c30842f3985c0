import { createHash, createPublicKey, verify } from 'node:crypto'
import * as z from 'zod'
import { FailureError, unwrap } from '#shared/base/result.ts'
import { knowledgeText } from '#shared/catalogue/knowledge.ts'
import {
  feedPositionSchema,
  feedStart,
  readIncrements,
  type IncrementChecks,
  type PublishedChange,
} from '#shared/domain/knowledge/increment.ts'
import type { Store } from '../../store/open-store.ts'
import type { Publication } from '../answer-shelf.ts'
import type { KnowledgeClient } from './knowledge-client.ts'

const settingKey = 'knowledge-feed'
const feedSchema = z.object({ position: feedPositionSchema, publicKey: z.string() })

/** Characters of the fingerprint that people compare. */
const fingerprintLength = 16

/**
 * Takes the centre's signed increments, in their order and each once. The key is the one that the centre showed first; another
 * one is refused until a lead trusts it.
 */
export class IncrementFeed {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  get sequence(): number {
    return this.#state?.position.sequence ?? 0
  }

  /** A short fingerprint of the key in use. */
  get fingerprint(): string | undefined {
    const key = this.#state?.publicKey
    return key === undefined ? undefined : digest(key).slice(0, fingerprintLength)
  }

  /** All that is published so far. */
  publications(): readonly Publication[] {
    return this.#store.knowledge.published.all()
  }

  /**
   * Brings the store up to what the centre has published and tells what changed. What was read before a failure stays;
   * fails with `centre-away`, `key-changed`, `feed-shorter` or as {@link readIncrements}.
   */
  async pull(client: KnowledgeClient, onChanged: (changes: readonly Publication[]) => void): Promise<void> {
    const publicKey = await this.#trustedKey(client)
    const checks = checksWith(publicKey)
    for (;;) {
      const position = this.#state?.position ?? feedStart
      const { increments, newest } = await client.changes(position.sequence)
      if (newest < position.sequence) throw new FailureError('feed-shorter', knowledgeText.feedShorter)
      if (increments.length === 0) {
        if (this.#state === undefined) this.#keep(feedStart, publicKey, [])
        return
      }
      const found = readIncrements(position, increments, checks)
      if (!found.ok && (await client.publicKey()) !== publicKey) {
        throw new FailureError('key-changed', knowledgeText.keyChanged)
      }
      const read = unwrap(found)
      this.#keep(read.position, publicKey, read.changes)
      onChanged(read.changes.map(toPublication))
    }
  }

  /** Forgets key and increments: the next pull begins anew with the key that the centre shows then. */
  forget(): void {
    this.#store.transaction(() => {
      this.#store.knowledge.published.clear()
      this.#store.settings.set(settingKey, null)
    })
  }

  get #state(): z.infer<typeof feedSchema> | undefined {
    return this.#store.settings.get(settingKey, feedSchema)
  }

  async #trustedKey(client: KnowledgeClient): Promise<string> {
    const known = this.#state?.publicKey
    if (known !== undefined && this.sequence > 0) return known
    // Nothing was taken yet: whatever key the centre shows now is the first.
    return client.publicKey()
  }

  #keep(
    position: z.infer<typeof feedPositionSchema>,
    publicKey: string,
    changes: readonly PublishedChange[],
  ): void {
    const { knowledge, settings, transaction } = this.#store
    transaction(() => {
      for (const change of changes) {
        const { at, by } = change
        knowledge.published.put({ ...toPublication(change), deed: { at, by } })
      }
      settings.set(settingKey, { position, publicKey })
    })
  }
}

function toPublication(change: PublishedChange): Publication {
  const { entryId, version } = change
  return { entryId, version, content: change.kind === 'put' ? change.content : undefined }
}

function checksWith(publicKey: string): IncrementChecks {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return {
    digest,
    isSigned: (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64')),
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
