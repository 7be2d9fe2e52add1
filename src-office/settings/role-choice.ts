import type { Role } from '../../domain/associates/associate.ts';
import type { Permission } from '../../domain/base/permission.ts';
import { standardRule } from '../../domain/permissions/may-do.ts';
import type { PermissionRule, PermissionTable } from '../../domain/permissions/roles.ts';

/** What the head office can choose for a role: each is one rule, but for the amount. */
export const CHOICES = ['allowed', 'manager', 'senior', 'denied'] as const;

export type Choice = (typeof CHOICES)[number];

const APPROVERS: Readonly<Record<'manager' | 'senior', readonly Role[]>> = { manager: ['manager'], senior: ['senior', 'manager'] };

/** The choice that stands for a rule. One that was written by other means, and is none of them, stands for the nearest. */
export function choiceOf(rule: PermissionRule): Choice {
  if (typeof rule === 'string') return rule;
  return rule.approvalBy.includes('senior') ? 'senior' : 'manager';
}

/** The amount from which a rule wants an approval, in minor units; null where it always does. */
export function aboveOf(rule: PermissionRule | undefined): number | null {
  return typeof rule === 'object' ? rule.above : null;
}

/** The table with another rule; what counts by itself is left out. */
export function withRule(
  table: PermissionTable,
  role: Role,
  permission: Permission,
  choice: Choice,
  above: number | null,
): PermissionTable {
  const { [permission]: _, ...others } = table[role] ?? {};
  const standard = standardRule(role, permission);
  if (choice === choiceOf(standard) && above === aboveOf(standard)) return { ...table, [role]: others };
  const rule: PermissionRule = choice === 'denied' || choice === 'allowed' ? choice : { approvalBy: [...APPROVERS[choice]], above };
  return { ...table, [role]: { ...others, [permission]: rule } };
}
