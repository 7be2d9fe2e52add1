import { describe, expect, it } from 'vitest';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { keepFork } from '../../sync-server/intake/keep-fork.ts';
import { BEFORE_ALL_CALENDARS, JournalBuilder, reseal } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { disagreements } from './support/order-pool.ts';
import { type Enrolled, enrol, poolState, pullAll, push, send } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

type Fields = Record<string, unknown>;

describe.each(databases)('what cannot be applied, on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  let journal: JournalBuilder;
  useSyncPool(open, (pool) => {
    ({ db, register } = pool);
    journal = register.journal;
  });

  const sold = async () =>
    100 -
    (await db.selectFrom('stock_levels').select('on_hand').where('location_id', '=', 'S1').where('sku', '=', 'A').executeTakeFirstOrThrow())
      .on_hand;

  /** What a bad second operation looks like; the third follows from it as the register wrote it. */
  const bad: [code: string, make: (sale: Operation) => unknown][] = [
    ['unsupported_version', (sale) => ({ ...sale, version: 99 })],
    ['bad_schema', (sale) => ({ ...sale, type: 'shop_closed_for_ever' })],
    ['bad_schema', (sale) => ({ ...sale, associateId: 7 })],
    ['bad_schema', (sale) => ({ ...sale, surprise: true })],
    ['bad_schema', (sale) => reseal(sale, { payload: { ...(sale.payload as Fields), totalMinor: 10.5 } })],
    ['bad_schema', (sale) => reseal(sale, { associateId: 'NUL \u0000 and half a pair \ud800' })],
    ['wrong_store', (sale) => reseal(sale, { storeId: 'S2' })],
    ['hash_mismatch', (sale) => ({ ...sale, hash: 'f'.repeat(64) })],
    ['hash_mismatch', (sale) => ({ ...sale, at: '2026-03-02T10:00:01.000Z' })],
    ['receipt_gap', (sale) => reseal(sale, { receiptCount: 7 })],
    ['receipt_gap', (sale) => reseal(sale, { payload: { ...(sale.payload as Fields), receiptNumber: 'A1-000009' } })],
    ['totals_do_not_add_up', (sale) => reseal(sale, { payload: { ...(sale.payload as Fields), totalMinor: 1 } })],
  ];

  it.each(bad)('[J6] %s: is quarantined with its place, and blocks nothing behind it', async (code, make) => {
    journal.openShift();
    const sale = journal.sell([['A', 1]]);
    const wrong = make(sale) as Fields;
    expect(await push(db, register, [journal.operations[0], wrong])).toMatchObject([
      { outcome: 'applied' },
      { outcome: 'quarantined', seq: 2, code },
    ]);
    expect(await sold()).toBe(0);
    // The register goes on from what it wrote.
    const hash = /^[0-9a-f]{64}$/.test(String(wrong['hash'])) ? String(wrong['hash']) : sale.hash;
    const next = journal.sell([['A', 2]]);
    const receipts = Number(wrong['receiptCount']) + 1;
    const goesOn = reseal(next, {
      prevHash: hash,
      receiptCount: receipts,
      payload: { ...(next.payload as Fields), receiptNumber: `A1-${String(receipts).padStart(6, '0')}` },
    });
    expect(await push(db, register, [goesOn])).toMatchObject([{ outcome: 'applied', seq: 3 }]);
    expect(await sold()).toBe(2);
    expect(await push(db, register, [wrong])).toMatchObject([{ outcome: 'quarantined', code }]);
    const { documents } = await pullAll(db, register);
    const shown = [...documents].filter(([key]) => key.includes('quarantined_operation')).map(([, body]) => body);
    expect(shown).toMatchObject([{ operationId: sale.id, seq: 2, code }]);
    expect(await disagreements(db)).toEqual([]);
  });

  const refused: [code: string, make: (sale: Operation) => unknown][] = [
    ['not_an_operation', () => null],
    ['not_an_operation', () => 'a sale'],
    ['not_an_operation', () => []],
    ['not_an_operation', (sale) => ({ ...sale, id: 'no uuid \u0000' })],
    ['not_an_operation', (sale) => ({ ...sale, seq: 0 })],
    ['not_an_operation', (sale) => ({ ...sale, seq: '2' })],
    ['not_an_operation', (sale) => ({ ...sale, registerId: 7 })],
    ['not_an_operation', (sale) => ({ ...sale, payload: JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as unknown })],
    ['other_register', (sale) => reseal(sale, { registerId: 'another' })],
  ];

  it.each(refused)('[J6] %s: has no place, changes nothing, and blocks nothing', async (code, make) => {
    journal.openShift();
    const sale = journal.sell([['A', 1]]);
    const results = await push(db, register, [journal.operations[0], make(sale), sale]);
    expect(results).toMatchObject([{ outcome: 'applied' }, { outcome: 'refused', code }, { outcome: 'applied' }]);
    expect(await sold()).toBe(1);
    expect(await db.selectFrom('quarantine').select('code').execute()).toEqual([{ code }]);
  });

  it('[J6] quarantines what the database will not take, and applies what stands before and behind it', async () => {
    const other = await enrol(db);
    journal.openShift();
    journal.sell([['A', 1]]);
    journal.record({ type: 'order_packed', payload: { fulfillmentOrderId: 'NOWHERE' } }, { at: BEFORE_ALL_CALENDARS });
    journal.sell([['A', 1]]);
    other.journal.sell([['B', 1]]);
    const results = await push(db, register, journal.operations);
    expect(results.map((result) => result.outcome)).toEqual(['applied', 'applied', 'quarantined', 'applied']);
    expect(results[2]).toMatchObject({ code: 'cannot_be_applied' });
    expect(await push(db, other, other.journal.operations)).toMatchObject([{ outcome: 'applied' }]);
    expect(await sold()).toBe(2);
  });

  it('[J7] lets a receipt number be skipped or used again by nobody', async () => {
    const first = journal.sell([['A', 1]]);
    await push(db, register, [first]);
    const again = journal.sell([['A', 1]]);
    const recycled = reseal(again, {
      receiptCount: 1,
      payload: { ...(again.payload as Fields), receiptNumber: first.payload.receiptNumber },
    });
    expect(await push(db, register, [recycled])).toMatchObject([{ outcome: 'quarantined', code: 'receipt_gap' }]);
    expect((await db.selectFrom('sales').select('receipt_number').execute()).map((row) => row.receipt_number)).toEqual(['A1-000001']);
  });

  it('[J7] stops a register whose profile runs twice: two operations claim one place', async () => {
    const opening = journal.openShift();
    const twin = new JournalBuilder(journal.options);
    twin.operations.push(opening);
    const here = journal.sell([['A', 1]]);
    const there = twin.sell([['B', 1]]);
    const later = twin.sell([['B', 1]]);
    await push(db, register, [opening, here]);
    const state = await poolState(db, register);
    expect(await send(db, register, [there, later])).toMatchObject({
      ok: true,
      results: [
        { outcome: 'refused', code: 'seq_reused' },
        { outcome: 'refused', code: 'register_cloned' },
      ],
      alarms: [{ code: 'seq_reused', operationId: there.id }],
    });
    expect(await send(db, register, [here])).toEqual({ ok: false, refusal: 'register_cloned' });
    expect(await poolState(db, register)).toEqual({ ...state, state: { ...state.state, status: 'cloned' } });
  });

  it('[J6, J7] stops a register whose chain breaks with sound hashes, gives nothing a place, and keeps all that waits', async () => {
    const opening = journal.openShift();
    const twin = new JournalBuilder(journal.options);
    twin.operations.push(opening);
    const here = journal.sell([['A', 1]]);
    const [ignored, there, later] = [twin.sell([['B', 1]]), twin.sell([['B', 1]]), twin.sell([['B', 1]])];
    await push(db, register, [opening, later]);
    expect(await send(db, register, [here, there])).toMatchObject({
      ok: true,
      expectedSeq: 3,
      lastHash: here.hash,
      more: false,
      results: [{ outcome: 'applied' }, { outcome: 'refused', code: 'chain_broken' }],
      alarms: [{ code: 'chain_broken', operationId: there.id }],
    });
    expect((await poolState(db, register)).state).toMatchObject({ applied_seq: 2, status: 'cloned' });
    expect(await db.selectFrom('parked_operations').selectAll().execute()).toEqual([]);
    const held = () => db.selectFrom('quarantine').select(['seq', 'code', 'content_hash']).orderBy('id').execute();
    expect(await held()).toEqual([
      { seq: 3, code: 'chain_broken', content_hash: there.hash },
      { seq: 4, code: 'register_cloned', content_hash: later.hash },
    ]);
    for (let times = 0; times < 2; times += 1) expect(await keepFork(db, register.registerId, [opening, ignored, there, later])).toBe(true);
    expect(await held()).toMatchObject([{}, {}, { seq: 2, code: 'seq_reused', content_hash: ignored.hash }]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[J7] does not stop a register that reports a fork where there is none', async () => {
    const opening = journal.openShift();
    await push(db, register, [opening]);
    expect(await keepFork(db, register.registerId, [opening, journal.sell([['A', 1]])])).toBe(false);
    expect((await poolState(db, register)).state).toMatchObject({ applied_seq: 1, status: 'active' });
    expect(await db.selectFrom('quarantine').selectAll().execute()).toEqual([]);
  });

  it('[M1] quarantines a refund that is more than was paid, and applies the right one behind it', async () => {
    const sale = journal.sell([['A', 3]]);
    const back = journal.takeBack(sale, 1);
    if (back.type !== 'goods_returned') throw new Error('This is no return.');
    const lines = back.payload.lines.map((line) => ({ ...line, refundMinor: 9_999 }));
    const greedy = reseal(back, { payload: { ...back.payload, lines, refundMinor: 9_999 } });
    expect(await push(db, register, [sale, greedy])).toMatchObject([{}, { outcome: 'quarantined', code: 'totals_do_not_add_up' }]);
    expect(await db.selectFrom('returns').select('receipt_number').execute()).toEqual([]);
  });
});
