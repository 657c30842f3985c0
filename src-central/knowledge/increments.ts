import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import {
  feedStart,
  signedText,
  type Increment,
  type PublishedChange,
} from '#shared/domain/knowledge/increment.ts'
import type { Database, Queries } from '../database/database.ts'
import { inWriteTurn } from './write-turn.ts'

/** Signs the change and puts it at the end of the feed; only within a write turn. */
export async function publish(queries: Queries, change: PublishedChange, now: Date): Promise<void> {
  const [newest] = await queries.query<{ sequence: number; digest: string }>(
    'select sequence, digest from knowledge_increments order by sequence desc limit 1',
  )
  const { sequence, digest: previous } = newest ?? feedStart
  const unsigned = { sequence: sequence + 1, previous, body: JSON.stringify(change) }
  const text = signedText(unsigned)
  const key = createPrivateKey(await privateKey(queries, now))
  await queries.query(
    'insert into knowledge_increments (sequence, previous, digest, body, signature) values ($1, $2, $3, $4, $5)',
    [
      unsigned.sequence,
      previous,
      createHash('sha256').update(text).digest('hex'),
      unsigned.body,
      sign(null, Buffer.from(text), key).toString('base64'),
    ],
  )
}

export async function incrementsAfter(
  queries: Queries,
  after: number,
  limit: number,
): Promise<{ readonly increments: readonly Increment[]; readonly newest: number }> {
  const increments = await queries.query<Increment>(
    `select sequence, previous, body, signature from knowledge_increments
     where sequence > $1 order by sequence limit $2`,
    [after, limit],
  )
  const [row] = await queries.query<{ newest: number | null }>(
    'select max(sequence) as newest from knowledge_increments',
  )
  return { increments, newest: row?.newest ?? 0 }
}

/** The public half of the signing key, SPKI in base64. */
export function publicKey(database: Database, now: Date): Promise<string> {
  return inWriteTurn(database, async (queries) =>
    createPublicKey(await privateKey(queries, now))
      .export({ type: 'spki', format: 'der' })
      .toString('base64'),
  )
}

/** The signing key (PKCS #8 in PEM), made when it is first needed; only within a write turn. */
async function privateKey(queries: Queries, now: Date): Promise<string> {
  const [kept] = await queries.query<{ private_key: string }>('select private_key from knowledge_signing_key')
  if (kept !== undefined) return kept.private_key
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  await queries.query('insert into knowledge_signing_key (private_key, created_at) values ($1, $2)', [
    made,
    now,
  ])
  return made
}
