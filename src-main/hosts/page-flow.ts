/** Frames on their way from which a page counts as slow, and at which it has caught up. */
const congestedFrom = 256
const relievedAt = 64

/** Counts frames on their way to a page, since a message port does not tell how many wait in it. */
export class PageFlow {
  readonly #setCongested: (congested: boolean) => void
  #onTheWay = 0
  #congested = false

  constructor(setCongested: (congested: boolean) => void) {
    this.#setCongested = setCongested
  }

  sent(): void {
    this.#onTheWay += 1
    if (!this.#congested && this.#onTheWay >= congestedFrom) this.#change(true)
  }

  taken(frames: number): void {
    this.#onTheWay = Math.max(0, this.#onTheWay - frames)
    if (this.#congested && this.#onTheWay <= relievedAt) this.#change(false)
  }

  #change(congested: boolean): void {
    this.#congested = congested
    this.#setCongested(congested)
  }
}
