import type * as z from 'zod'

/** Who may call a procedure: operator 坐席, trainer 知识库管理员, reviewer 质检员, lead 班长. */
export const roles = ['operator', 'trainer', 'reviewer', 'lead'] as const
export type Role = (typeof roles)[number]

export interface Procedure<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input
  readonly output: Output
  readonly roles: readonly Role[]
}

export function procedure<Input extends z.ZodType, Output extends z.ZodType>(
  definition: Procedure<Input, Output>,
): Procedure<Input, Output> {
  return definition
}

export interface EventDefinition<Schema extends z.ZodType> {
  readonly schema: Schema
  /**
   * Names what an event supersedes: of two waiting events with the same key only the newer is sent to a slow client.
   * Without it every event is sent.
   */
  readonly coalesce?: (data: z.infer<Schema>) => string
}

export function event<Schema extends z.ZodType>(
  schema: Schema,
  coalesce?: (data: z.infer<Schema>) => string,
): EventDefinition<Schema> {
  return coalesce === undefined ? { schema } : { schema, coalesce }
}
