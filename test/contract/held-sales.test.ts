import { describe, expect, it } from 'vitest';
import { heldSaleDocument } from '../../domain/held-sales/documents.ts';
import { type HeldSale, heldGoodsOf } from '../../domain/held-sales/held-sale.ts';
import { heldSaleTaken, saleHeld } from '../../domain/held-sales/operations.ts';
import { quickKeysDocument, quickKeysLaidOut } from '../../domain/quick-keys/quick-keys.ts';
import { isOver } from '../../domain/base/retention.ts';
import { quoteDocument } from '../../domain/quotes/documents.ts';
import { quoteKept } from '../../domain/quotes/operations.ts';
import type { Quote } from '../../domain/quotes/quote.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { cartLineOf } from '../support/examples.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, emptyReplica, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('held sales and quick keys on %s', (_name, open) => {
  let db: Db;
  let first: Enrolled;
  let second: Enrolled;
  let elsewhere: Enrolled;
  useSyncPool(open, async (pool) => {
    ({ db, register: first } = pool);
    second = await enrol(db);
    elsewhere = await enrol(db, 'S2');
  });

  const bodies = <B>({ documents }: Replica, kind: string): B[] =>
    [...documents].filter(([key]) => key.includes(` ${kind} `)).map(([, body]) => body as B);
  const heldAt = async (register: Enrolled, replica: Replica = emptyReplica()) =>
    bodies<HeldSale>(await pullAll(db, register, replica), heldSaleDocument.kind).map((body) => heldSaleDocument.completed(body));
  const hold = (register: Enrolled) => {
    const held = { ...heldGoodsOf([cartLineOf({ note: 'gift' })], null, 'USD'), heldSaleId: 'H1', prefix: 'A1' };
    return push(db, register, [register.journal.record({ type: saleHeld.type, payload: held })]);
  };
  const take = (register: Enrolled, prefix: string) =>
    push(db, register, [register.journal.record({ type: heldSaleTaken.type, payload: { heldSaleId: 'H1', prefix } })]);

  it('are there on every register of the store, and on no other', async () => {
    await hold(first);
    for (const register of [first, second])
      expect(await heldAt(register)).toMatchObject([{ id: 'H1', prefix: 'A1', lines: [{ sku: 'A', note: 'gift' }], taken: [] }]);
    expect(await heldAt(elsewhere)).toEqual([]);
  });

  it('[J5] that two registers went on with name both, in the order in which the server heard, and open no exception', async () => {
    await hold(first);
    await take(second, 'A2');
    await take(first, 'A1');
    for (const register of [first, second])
      expect((await heldAt(register)).map(({ taken }) => taken.map(({ prefix }) => prefix))).toEqual([['A2', 'A1']]);
    expect(await db.selectFrom('exceptions').select('id').execute()).toEqual([]);
  });

  it('[A3] are not taken up by another store', async () => {
    await hold(first);
    await take(elsewhere, 'B1');
    expect((await heldAt(first)).map(({ taken }) => taken)).toEqual([[]]);
  });

  it('[A3] a quote is there on every register of its store, and goes 30 days after its last day', async () => {
    const quote = { ...heldGoodsOf([cartLineOf()], null, 'USD'), ...{ quoteId: 'Q1', number: 'Q-ABCDEF', validUntil: '2026-03-31' } };
    const payload = { ...quote, totalMinor: 109, taxMinor: 9, customerId: null };
    expect(await push(db, first, [first.journal.record(quoteKept.request(payload))])).toMatchObject([{ outcome: 'applied' }]);
    for (const register of [first, second])
      expect(bodies<Quote>(await pullAll(db, register), quoteDocument.kind)).toMatchObject([{ id: 'Q1', number: 'Q-ABCDEF' }]);
    const elsewhereHas = bodies<Quote>(await pullAll(db, elsewhere), quoteDocument.kind);
    expect(elsewhereHas).toEqual([]);
    const [kept] = bodies<Quote>(await pullAll(db, second), quoteDocument.kind).map((body) => quoteDocument.completed(body));
    const ended = kept === undefined ? null : quoteDocument.endOf(kept);
    const isGone = (day: string) => isOver(quoteDocument.retention.register, ended, Date.parse(`${day}T12:00:00Z`), {} as never);
    expect([isGone('2026-04-29'), isGone('2026-05-02')]).toEqual([false, true]);
  });

  it('have the quick keys that a store laid out last', async () => {
    for (const name of ['Counter', 'Bakery'])
      await push(db, first, [first.journal.record({ type: quickKeysLaidOut.type, payload: { pages: [{ name, skus: ['A', null] }] } })]);
    const shown = bodies(await pullAll(db, second), quickKeysDocument.kind);
    expect(shown).toEqual([{ storeId: 'S1', pages: [{ name: 'Bakery', skus: ['A', null] }] }]);
    expect(bodies(await pullAll(db, elsewhere), quickKeysDocument.kind)).toEqual([]);
  });
});
