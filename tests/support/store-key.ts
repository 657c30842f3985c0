/** A key of the store for tests; the real one is made by the host. */
export const testStoreKey = Buffer.alloc(32, 7)
