import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'tests/electron/**', 'node_modules/**'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // Two cores are the smallest machine this is built on: more workers only make timeouts.
    maxWorkers: 2,
  },
})
