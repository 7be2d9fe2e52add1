import { expect, it } from 'vitest';
import type { Role } from '../../../domain/associates/associate.ts';
import type { PermissionTable } from '../../../domain/permissions/roles.ts';
import type { AccountRoom } from '../../../domain/stored-value/on-account.ts';
import { chargeOnAccount } from './charge-on-account.ts';

const ROOM: AccountRoom = { currency: 'USD', balanceMinor: -400, limitMinor: 1_000, leftMinor: 600, offlineMinor: null };
const MANAGER = { approvalBy: ['manager' as const], above: null };

/** Charges so much, and says whom the register asked. */
async function charged(
  wantedMinor: number,
  table: PermissionTable,
  given: { goOver?: boolean; approver?: string | null; method?: 'badge'; room?: AccountRoom } = {},
) {
  const asked: (readonly [string, readonly Role[], boolean | undefined])[] = [];
  const result = await chargeOnAccount(
    {
      requestApproval: (permission, roles, inPlace) => {
        asked.push([permission, roles, inPlace]);
        const by = given.approver ?? null;
        return Promise.resolve(by === null ? null : { associateId: by, permission, method: given.method ?? 'pin' });
      },
    },
    { id: 'AC-1', room: given.room ?? ROOM, wantedMinor, goOver: given.goOver ?? false, table, role: 'associate' },
  );
  return { asked, result };
}

it('puts what is left of the limit on account without asking anybody', async () => {
  expect(await charged(600, {})).toEqual({
    asked: [],
    result: {
      ok: true,
      value: {
        tender: { kind: 'account', currency: 'USD', amountMinor: 600, tipMinor: 0, reference: 'AC-1', state: 'accepted' },
        leftMinor: 0,
      },
    },
  });
});

it('[A1] goes over the limit with the approval of a colleague alone, and keeps who it was', async () => {
  const table = { associate: { 'account.over_limit': MANAGER } };
  expect(await charged(700, table)).toMatchObject({ asked: [], result: { refusal: 'account_limit_reached' } });
  const { asked, result } = await charged(700, table, { goOver: true, approver: 'M' });
  expect(asked).toEqual([['account.over_limit', ['manager'], false]]);
  expect(result).toMatchObject({ ok: true, value: { leftMinor: -100, onAccount: { overLimitMinor: 100, approvedBy: 'M' } } });
  const byBadge = await charged(700, table, { goOver: true, approver: 'M', method: 'badge' });
  expect(byBadge.result).toMatchObject({ value: { onAccount: { overLimitMinor: 100, approvedBy: 'M', byBadge: true } } });
  expect((await charged(700, table, { goOver: true })).result).toEqual({ ok: false, refusal: 'needs_approval' });
});

it('[A1] asks once where both need an approval, and somebody who may give both', async () => {
  const table: PermissionTable = {
    associate: { 'account.charge': { approvalBy: ['manager', 'senior'], above: 500 }, 'account.over_limit': MANAGER },
  };
  expect((await charged(700, table, { goOver: true, approver: 'M' })).asked).toEqual([['account.over_limit', ['manager'], false]]);
  expect((await charged(550, table, { approver: 'S' })).asked).toEqual([['account.charge', ['manager', 'senior'], false]]);
  expect((await charged(500, table)).asked).toEqual([]);
});

it.each<readonly [string, PermissionTable]>([
  ['a role that sells nothing on account', { associate: { 'account.charge': 'denied' } }],
  ['a role that lets nobody go over', { associate: { 'account.over_limit': 'denied' } }],
  [
    'two approvals that no role may give both of',
    { associate: { 'account.charge': { approvalBy: ['senior'], above: 0 }, 'account.over_limit': MANAGER } },
  ],
])('[A1] is refused for %s', async (_what, table) => {
  expect(await charged(700, table, { goOver: true, approver: 'M' })).toEqual({ asked: [], result: { ok: false, refusal: 'not_allowed' } });
});

it('says nothing of what is left without the server', async () => {
  const { result } = await charged(200, {}, { room: { ...ROOM, offlineMinor: 300 } });
  expect(result).toMatchObject({ ok: true, value: { tender: { state: 'offline' }, leftMinor: null } });
});
