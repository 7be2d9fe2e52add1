import { z } from 'zod';
import { instant } from '../../base/envelope.ts';
import { text } from '../../base/text.ts';
import { NOT_TAKEN } from './ask-places.ts';
import { OCCASIONS, ruleSet } from './rule-set.ts';

const version = z.number().int().min(0).max(1_000_000_000);
const lines = z.array(z.strictObject({ lineNo: z.number().int(), quantity: z.number().int() }));
const metres = z.number().int().min(0).nullable().describe('From where the parcel goes; null where that is not known, or nothing is sent.');

/** The path of a version of the rules. */
export const versionParams = z.object({ version: z.coerce.number().int().min(0).max(1_000_000_000) });

/** `POST /v1/sourcing-rules`: a draft. It decides nothing until it is made live, and never changes. */
export const newRules = z.strictObject({
  rules: ruleSet,
  basedOn: version.default(0).describe('The version that it was made from; 0 for the standard rules.'),
});

/** `POST /v1/sourcing-rules/VERSION/live`. */
export const liveRequest = z.strictObject({
  replaces: version.describe('The version that was made live last, as the list says (`latest`): somebody may have been faster.'),
  from: instant.exactOptional().describe('From when on it decides; left out for now. At most a year ahead.'),
});

/** A version of the rules, as the list shows it. */
export const rulesVersion = z.strictObject({
  version,
  /** `scheduled` waits for its time, `replaced` does not decide any more or never will. */
  state: z.enum(['draft', 'scheduled', 'live', 'replaced']),
  basedOn: version,
  madeAt: instant.nullable().describe('Null of the standard rules.'),
  madeBy: text,
  liveFrom: instant.nullable(),
  liveBy: text.nullable(),
});
export const rulesList = z.strictObject({
  live: version.describe('The version that decides now; 0 for the standard rules.'),
  latest: version.describe('The version that was made live last, also where it decides later: what `replaces` has to name.'),
  items: z.array(rulesVersion).describe('The newest first, the last 200.'),
});
/** `GET /v1/sourcing-rules/VERSION`. */
export const wholeRules = rulesVersion.extend({ rules: ruleSet });

/** What was decided of an order, and why. */
export const decisionView = z.strictObject({
  at: instant,
  occasion: z.enum(OCCASIONS),
  version,
  rules: z
    .array(z.strictObject({ ruleId: text, units: z.number().int() }))
    .describe('The rules that were asked in turn, and what each gave.'),
  chosen: z.array(z.strictObject({ locationId: text, metres, lines })),
  others: z
    .array(z.strictObject({ locationId: text, metres, units: z.number().int(), reason: z.enum(NOT_TAKEN) }))
    .describe('The best of those that have some of it and give nothing, with the units that they could have given.'),
  counts: z.partialRecord(z.enum(NOT_TAKEN), z.number().int()).describe('How many of the rest give nothing, by reason.'),
  waits: lines.describe('Units that nobody gives.'),
  costMinor: z.number().int().nullable().describe('What the plan costs, in minor units; null where no rule reckoned with costs.'),
  isExact: z.boolean().describe('Whether no other plan of the rule can be better.'),
  blocked: z
    .strictObject({ why: z.enum(['no_rule', 'excluded']), locationId: text })
    .nullable()
    .describe('Why nobody is asked though the nearest that has some of it is this one.'),
});
/** `GET /v1/orders/NUMBER/decisions`: the newest first, the last 200. */
export const decisionList = z.strictObject({ items: z.array(decisionView) });

export type NewRules = z.infer<typeof newRules>;
export type LiveRequest = z.infer<typeof liveRequest>;
export type RulesVersion = z.infer<typeof rulesVersion>;
export type RulesList = z.infer<typeof rulesList>;
export type WholeRules = z.infer<typeof wholeRules>;
export type DecisionView = z.infer<typeof decisionView>;
