import { config } from 'zod'

// zod would compile its schemas with `eval`, which the page's content security policy forbids. It looks at this when a schema is
// made: this module is imported before every other.
config({ jitless: true })
