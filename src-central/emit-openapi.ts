import { writeFile } from 'node:fs/promises'
import { openApiDocument } from './openapi.ts'

await writeFile(
  new URL('openapi.json', import.meta.url),
  `${JSON.stringify(openApiDocument(), undefined, 2)}\n`,
)
