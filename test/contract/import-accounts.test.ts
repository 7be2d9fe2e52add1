import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { accountLimitSet } from '../../domain/stored-value/operations.ts';
import { accountId } from '../../domain/stored-value/stored-value.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { changeAtOffice } from '../../sync-server/customers/change-customers.ts';
import { ACCOUNT_COLUMNS, accountImporter, OTHER_ACCOUNT_COLUMNS } from '../../sync-server/import/import-accounts.ts';
import { adjustAccount } from '../../sync-server/stored-values/change-account.ts';
import { findStoredValue } from '../../sync-server/stored-values/change-stored-value.ts';
import { databases } from './support/databases.ts';
import { useImportPool } from './support/import-pool.ts';

const head = 'customer,store,limit,currency,note';
const good = 'C1,1,1000.00,,framework contract\nC2,2,0,,\nC3,1,500,EUR,\n';

describe.each(databases)('limits of accounts from a file, on %s', (_name, open) => {
  const pool = useImportPool(open);
  const run = (rows: string, isDryRun = false) =>
    pool.run(
      accountImporter(pool.db, { currency: 'USD', isDryRun }, COMMAND_LINE),
      ACCOUNT_COLUMNS,
      `${head}\n${rows}`,
      OTHER_ACCOUNT_COLUMNS,
    );
  const accountOf = (customerId: string) => findStoredValue(pool.db, accountId(customerId));
  const begin = async () => {
    await sql`truncate documents, customers cascade`.execute(pool.db);
    await pool.stores();
    for (const id of ['C1', 'C2', 'C3']) await changeAtOffice(pool.db, id, { name: `Customer ${id}` }, COMMAND_LINE);
  };
  const limitsSet = async () => {
    const { rows } = await sql<{
      count: number;
    }>`select count(*)::int as count from operations where type = ${accountLimitSet.type}`.execute(pool.db);
    return rows[0]?.count;
  };

  it('open accounts, each once, and change a limit there and back', async () => {
    await begin();
    expect(await run(good)).toMatchObject({ report: { rows: 3, accepted: 3 }, refused: [] });
    expect(await accountOf('C1')).toMatchObject({ kind: 'account', storeId: '1', currency: 'USD', balanceMinor: 0, limitMinor: 100_000 });
    expect(await accountOf('C2')).toMatchObject({ storeId: '2', limitMinor: 0, issuedAt: expect.any(String) });
    expect(await accountOf('C3')).toMatchObject({ currency: 'EUR', limitMinor: 50_000 });
    const before = await pool.everything();
    expect(await run(good)).toMatchObject({ report: { accepted: 3 }, refused: [] });
    expect(await pool.everything()).toBe(before);
    await adjustAccount(
      pool.db,
      'C1',
      { operationId: '019a0000-0000-7000-8000-000000000001', differenceMinor: -2_000, reason: 'correction', note: '' },
      COMMAND_LINE,
    );
    await run('C1,,2000,,\n');
    expect(await accountOf('C1')).toMatchObject({ storeId: '1', balanceMinor: -2_000, limitMinor: 200_000 });
    await run('C1,1,1000,,\n');
    expect(await accountOf('C1')).toMatchObject({ balanceMinor: -2_000, limitMinor: 100_000 });
    expect(await limitsSet()).toBe(5);
    expect((await auditPool(pool.db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it.each([true, false])('rows that are wrong are told by line and field, also in a dry run: %s', async (isDryRun) => {
    await begin();
    await run(good);
    const rows = [
      ',1,5.00,,',
      'C9,1,5.00,,',
      'C1,2,5.00,,',
      'C2,2,-1,,',
      'C3,1,5.00,,',
      `C1,1,5.00,,${'x'.repeat(301)}`,
      'C2,2,0.001,,',
      'C2,2,5.00,XXA,',
      'C2,2,7.00,,',
      'C2,2,8.00,,',
    ];
    const { report, refused } = await run(rows.join('\n'), isDryRun);
    expect(refused.sort((a, b) => a.line - b.line).map(({ line, field, reason }) => `${line} ${field} ${reason}`)).toEqual([
      '2 customer is empty',
      '3 customer is nobody that is known',
      '4 store is not the one that keeps the account: 1',
      '5 limit is negative',
      '6 currency is not that of the account',
      '7 note is longer than 300 characters',
      '8 limit is finer than USD can be paid',
      '9 currency is no currency of ISO 4217',
      '11 customer stands twice; line 10 has it already',
    ]);
    expect(report).toMatchObject({ rows: 10, accepted: 1, refused: 9 });
    expect((await accountOf('C1'))?.limitMinor).toBe(100_000);
    expect((await accountOf('C2'))?.limitMinor).toBe(isDryRun ? 0 : 700);
  });

  it('a dry run writes nothing, and says which new accounts have no store', async () => {
    await begin();
    const before = await pool.everything();
    expect(await run('C1,1,10,,\nC2,,10,,\nC3,7,10,,\n', true)).toMatchObject({
      report: { rows: 3, accepted: 1, refused: 2 },
      refused: [
        { line: 3, field: 'store', reason: 'is empty, and the customer has no account yet. Name the store whose tills know it' },
        { line: 4, field: 'store', reason: 'names no store' },
      ],
    });
    expect(await pool.everything()).toBe(before);
    expect(await accountOf('C1')).toBeUndefined();
  });
});
