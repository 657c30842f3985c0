import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openApiDocument } from '../../src-central/openapi.ts'

test('the OpenAPI document in the repository is the one the routes make', async () => {
  const written = await readFile(new URL('../../src-central/openapi.json', import.meta.url), 'utf8')
  expect(JSON.parse(written), 'run src-central/emit-openapi.ts').toEqual(
    JSON.parse(JSON.stringify(openApiDocument())),
  )
})

test('every reference in it leads somewhere', () => {
  const text = JSON.stringify(openApiDocument())
  const { components } = openApiDocument() as { components: { schemas: Record<string, unknown> } }
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!)
  expect(new Set(names)).toEqual(new Set(Object.keys(components.schemas)))
})
