import { pbkdf2Sync } from 'node:crypto';
import type { Associate, Role } from '../../domain/associates/associate.ts';
import type { PermissionTable } from '../../domain/permissions/roles.ts';

const PIN = '2468';
const WRONG_PIN = '1357';
const SALT = '5a'.repeat(16);
const ITERATIONS = 10_000;
const HASH = pbkdf2Sync(PIN, Buffer.from(SALT, 'hex'), ITERATIONS, 32, 'sha256').toString('hex');

/** Who works at the devices, one after the other. */
const AT_WORK: readonly Role[] = ['associate', 'manager', 'senior', 'picker', 'associate'];
const ROLES: readonly Role[] = ['associate', 'picker', 'senior', 'manager'];

const idOf = (storeId: string, role: Role): string => `${storeId}-${role}`;

/** The people of a store: one of each role, all with the same PIN. */
export function staffOf(storeId: string): Associate[] {
  return ROLES.map((role) => ({
    id: idOf(storeId, role),
    storeId,
    name: `${role} of ${storeId}`,
    role,
    pin: { salt: SALT, iterations: ITERATIONS, hash: HASH },
    badge: null,
  }));
}

/** The role of somebody in these stores; undefined for nobody. */
export function roleOf(associateId: string | null): Role | undefined {
  return ROLES.find((role) => associateId?.endsWith(`-${role}`) === true);
}

/** Who works at the `n`-th device. */
export function workerAt(storeId: string, n: number): string {
  return idOf(storeId, AT_WORK[n % AT_WORK.length] ?? 'associate');
}

/** What somebody types as their PIN. @param isRight whether they remember it. */
export function pinTyped(isRight: boolean): string {
  return isRight ? PIN : WRONG_PIN;
}

/** What the head office says about roles, from time to time something else. */
export const TABLES: readonly PermissionTable[] = [
  {},
  {
    associate: { 'return.record': { approvalBy: ['senior', 'manager'], above: 1_000 }, 'shift.close': 'denied' },
    picker: { 'sale.complete': { approvalBy: ['manager'], above: null } },
  },
  {
    associate: { 'return.record': 'denied', 'order.reject': { approvalBy: ['manager'], above: null } },
    picker: { 'return.record': 'denied', 'sale.complete': { approvalBy: ['senior', 'manager'], above: 2_000 } },
    senior: { 'shift.close': { approvalBy: ['manager'], above: null } },
    manager: { 'sale.void': { approvalBy: ['senior'], above: 3_000 } },
  },
];
