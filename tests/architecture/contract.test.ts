import { describe, expect, it } from 'vitest'
import { events, procedures } from '#shared/contract/contract.ts'
import { createHandlers } from '../../src-main/core/handlers.ts'
import { sourceFiles } from '../support/source-files.ts'

describe('the contract', () => {
  it('has a handler for every procedure, and no handler for anything else', () => {
    const handlers = createHandlers({} as Parameters<typeof createHandlers>[0])
    expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(procedures).toSorted())
  })

  it('names no event that the core never sends', () => {
    const core = sourceFiles('src-main/core/**/*.ts')
    const unsent = Object.keys(events).filter((name) => !core.some(({ text }) => text.includes(`('${name}'`)))
    expect(unsent).toEqual([])
  })

  it('names nothing that no client uses', () => {
    const clients = sourceFiles('src-{renderer,main/cli,main/hosts}/**/*.{ts,tsx}')
    const names = [...Object.keys(procedures), ...Object.keys(events)]
    const unused = names.filter((name) => !clients.some(({ text }) => text.includes(`'${name}'`)))
    expect(unused).toEqual([])
  })
})
