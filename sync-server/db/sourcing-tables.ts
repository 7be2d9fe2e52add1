import type { GeneratedAlways } from 'kysely';
import type { KeptDecision } from '../../domain/sourcing/rules/explain.ts';
import type { Occasion, RuleSet } from '../../domain/sourcing/rules/rule-set.ts';
import type { InstantNow, InstantOrNull, Json } from './columns.ts';

/** A version never changes. It is a draft until it is made live, once. */
interface SourcingRulesTable {
  version: number;
  rules: Json<RuleSet>;
  /** The version that it was made from; 0 for the standard rules. */
  based_on: number;
  made_at: InstantNow;
  made_by: string;
  /** From when on it decides; null of a draft. */
  live_from: InstantOrNull;
  /** Of two whose time has come, the one that was made live later decides. */
  live_no: number | null;
  live_by: string | null;
}

interface SourcingDecisionsTable {
  id: GeneratedAlways<number>;
  order_id: string;
  at: InstantNow;
  occasion: Occasion;
  /** Of the rules; 0 for the standard ones. */
  version: number;
  body: Json<KeptDecision>;
}

/** The tables of rules and of what was decided by them. */
export interface SourcingTables {
  sourcing_rules: SourcingRulesTable;
  sourcing_decisions: SourcingDecisionsTable;
}
