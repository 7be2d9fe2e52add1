import type { Role } from '../associates/associate.ts';
import type { Permission } from '../base/permission.ts';
import type { PermissionRule, PermissionTable } from './roles.ts';

/** What a role may do by itself, or with whom. */
export type Answer =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'needs_approval'; readonly by: readonly Role[] };

const BY_MANAGER: PermissionRule = { approvalBy: ['manager'], above: null };
/** In minor units, whatever the currency. */
const ABOVE_50: PermissionRule = { approvalBy: ['manager', 'senior'], above: 5_000 };
const ABOVE_200: PermissionRule = { approvalBy: ['manager'], above: 20_000 };

/**
 * What a role may not do alone unless the table says so. Figures of colleagues are for those who answer for them. So does whoever gives
 * out goods without a proof, takes back what the terms of the store leave with the customer, or counts the drawer of a colleague who is
 * not there.
 */
const UNLESS_SAID: Partial<Record<Permission, Partial<Record<Role, PermissionRule>>>> = {
  'report.read': { associate: 'denied', picker: 'denied', senior: 'denied' },
  'shift.take_over': { associate: BY_MANAGER, picker: BY_MANAGER, senior: BY_MANAGER },
  'stock.adjust': { associate: ABOVE_50, picker: ABOVE_50, senior: ABOVE_200 },
  'return.exception': { associate: BY_MANAGER, picker: BY_MANAGER, senior: BY_MANAGER },
  'return.no_receipt': { associate: ABOVE_50, picker: ABOVE_50, senior: ABOVE_200 },
  'order.pause': { associate: BY_MANAGER, picker: BY_MANAGER, senior: BY_MANAGER },
  'order.vouch': { associate: BY_MANAGER, picker: BY_MANAGER, senior: BY_MANAGER },
};

/** What counts where a table says nothing of a role and a permission. */
export function standardRule(role: Role, permission: Permission): PermissionRule {
  return UNLESS_SAID[permission]?.[role] ?? 'allowed';
}

/** A table of before there was a permission says nothing of it: what stood for it then counts. */
const STANDS_FOR: Partial<Record<Permission, Permission>> = {
  'sale.void': 'return.record',
  'return.empties': 'return.record',
  'return.no_receipt': 'return.record',
  'return.label': 'return.record',
};

/**
 * Asks the table of roles (rule A1).
 * @param weight the amount that it is about, in minor units; 0 where it is about none.
 */
export function mayDo(table: PermissionTable, role: Role, permission: Permission, weight: number): Answer {
  const rules = table[role];
  const rule = rules?.[permission] ?? rules?.[STANDS_FOR[permission] ?? permission] ?? standardRule(role, permission);
  if (typeof rule === 'string') return { kind: rule };
  const { approvalBy, above } = rule;
  return above !== null && Math.abs(weight) <= above ? { kind: 'allowed' } : { kind: 'needs_approval', by: approvalBy };
}

/** Somebody who may approve, by the role in which they are known. */
export interface Approver {
  readonly associateId: string;
  readonly role: Role;
}

/** Whether an approval makes up for what the role may not do alone. Nobody approves what they do themselves. */
export function isApproved(answer: Answer, associateId: string | null, approver: Approver | null): boolean {
  if (answer.kind !== 'needs_approval') return answer.kind === 'allowed';
  return approver !== null && approver.associateId !== associateId && answer.by.includes(approver.role);
}
