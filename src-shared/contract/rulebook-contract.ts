import * as z from 'zod'
import { ruleEntriesSchema, scorecardItemsSchema } from '../domain/review/rulebook.ts'
import { event, procedure } from './procedure.ts'
import {
  ruleDetailSchema,
  ruleLineSchema,
  ruleTrialSchema,
  scorecardDetailSchema,
  trialCallSchema,
} from './rulebook-views.ts'

/** The procedures of rules and scorecard (规范); spread into `contract.ts`. */

const trainers = ['trainer', 'lead'] as const
const none = z.object({})
const rule = z.object({ rule: z.string() })

/** Calls that a rule is tried on at once; 50 short ones (286 turns) took 0.2 s. */
export const mostTrialCalls = 50

/** `base` is the version that was changed; `outdated` where somebody saved another since. */
const save = z.object({ base: z.number().int().nonnegative(), note: z.string().trim().max(500) })

export const rulebookProcedures = {
  'rules.list': procedure({ input: none, output: z.array(ruleLineSchema), roles: trainers }),
  'rules.get': procedure({ input: rule, output: ruleDetailSchema, roles: trainers }),
  /**
   * `entries: null` goes back to the pack's, or removes a rule of the trainers' own; such a rule is made by saving under a new id
   * (`ownRuleId`) with base 0. Codes: `bad-norm-expression`, `empty-rule`, `outdated`, `centre-away`.
   */
  'rules.save': procedure({
    input: rule
      .extend(save.shape)
      .extend({ entries: ruleEntriesSchema.nullable(), off: z.boolean().default(false) }),
    output: ruleDetailSchema,
    roles: trainers,
  }),
  /** Newest first. */
  'rules.calls': procedure({ input: none, output: z.array(trialCallSchema), roles: trainers }),
  /** Tries `entries` in place of the rule in use, or as a new one; nothing is kept. Codes: `bad-norm-expression`, `no-dialogue`. */
  'rules.try': procedure({
    input: rule.extend({
      entries: ruleEntriesSchema,
      on: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('text'), text: z.string().max(50_000) }),
        z.object({ kind: z.literal('calls'), callIds: z.array(z.string()).min(1).max(mostTrialCalls) }),
      ]),
    }),
    output: ruleTrialSchema,
    roles: trainers,
  }),
  'scorecard.get': procedure({ input: none, output: scorecardDetailSchema, roles: trainers }),
  /** Calls that began before keep the scorecard that they were scored with. Codes: `bad-scorecard`, and as `rules.save`. */
  'scorecard.save': procedure({
    input: save.extend({ items: scorecardItemsSchema.nullable() }),
    output: scorecardDetailSchema,
    roles: trainers,
  }),
} as const

export const rulebookEvents = {
  /** Other rules, or another scorecard, are in use. */
  'rulebook.changed': event(none, () => 'rulebook'),
} as const
