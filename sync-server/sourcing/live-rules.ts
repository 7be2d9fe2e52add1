import { sql } from 'kysely';
import { type RuleSet, ruleSet, standardRules } from '../../domain/sourcing/rules/rule-set.ts';
import type { Db, Tx } from '../db/database.ts';

/** The version of the rules that hold where nobody has made others live. */
export const STANDARD_VERSION = 0;

/** The rules that decide now. */
export interface LiveRules {
  readonly version: number;
  readonly set: RuleSet;
}

/** They compare no amount, so they need no currency. */
const STANDARD: LiveRules = { version: STANDARD_VERSION, set: standardRules('XTS') };

/** Reads the rules that decide now: of those whose time has come, the ones that were made live last. */
export async function readLiveRules(db: Db | Tx): Promise<LiveRules> {
  const { rows } = await sql<{ version: number; rules: unknown }>`
    select version, rules from sourcing_rules where live_from <= now() order by live_no desc limit 1`.execute(db);
  const [live] = rows;
  return live === undefined ? STANDARD : { version: live.version, set: ruleSet.parse(live.rules) };
}
