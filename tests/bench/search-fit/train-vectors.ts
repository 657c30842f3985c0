import { randomNumbers } from './random.ts'

/** A text as pieces with what each counts. */
export type Pieces = ReadonlyMap<string, number>

/** Texts about one thing: how the records call it, how people say it, and the answer where there is one. */
export interface Matter {
  /** Only matters of one source are told apart: those of two may be the same. */
  readonly source: string
  readonly official: readonly Pieces[]
  readonly said: readonly Pieces[]
  readonly answer?: Pieces
}

/** A vector for each piece. */
export interface PieceVectors {
  readonly dimensions: number
  readonly pieces: readonly string[]
  /** Piece after piece. */
  readonly vectors: Float32Array
}

export interface Training {
  readonly dimensions: number
  /** Times that each text is read, about. */
  readonly epochs: number
  /** Matters that are told apart at a time. */
  readonly batch: number
  /** The smaller, the more only the nearest wrong matters count. */
  readonly temperature: number
  readonly rate: number
  /** Share of the pieces that are left out of a text, anew each time, so that no piece relies on another. */
  readonly dropped: number
  /** A piece of fewer matters says nothing of others. */
  readonly leastMatters: number
}

export const usualTraining: Training = {
  dimensions: 96,
  epochs: 8,
  batch: 128,
  temperature: 0.1,
  rate: 0.05,
  dropped: 0.2,
  leastMatters: 3,
}

/** A text as numbers of pieces. */
interface Text {
  readonly pieces: Int32Array
  readonly weights: Float32Array
}
interface Part {
  readonly text: Text
  readonly weight: number
}
interface ReadMatter {
  readonly official: readonly Text[]
  readonly said: readonly Text[]
  readonly answer: Text | undefined
}

const seed = 12345
/** How much of a matter stands for it in one step, drawn anew each time: like an entry, with more or fewer similar questions. */
const shares = { withOfficial: 0.8, official: 0.7, withSaid: 0.6, withAnswer: 0.6, twoSaid: 0.15 } as const
const weights = { said: 0.6, answer: 0.5, second: 0.7 } as const
const mostSaid = 5
/** A text of hardly a known piece must not move them far. */
const leastLength = 0.3

/**
 * Vectors of pieces by which what people say is nearer to the matter that they mean than to the others (contrastive, InfoNCE
 * both ways): they start at random, long where a piece is rare, which is a likeness of letters, and learn from there.
 */
export function trainVectors(matters: readonly Matter[], training: Training): PieceVectors {
  const { dimensions, batch } = training
  const random = randomNumbers(seed)
  const { numbers, vectors } = firstVectors(matters, training, random)
  const read = (pieces: Pieces): Text => readText(pieces, numbers)
  const sources = Map.groupBy(matters, ({ source }) => source)
  const steps = Array.from(sources.values(), (list) =>
    stepsOf(
      list.map((matter) => readMatter(matter, read)),
      batch,
    ),
  )
  const learner = createLearner(vectors, dimensions)
  const pairing = createPairing(training, learner, random)
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    const rate = training.rate * (1 - (0.9 * epoch) / training.epochs)
    const plan = steps.flatMap(({ matters: list, count }) => Array.from({ length: count }, () => list))
    for (const list of shuffled(plan, random)) pairing.step(shuffled(list, random).slice(0, batch), rate)
  }
  return { dimensions, pieces: [...numbers.keys()], vectors }
}

function readText(pieces: Pieces, numbers: ReadonlyMap<string, number>): Text {
  const known = [...pieces].flatMap(([piece, weight]) => {
    const number = numbers.get(piece)
    return number === undefined ? [] : [{ number, weight }]
  })
  return {
    pieces: Int32Array.from(known, ({ number }) => number),
    weights: Float32Array.from(known, ({ weight }) => weight),
  }
}

function readMatter({ official, said, answer }: Matter, read: (pieces: Pieces) => Text): ReadMatter {
  return {
    official: official.map(read),
    said: (said.length > 0 ? said : official).map(read),
    answer: answer && read(answer),
  }
}

function stepsOf(list: readonly ReadMatter[], batch: number) {
  const matters = list.filter(({ official, said }) => official.length + said.length > 1)
  const texts = matters.reduce((sum, { official, said }) => sum + official.length + said.length, 0)
  return { matters, count: Math.ceil(texts / Math.min(batch, Math.max(1, matters.length))) }
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [mixed[at] as T, mixed[other] as T]
    mixed[at] = two
    mixed[other] = one
  }
  return mixed
}

function firstVectors(
  matters: readonly Matter[],
  { dimensions, leastMatters }: Training,
  random: () => number,
) {
  const holders = new Map<string, number>()
  for (const { official, said, answer } of matters) {
    const own = new Set(
      [...official, ...said, ...(answer ? [answer] : [])].flatMap((text) => [...text.keys()]),
    )
    for (const piece of own) holders.set(piece, (holders.get(piece) ?? 0) + 1)
  }
  const kept = [...holders].filter(([, count]) => count >= leastMatters)
  const numbers = new Map(kept.map(([piece], number) => [piece, number]))
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const vectors = new Float32Array(kept.length * dimensions)
  kept.forEach(([, count], number) => {
    const rarity = Math.log(1 + matters.length / count) / Math.log(1 + matters.length)
    for (let at = 0; at < dimensions; at += 1) {
      vectors[number * dimensions + at] = (normal() * rarity) / Math.sqrt(dimensions)
    }
  })
  return { numbers, vectors }
}

/** Adds texts up, and moves their pieces against a gradient (AdaGrad, one rate a piece). */
function createLearner(vectors: Float32Array, dimensions: number) {
  const moved = new Float64Array(vectors.length / dimensions).fill(1e-3)
  return {
    addUp: (parts: readonly Part[], into: Float32Array, first: number): number => {
      into.fill(0, first, first + dimensions)
      for (const { text, weight } of parts) {
        for (let slot = 0; slot < text.pieces.length; slot += 1) {
          const from = text.pieces[slot]! * dimensions
          const factor = weight * text.weights[slot]!
          for (let at = 0; at < dimensions; at += 1) into[first + at]! += factor * vectors[from + at]!
        }
      }
      let squares = 0
      for (let at = first; at < first + dimensions; at += 1) squares += into[at]! ** 2
      const length = Math.max(Math.sqrt(squares), 1e-6)
      for (let at = first; at < first + dimensions; at += 1) into[at]! /= length
      return Math.max(length, leastLength)
    },
    /** `gradient` is that of the direction; `length` what {@link addUp} gave. */
    move: (
      parts: readonly Part[],
      directions: Float32Array,
      gradient: Float32Array,
      first: number,
      length: number,
      rate: number,
    ): void => {
      let along = 0
      for (let at = first; at < first + dimensions; at += 1) along += directions[at]! * gradient[at]!
      let squares = 0
      for (let at = first; at < first + dimensions; at += 1) {
        gradient[at] = (gradient[at]! - directions[at]! * along) / length
        squares += gradient[at]! ** 2
      }
      for (const { text, weight } of parts) {
        for (let slot = 0; slot < text.pieces.length; slot += 1) {
          const piece = text.pieces[slot]!
          const factor = weight * text.weights[slot]!
          const now = (moved[piece]! += (squares * factor * factor) / dimensions)
          const pace = (rate * factor) / Math.sqrt(now)
          const to = piece * dimensions
          for (let at = 0; at < dimensions; at += 1) vectors[to + at]! -= pace * gradient[first + at]!
        }
      }
    },
  }
}

/** One step: of some matters each, what is said once must be nearer to what stands for its matter than for the others. */
function createPairing(
  { dimensions, batch, temperature, dropped }: Training,
  learner: ReturnType<typeof createLearner>,
  random: () => number,
) {
  const thin = ({ pieces, weights: all }: Text): Text => {
    const kept = Array.from(pieces.keys()).filter(() => random() >= dropped)
    return {
      pieces: Int32Array.from(kept, (at) => pieces[at]!),
      weights: Float32Array.from(kept, (at) => all[at]!),
    }
  }
  const oneOf = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const size = batch * dimensions
  const [said, meant, ofSaid, ofMeant] = [
    new Float32Array(size),
    new Float32Array(size),
    new Float32Array(size),
    new Float32Array(size),
  ]
  const likeness = new Float32Array(batch * batch)
  const pull = new Float32Array(batch * batch)
  const draw = (matter: ReadMatter): readonly [Part[], Part[]] => {
    const first = oneOf(matter.said)
    const one: Part[] = [{ text: thin(first), weight: 1 }]
    if (random() < shares.twoSaid) one.push({ text: thin(oneOf(matter.said)), weight: weights.second })
    const other: Part[] = []
    const official = random() < shares.withOfficial
    if (official)
      for (const text of matter.official)
        if (random() < shares.official) other.push({ text: thin(text), weight: 1 })
    const more = official
      ? random() < shares.withSaid
        ? Math.floor(random() * mostSaid)
        : 0
      : 1 + Math.floor(random() * (mostSaid - 1))
    for (let count = 0; count < more; count += 1) {
      const text = oneOf(matter.said)
      if (text !== first) other.push({ text: thin(text), weight: weights.said })
    }
    if (matter.answer && random() < shares.withAnswer)
      other.push({ text: thin(matter.answer), weight: weights.answer })
    if (other.length === 0) other.push({ text: thin(matter.official[0] ?? oneOf(matter.said)), weight: 1 })
    return [one, other]
  }
  const compare = (count: number): void => {
    for (let one = 0; one < count; one += 1)
      for (let other = 0; other < count; other += 1) {
        let product = 0
        for (let at = 0, a = one * dimensions, b = other * dimensions; at < dimensions; at += 1)
          product += said[a + at]! * meant[b + at]!
        likeness[one * count + other] = Math.exp((product - 1) / temperature)
      }
    pull.fill(0, 0, count * count)
    for (let one = 0; one < count; one += 1) {
      let row = 0
      let column = 0
      for (let other = 0; other < count; other += 1) {
        row += likeness[one * count + other]!
        column += likeness[other * count + one]!
      }
      for (let other = 0; other < count; other += 1) {
        pull[one * count + other]! += likeness[one * count + other]! / row / 2
        pull[other * count + one]! += likeness[other * count + one]! / column / 2
      }
      pull[one * count + one]! -= 1
    }
  }
  return {
    step: (matters: readonly ReadMatter[], rate: number): void => {
      const count = matters.length
      const drawn = matters.map(draw)
      const lengths = drawn.map(
        ([one, other], at) =>
          [learner.addUp(one, said, at * dimensions), learner.addUp(other, meant, at * dimensions)] as const,
      )
      compare(count)
      ofSaid.fill(0)
      ofMeant.fill(0)
      for (let one = 0; one < count; one += 1)
        for (let other = 0; other < count; other += 1) {
          const force = pull[one * count + other]! / temperature
          if (Math.abs(force) < 1e-4) continue
          for (let at = 0, a = one * dimensions, b = other * dimensions; at < dimensions; at += 1) {
            ofSaid[a + at]! += force * meant[b + at]!
            ofMeant[b + at]! += force * said[a + at]!
          }
        }
      drawn.forEach(([one, other], at) => {
        learner.move(one, said, ofSaid, at * dimensions, lengths[at]![0], rate)
        learner.move(other, meant, ofMeant, at * dimensions, lengths[at]![1], rate)
      })
    },
  }
}
