import { expect, test } from 'vitest'
import { describeError } from '../../src-central/http/log-options.ts'

test("a database error is logged without PostgreSQL's words, which quote values", () => {
  const cause = Object.assign(new Error('invalid input: 13800138000'), {
    code: '22P02',
    detail: 'Failing row contains (陈女士)',
    table: 'tickets',
  })
  const described = describeError(new Error('while storing 陈女士', { cause }))
  const written = JSON.stringify(described)
  expect(written).not.toMatch(/陈女士|13800138000/)
  expect(written).toContain('22P02')
  expect(written).toContain('tickets')
  expect(described.stack).toContain('log-options.test.ts')
})

test('what is no error is described by its type', () => {
  expect(describeError('陈女士').type).toBe('string')
})
