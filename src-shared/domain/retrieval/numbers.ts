/** Numbers that come one by one, kept in a typed array that grows: a plain array of millions costs several times as much. */
export interface GrowingNumbers<T extends Int32Array | Uint8Array | Int8Array> {
  readonly length: number
  readonly push: (value: number) => void
  readonly at: (index: number) => number
  /** A copy of exactly what was pushed. */
  readonly toArray: () => T
}

const firstCapacity = 1024

export function growingNumbers<T extends Int32Array | Uint8Array | Int8Array>(
  create: (length: number) => T,
): GrowingNumbers<T> {
  let values = create(firstCapacity)
  let length = 0
  return {
    get length() {
      return length
    },
    push: (value) => {
      if (length === values.length) {
        const larger = create(length * 2)
        larger.set(values)
        values = larger
      }
      values[length] = value
      length += 1
    },
    at: (index) => values[index] ?? 0,
    toArray: () => {
      const exact = create(length)
      exact.set(values.subarray(0, length))
      return exact
    },
  }
}
