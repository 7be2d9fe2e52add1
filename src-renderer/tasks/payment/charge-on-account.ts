import type { Role } from '../../../domain/associates/associate.ts';
import type { Permission } from '../../../domain/base/permission.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import { type Answer, mayDo } from '../../../domain/permissions/may-do.ts';
import type { PermissionTable } from '../../../domain/permissions/roles.ts';
import { type AccountRoom, chargeAccount } from '../../../domain/stored-value/on-account.ts';
import { approvedBy } from '../../kit/approved-by.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import type { StoredValueEntry } from './payment-entry.ts';

export interface ChargeOnAccount {
  /** See `accountId`. */
  readonly id: string;
  readonly room: AccountRoom;
  readonly wantedMinor: number;
  /** Whether somebody wants to go over the limit for it. */
  readonly goOver: boolean;
  readonly table: PermissionTable;
  readonly role: Role;
}

/** What a sale on account needs of a role: the first that is denied, or the roles who may approve all of it (rule A1). */
function askRoles({ table, role }: ChargeOnAccount, wanted: readonly (readonly [Permission, number])[]) {
  const answers = wanted.map(([permission, weight]): [Permission, Answer] => [permission, mayDo(table, role, permission, weight)]);
  if (answers.some(([, { kind }]) => kind === 'denied')) return 'denied';
  const needed = answers.flatMap(([permission, answer]) => (answer.kind === 'needs_approval' ? [{ permission, by: answer.by }] : []));
  const last = needed.at(-1);
  return last === undefined
    ? null
    : { permission: last.permission, by: last.by.filter((one) => needed.every(({ by }) => by.includes(one))) };
}

/**
 * Puts a part of a sale on account, with the approval of one colleague where the roles ask for it. Nothing is owed before the sale is
 * recorded.
 */
export async function chargeOnAccount(
  { requestApproval }: Pick<RegisterServices, 'requestApproval'>,
  request: ChargeOnAccount,
): Promise<Result<StoredValueEntry, Refusal>> {
  const { id, room, wantedMinor, goOver } = request;
  const charged = chargeAccount(id, room, wantedMinor, goOver);
  if (!charged.ok) return charged;
  const { tender, overLimitMinor } = charged.value;
  const asked = askRoles(request, [
    ['account.charge', tender.amountMinor],
    ...(overLimitMinor > 0 ? ([['account.over_limit', overLimitMinor]] as const) : []),
  ]);
  if (asked === 'denied' || asked?.by.length === 0) return refuse('not_allowed');
  const approval = asked === null ? null : await requestApproval(asked.permission, asked.by, false);
  if (asked !== null && approval === null) return refuse('needs_approval');
  const leftMinor = room.offlineMinor === null ? room.leftMinor - tender.amountMinor : null;
  const isPlain = overLimitMinor === 0 && approval === null;
  return accept({ tender, leftMinor, ...(!isPlain && { onAccount: { overLimitMinor, ...approvedBy(approval) } }) });
}
