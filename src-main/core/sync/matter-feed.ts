import * as z from 'zod'
import type { CentralMatter } from '#shared/contract/central-api.ts'
import { callerKeys, matterKeys } from '#shared/domain/ticket/matter.ts'
import { sameCallerDays } from '#shared/domain/ticket/similar-tickets.ts'
import type { Clock } from '../clock.ts'
import type { Store } from '../store/open-store.ts'
import type { CentralClient } from './central-client.ts'

/** Others report the same burst pipe within minutes; spread so that a city's seats do not ask all at once. */
const everyMs = 18_000
const spreadMs = 4_000
const dayMs = 24 * 3_600_000
const settingKey = 'matter-feed'

/** Brings down what other seats' tickets are about, so that duplicates (重复诉求) are found without asking the centre. */
export class MatterFeed {
  readonly #store: Store
  readonly #clock: Clock
  readonly #random: () => number
  readonly #onFailure: (error: unknown) => void
  #client: CentralClient | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(store: Store, clock: Clock, random: () => number, onFailure: (error: unknown) => void) {
    this.#store = store
    this.#clock = clock
    this.#random = random
    this.#onFailure = onFailure
  }

  useCentre(client: CentralClient): void {
    this.#client = client
    void this.#run(client)
  }

  stop(): void {
    this.#client = undefined
    clearTimeout(this.#timer)
  }

  async #run(client: CentralClient): Promise<void> {
    clearTimeout(this.#timer)
    try {
      await this.#pull(client)
    } catch (error) {
      this.#onFailure(error)
    }
    if (client !== this.#client) return
    this.#timer = setTimeout(() => void this.#run(client), everyMs + this.#random() * spreadMs)
  }

  async #pull(client: CentralClient): Promise<void> {
    for (;;) {
      const after = this.#store.settings.get(settingKey, z.string())
      const matters = await client.matters(after)
      if (client !== this.#client || matters === undefined) return
      const last = matters.at(-1)
      // A centre that repeats itself would be read for ever.
      if (last === undefined || last.number === after) return
      this.#keep(matters, last.number)
    }
  }

  #keep(matters: readonly CentralMatter[], last: string): void {
    const { matters: known, settings, tickets, transaction } = this.#store
    transaction(() => {
      for (const { number, ...matter } of matters) {
        // One's own ticket may have been edited since; what is here counts.
        if (tickets.get(matter.ticketId) !== undefined) continue
        known.put(matter, [...callerKeys(matter), ...matterKeys(matter)], number)
      }
      known.forgetOthers(this.#clock.now() - sameCallerDays * dayMs)
      settings.set(settingKey, last)
    })
  }
}
