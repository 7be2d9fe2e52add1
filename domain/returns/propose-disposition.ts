import type { Condition, Disposition, ReturnReason } from './disposition.ts';
import type { ReturnRules } from './settings.ts';

/**
 * What becomes of goods for a reason and in a condition, as the company's rules propose it. A condition that keeps goods off the shelf
 * counts before the reason: what is broken is not sold again because the customer only changed their mind.
 */
export function proposeDisposition(
  { reasons, conditions }: ReturnRules,
  { reason, condition }: { readonly reason: ReturnReason | null; readonly condition: Condition | null },
): Disposition {
  const byCondition = conditions.find((one) => one.condition === condition)?.disposition ?? 'restock';
  if (byCondition !== 'restock') return byCondition;
  return reasons.find((one) => one.reason === reason)?.disposition ?? 'restock';
}
