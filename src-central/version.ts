import packageJson from '../package.json' with { type: 'json' }

/** The product's version, as health and the OpenAPI document state it. */
export const version = packageJson.version
