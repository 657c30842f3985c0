import { describe, expect, it } from 'vitest'
import { dispatch, type Handlers } from '#shared/contract/dispatcher.ts'
import { FailureError } from '#shared/base/result.ts'

const operator = { roles: ['operator'] as const, staffNumber: '8031' }
const open = { aborted: false }

function handlersWith(search: () => unknown): Handlers {
  return { 'answers.search': search } as unknown as Handlers
}

describe('the dispatcher', () => {
  it('does not know what is not in the contract, inherited names included', async () => {
    for (const name of ['calls.destroy', 'toString', '__proto__']) {
      const answer = await dispatch({} as Handlers, { name, input: {} }, operator, open, () => undefined)
      expect(answer).toMatchObject({ ok: false, error: { code: 'unknown' } })
    }
  })

  it('gives a failure of the domain as data', async () => {
    const handlers = handlersWith(() => {
      throw new FailureError('not-found', '找不到')
    })
    const answer = await dispatch(
      handlers,
      { name: 'answers.search', input: { text: 'a' } },
      operator,
      open,
      () => undefined,
    )
    expect(answer).toEqual({ ok: false, error: { code: 'not-found', message: '找不到' } })
  })

  it('reports a bug and tells the client nothing of it', async () => {
    const bugs: unknown[] = []
    const handlers = handlersWith(() => {
      throw new TypeError('secret path')
    })
    const answer = await dispatch(
      handlers,
      { name: 'answers.search', input: { text: 'a' } },
      operator,
      open,
      (bug) => bugs.push(bug),
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(answer)).not.toContain('secret')
    expect(bugs).toHaveLength(1)
  })

  it('lets no output out that the contract does not describe', async () => {
    const bugs: unknown[] = []
    const handlers = handlersWith(() => [{ id: 1 }])
    const answer = await dispatch(
      handlers,
      { name: 'answers.search', input: { text: 'a' } },
      operator,
      open,
      (bug) => bugs.push(bug),
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(bugs).toHaveLength(1)
  })

  it('answers a cancelled call as cancelled, whatever its handler made of it', async () => {
    const signal = { aborted: false }
    const handlers = handlersWith(() => {
      signal.aborted = true
      return []
    })
    const answer = await dispatch(
      handlers,
      { name: 'answers.search', input: { text: 'a' } },
      operator,
      signal,
      () => undefined,
    )
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })
})
