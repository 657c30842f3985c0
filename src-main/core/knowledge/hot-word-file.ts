import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { hotWords } from '#shared/domain/correction/hot-words.ts'
import type { SitePack } from '#shared/domain/site-pack.ts'

/** Aliyun takes no more than 500 hot words (热词); a longer list only makes a recogniser hear them where they were not said. */
const mostWords = 500

export interface HotWordFileOptions {
  readonly path: string
  readonly isCallLive: () => boolean
  readonly restartAsr: () => void
}

/**
 * The names that a recogniser listens for, a line each, in a file that asr reads when it loads its model. After a change asr
 * starts anew, unless its model takes no hot words; not while a call runs.
 */
export class HotWordFile {
  readonly #options: HotWordFileOptions
  #isTaken = false
  #isNew = false

  constructor(options: HotWordFileOptions) {
    this.#options = options
  }

  /** A pack was loaded. Throws where the disk refuses the file. */
  write(pack: SitePack): void {
    const text = hotWords(pack, mostWords)
      .map((word) => `${word}\n`)
      .join('')
    if (text === contentsOf(this.#options.path)) return
    // asr must never find half a file.
    const unfinished = `${this.#options.path}.part`
    writeFileSync(unfinished, text)
    renameSync(unfinished, this.#options.path)
    this.#isNew = true
    this.settle()
  }

  /** asr has loaded a model. */
  ready(takesHotWords: boolean): void {
    this.#isTaken = takesHotWords
    this.settle()
  }

  /** asr is gone: the next one reads the file as it is now. */
  asrDown(): void {
    this.#isNew = false
  }

  /** Lets asr read the file as soon as it may. */
  settle(): void {
    if (!this.#isNew || !this.#isTaken || this.#options.isCallLive()) return
    this.#isNew = false
    this.#options.restartAsr()
  }
}

function contentsOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
