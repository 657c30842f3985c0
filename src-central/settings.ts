import * as z from 'zod'

const settingsSchema = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(0),
    DATABASE_URL: z.string().optional(),
    CENTRAL_DATA_DIR: z.string().optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    CENTRAL_BOOTSTRAP_TOKEN: z.string().min(16).max(256).optional(),
    CENTRAL_REVIEW_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  })
  .transform((environment) => ({
    host: environment.HOST,
    /** 0 = any free port. */
    port: environment.PORT,
    /** PostgreSQL; the embedded PGlite without it. */
    databaseUrl: environment.DATABASE_URL,
    /** Where PGlite keeps its files; in memory without it. */
    dataDirectory: environment.CENTRAL_DATA_DIR,
    logLevel: environment.LOG_LEVEL,
    /** Token of the example seat. */
    bootstrapToken: environment.CENTRAL_BOOTSTRAP_TOKEN,
    /** How long the words and the sound of calls under review (质检) are kept; as recordings at a seat are. */
    reviewDays: environment.CENTRAL_REVIEW_DAYS,
  }))
export type Settings = z.output<typeof settingsSchema>

/** Reads the environment; the first argument names PGlite's directory as well. Empty variables count as absent. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  directory?: string,
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  return settingsSchema.parse({
    ...given,
    ...(directory === undefined ? {} : { CENTRAL_DATA_DIR: directory }),
  })
}
