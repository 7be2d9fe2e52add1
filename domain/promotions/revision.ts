import { canonicalJson } from '../base/canonical-json.ts';
import { sha256Hex } from '../base/hash-operation.ts';
import { type Promotion, promotion } from './promotion.ts';

/** What tells one state of a promotion from another, so that two people who change it do not undo each other's work. */
export function revisionOf(one: Promotion): string {
  return sha256Hex(canonicalJson(promotion.parse(one))).slice(0, 16);
}
