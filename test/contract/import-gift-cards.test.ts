import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { storedValueDocument } from '../../domain/stored-value/documents.ts';
import { storedValueId } from '../../domain/stored-value/stored-value.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { GIFT_CARD_COLUMNS, giftCardImporter, OTHER_GIFT_CARD_COLUMNS } from '../../sync-server/import/import-gift-cards.ts';
import { adjustStoredValue, findStoredValue } from '../../sync-server/stored-values/change-stored-value.ts';
import { databases } from './support/databases.ts';
import { useImportPool } from './support/import-pool.ts';

const [FIRST, SECOND, THIRD] = ['6007221000000001', '6007221000000002', '6007221000000003'] as const;
const head = 'number,store,balance,kind';

describe.each(databases)('gift cards from a file, on %s', (_name, open) => {
  const pool = useImportPool(open);
  const run = (rows: string) =>
    pool.run(giftCardImporter(pool.db, 'USD', COMMAND_LINE), GIFT_CARD_COLUMNS, `${head}\n${rows}`, OTHER_GIFT_CARD_COLUMNS);
  const cardOf = (number: string) => findStoredValue(pool.db, storedValueId(number));
  const begin = async () => {
    await sql`delete from documents where kind = ${storedValueDocument.kind}`.execute(pool.db);
    await pool.db.deleteFrom('operations').execute();
    await pool.stores();
  };
  const good = `6007 2210 0000 0001,1,25.00,\n${SECOND},2,0.50,store_credit\n`;

  it('are issued by their stores, once, and no number is kept', async () => {
    await begin();
    expect(await run(good)).toMatchObject({ report: { rows: 2, accepted: 2 }, refused: [] });
    expect(await cardOf(FIRST)).toMatchObject({ kind: 'gift_card', storeId: '1', currency: 'USD', balanceMinor: 2500 });
    expect(await cardOf(SECOND)).toMatchObject({ kind: 'store_credit', storeId: '2', balanceMinor: 50 });
    const before = await pool.everything();
    expect(await run(good)).toMatchObject({ refused: [] });
    expect(await pool.everything()).toBe(before);
    expect(before).not.toContain(FIRST);
    expect((await auditPool(pool.db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('rows that are wrong are told, and change no card that is known', async () => {
    await begin();
    await run(good);
    const other = { storeId: '1', kind: 'gift_card', currency: 'USD', differenceMinor: 100, reason: 'issued', note: '' } as const;
    await adjustStoredValue(pool.db, { ...other, operationId: '019a0000-0000-7000-8000-000000000001', number: THIRD }, COMMAND_LINE);
    const { refused } = await run(
      [
        `12,1,5.00,`,
        `6007221000000009,9,5.00,`,
        `6007221000000010,1,0,`,
        `6007221000000011,1,0.001,`,
        `6007221000000012,1,-1,`,
        `6007221000000013,1,5.00,voucher`,
        `${FIRST},1,30.00,`,
        `${THIRD},1,5.00,`,
        `6007221000000014,1,5.00,`,
        `6007-2210-0000-0014,1,5.00,`,
      ].join('\n'),
    );
    expect(refused.sort((a, b) => a.line - b.line).map(({ line, field, reason }) => `${line} ${field} ${reason}`)).toEqual([
      '2 number is no card number: it has 8 to 24 digits',
      '3 store names no store',
      '4 balance is zero',
      '5 balance is finer than USD can be paid',
      '6 balance is negative',
      '7 kind is none of gift_card, store_credit',
      '8 balance is not the one that was imported before. Change it at the head office',
      '9 number is known already',
      '11 number stands twice; line 10 has it already',
    ]);
    expect([(await cardOf(FIRST))?.balanceMinor, (await cardOf(THIRD))?.balanceMinor]).toEqual([2500, 100]);
  });
});
