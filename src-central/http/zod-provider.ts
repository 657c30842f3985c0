import type { FastifyInstance, FastifyTypeProvider } from 'fastify'
import type * as z from 'zod'
import { wholeSubmissionText } from '#shared/catalogue/central-refusals.ts'

/** Gives Fastify's handlers the types of the zod schemas of their route. */
export interface ZodTypeProvider extends FastifyTypeProvider {
  readonly validator: this['schema'] extends z.ZodType ? z.output<this['schema']> : unknown
  readonly serializer: this['schema'] extends z.ZodType ? z.input<this['schema']> : unknown
}

/** What a request part did not fit; paths only, never values. */
export class InvalidPartError extends Error {
  readonly paths: readonly string[]

  constructor(error: z.ZodError) {
    super('invalid request')
    this.paths = [...new Set(error.issues.map((issue) => issue.path.join('.') || wholeSubmissionText))]
  }
}

/** Lets zod check what comes in and what goes out; an answer that does not fit its schema is a bug and throws. */
export function useZod(server: FastifyInstance): void {
  server.setValidatorCompiler(({ schema }) => (data) => {
    const result = (schema as unknown as z.ZodType).safeParse(data)
    return result.success ? { value: result.data } : { error: new InvalidPartError(result.error) }
  })
  server.setSerializerCompiler(
    ({ schema }) =>
      (data) =>
        JSON.stringify((schema as unknown as z.ZodType).parse(data)),
  )
}
