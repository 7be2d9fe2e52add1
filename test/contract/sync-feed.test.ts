import { linePicked } from '../../domain/fulfillment/operations.ts';
import { labelWantedOperation } from '../../domain/labels/operations.ts';
import { actorNamed } from '../support/actor.ts';
import { lockAfter } from '../../domain/associates/settings.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { RECEIPT_TYPES } from '../../domain/registry/operations.ts';
import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { cartLineOf, cashOf, EXAMPLE_REQUESTS, soldOf, shiftOf } from '../support/examples.ts';
import { listPriceOf, priceListOf } from '../support/price-lists.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundTenderOf } from '../../domain/payments/tender.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import type { GoodsReturned } from '../../domain/returns/return.ts';
import { documentOfKind } from '../../domain/registry/documents.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { upsertProducts } from '../../sync-server/catalog/upsert-products.ts';
import { allocateChanges, type ChangeItem } from '../../sync-server/changes/allocate-changes.ts';
import { hearFromStores } from '../../sync-server/feed/hear-from-stores.ts';
import { pullChanges, type PullRequest, pullTogether } from '../../sync-server/feed/pull-changes.ts';
import { takeTillChanges } from '../../sync-server/customers/change-customers.ts';
import { putPriceList } from '../../sync-server/price-lists/manage-price-lists.ts';
import { putPrices } from '../../sync-server/price-lists/manage-prices.ts';
import { tellUses } from '../../sync-server/promotions/tell-uses.ts';
import { databases } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { emptyReplica, type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

const noProduct = {
  gtin: null,
  brand: '',
  category: '',
  size: '',
  unitPrice: 1000,
  taxClass: 'standard',
  minimumAge: null,
  soldBy: 'piece',
  tareGrams: 0,
} as const;

/** A sale that promotion P1 made cheaper by a code that is good for a number of sales. */
function soldByCoupon(): ReturnType<typeof soldOf> {
  const sold = soldOf([cartLineOf({ unitPrice: 300_000, taxClass: 'none' })]);
  const off = { source: 'promotion', sourceId: 'P1', amountMinor: -30, reason: null, approvedBy: null } as const;
  const lines = sold.lines.map((line) => ({ ...line, adjustments: [off], taxes: [], taxMinor: 0, totalMinor: 270 }));
  const coupons = [{ promotionId: 'P1', couponId: 'CP-1', mostUses: 1 }];
  return { ...sold, coupons, lines, totalMinor: 270, taxMinor: 0, tenders: [cashOf(270)] };
}

describe.each(databases)('the change feed on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => ({ db, register } = pool));

  const write = (items: ChangeItem[]) => transact(db, (tx) => allocateChanges(tx, items));

  it('[R1] gives a register its own scopes and refuses any other', async () => {
    const other = await enrol(db, 'S2');
    other.journal.sell([['A', 1]]);
    await push(db, other, [...other.journal.operations, 'nonsense']);
    const { seen } = await pullAll(db, register);
    expect([...new Set(seen.map((change) => change.scope))].sort()).toEqual(['all', 'store:S1']);
    for (const scope of ['store:S2', `register:${other.registerId}`, 'store:', 'everything']) {
      const { registerId, storeId } = register;
      expect(await pullChanges(db, { registerId, storeId, checkpoint: { [scope]: 0 }, limit: 10 })).toEqual({
        ok: false,
        refusal: { code: 'other_scope', scope },
      });
    }
  });

  it('[R1] gives documents that the register can read, of every kind there is', async () => {
    await takeOrder(db, { idempotencyKey: 'W-1', order: pickupOrder('W-1', 'S1', [['A', 1]]) });
    await db
      .insertInto('promotions')
      .values({
        id: 'P1',
        body: JSON.stringify({
          id: 'P1',
          name: 'Ten off',
          kind: 'percent_off',
          basisPoints: 1000,
          skus: ['A'],
          startsOn: '2026-01-01',
          endsOn: '2026-12-31',
        }),
      })
      .execute();
    const pin = { salt: '0'.repeat(32), iterations: 10_000, hash: '0'.repeat(64) };
    await db
      .insertInto('associates')
      .values({ id: 'E1', store_id: 'S1', name: 'Associate 1', role: 'picker', pin: JSON.stringify(pin) })
      .execute();
    await write([
      { scope: 'all', kind: 'promotion', id: 'P1' },
      { scope: 'store:S1', kind: 'associate', id: 'E1' },
    ]);
    register.journal.openShift();
    register.journal.sell([
      ['NEW', 1],
      ['NEWER', 1],
    ]);
    const giftCard = cartLineOf({ kind: 'gift_card', reference: 'SV-1' });
    const { nextReceiptNumber: receiptNumber } = register.journal;
    register.journal.record({ type: 'sale_completed', payload: { ...soldOf([giftCard]), receiptNumber } });
    register.journal.record({ type: 'sale_completed', payload: { ...soldByCoupon(), receiptNumber: register.journal.nextReceiptNumber } });
    // The second of the two comes too late.
    for (const sku of ['B', 'C']) {
      register.journal.record({
        type: 'exception_resolved',
        payload: { exceptionId: 'unknown_sku:S1:NEW', choice: 'other_product', sku, quantity: 1, note: '', office: null },
      });
    }
    const { id: fulfillmentOrderId } = await db.selectFrom('fulfillment_orders').select('id').executeTakeFirstOrThrow();
    register.journal.record({ type: linePicked.type, payload: { fulfillmentOrderId, lineNo: 1, quantity: 1, tote: 'T-1' } });
    const parcel = { parcelId: 'PARCEL', fulfillmentOrderId, no: 1, of: 1, box: null, size: null, weightGrams: 500 };
    register.journal.record(labelWantedOperation.request(parcel));
    const back = register.journal.takeBack(register.journal.sell([['A', 1]]), 1, 'vendor').payload as GoodsReturned;
    const credit = { ...refundTenderOf('store_credit', 'USD', back.refundMinor), reference: 'SV-4821-0f' };
    const origin = { kind: 'no_receipt' as const, document: null };
    const next = register.journal.nextReceiptNumber;
    register.journal.record(
      goodsReturned.request({ ...back, receiptNumber: next, origin, soldAt: null, roundingMinor: 0, customerId: 'C1', tenders: [credit] }),
    );
    // Whatever operations there are: each example that numbers no receipt and leaves the shift open.
    for (const request of EXAMPLE_REQUESTS) {
      if (!RECEIPT_TYPES.includes(request.type) && !request.type.startsWith('shift_')) register.journal.record(request);
    }
    await push(db, register, [...register.journal.operations, 'nonsense']);
    await transact(db, tellUses);
    const list = priceListOf();
    await putPriceList(db, list, actorNamed('test'));
    await putPrices(db, list.id, [listPriceOf()], actorNamed('test'));
    await takeTillChanges(db, 'S1', [{ customerId: 'C1', at: '2026-03-02T10:00:00.000Z', fields: { name: 'Customer' } }]);
    for (const [level, id] of [
      ['company', 'company'],
      ['store', 'S1'],
      ['register', register.registerId],
    ] as const)
      await saveSetting(db, lockAfter, { level, id, value: 5 }, actorNamed('test'));
    // What was resolved is gone.
    const seen = (await pullAll(db, register)).seen.filter((change) => change.body !== null);
    expect([...new Set(seen.map((change) => change.kind))].sort()).toEqual(DOCUMENTS.map(({ kind }) => kind).sort());
    for (const change of seen) documentOfKind(change.kind)?.schema.parse(change.body);
  });

  it('[R2] gives the same replica in small answers as in one', async () => {
    register.journal.openShift();
    for (let count = 0; count < 5; count += 1)
      register.journal.sell([
        ['A', 1],
        ['B', 2],
      ]);
    await push(db, register, [...register.journal.operations, 'nonsense']);
    const products = Array.from({ length: 1200 }, (_, index) => ({ ...noProduct, sku: `P${index}`, name: `Product ${index}` }));
    await transact(db, async (tx) => {
      const items: ChangeItem[] = [];
      await upsertProducts(tx, products, items);
      await allocateChanges(tx, items);
    });
    const whole = await pullAll(db, register);
    expect(whole.seen.filter((change) => change.kind === 'catalog_page')).toHaveLength(3);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (limit) => {
        const pieces = await pullAll(db, register, emptyReplica(), limit);
        expect(pieces).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  it('[R2] loses nothing between several writers and a reader that polls', async () => {
    const written = new Set<string>();
    const replica = emptyReplica();
    let writing = true;
    const writer = async (name: string): Promise<void> => {
      for (let count = 0; count < 25; count += 1) {
        const skus = [`${name}-${count}-x`, `${name}-${count}-y`];
        await transact(db, async (tx) => {
          const items: ChangeItem[] = [{ scope: 'store:S1', kind: 'store', id: 'S1' }];
          for (const sku of skus) {
            await tx
              .insertInto('shifts')
              .values({ id: sku, store_id: 'S1', register_id: 'r', body: JSON.stringify(shiftOf({ id: sku })) })
              .execute();
            items.push({ scope: 'store:S1', kind: 'shift', id: sku });
          }
          await allocateChanges(tx, items);
        });
        for (const sku of skus) written.add(sku);
      }
    };
    const reader = async (): Promise<void> => {
      while (writing) await pullAll(db, register, replica, 7);
    };
    const reading = reader();
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(writer));
    writing = false;
    await reading;
    await pullAll(db, register, replica, 7);
    const got = new Set(replica.seen.filter((change) => change.kind === 'shift').map((change) => change.id));
    expect(written.size).toBe(300);
    expect([...written].filter((sku) => !got.has(sku))).toEqual([]);
    const seqs = replica.seen.filter((change) => change.scope === 'store:S1').map((change) => change.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
  });

  it('[R1] [R2] [R3] answers several registers at once as it answers each alone', async () => {
    const others = [await enrol(db), await enrol(db, 'S2')];
    for (const one of [register, ...others]) {
      one.journal.openShift();
      one.journal.sell([['A', 1]]);
      await push(db, one, [...one.journal.operations, 'nonsense']);
    }
    await write([{ scope: 'all', kind: 'promotion', id: 'gone', deleted: true }]);
    const { epoch } = ((await pullChanges(db, { ...register, checkpoint: {}, limit: 1 })) as { value: { epoch: string } }).value;
    const requests = [register, ...others].flatMap(({ registerId, storeId }): PullRequest[] => [
      { registerId, storeId, checkpoint: {}, limit: 1000 },
      { registerId, storeId, checkpoint: { [`store:${storeId}`]: 2 }, limit: 1, epoch },
      { registerId, storeId, checkpoint: { all: 1, [`store:${storeId}`]: 4 }, limit: 3, epoch: null },
      { registerId, storeId, checkpoint: { 'store:S3': 1 }, limit: 10 },
      ...['unheard of', '\0', '\ud800'].map((unknown) => ({ registerId, storeId, checkpoint: { all: 2 }, limit: 10, epoch: unknown })),
    ]);
    const alone = [];
    for (const request of requests) alone.push(await pullChanges(db, request));
    expect(new Set(alone.map((answer) => (answer.ok ? 'ok' : answer.refusal.code)))).toEqual(
      new Set(['ok', 'other_scope', 'checkpoint_ahead']),
    );
    expect(alone.filter((answer) => answer.ok && answer.value.appliedSeq > 0).length).toBeGreaterThan(0);
    expect(await pullTogether(db, requests)).toEqual(alone);
    expect(await pullTogether(db, [])).toEqual([]);
  });

  it('[R2] gives a document once, with its newest number, and tells when it is gone', async () => {
    const replica = await pullAll(db, register);
    await write([
      { scope: 'all', kind: 'company', id: 'company' },
      { scope: 'all', kind: 'company', id: 'company' },
    ]);
    await write([{ scope: 'all', kind: 'company', id: 'company' }]);
    await write([{ scope: 'all', kind: 'catalog_page', id: '0', deleted: true }]);
    const seen = (await pullAll(db, register, { ...replica, seen: [] })).seen;
    expect(seen.map(({ kind, body }) => [kind, body === null])).toEqual([
      ['company', false],
      ['catalog_page', true],
    ]);
  });

  it('[R5] refuses a checkpoint that the pool has never reached: it was set back, and the replica has to be pulled again', async () => {
    const { registerId, storeId } = register;
    const pulled = await pullChanges(db, { registerId, storeId, checkpoint: { all: 1_000_000 }, limit: 10 });
    expect(pulled).toEqual({ ok: false, refusal: { code: 'checkpoint_ahead', scope: 'all' } });
  });

  it('acknowledges a fulfillment order when a register of its store has it, and not before', async () => {
    const before = await pullAll(db, register);
    await takeOrder(db, { idempotencyKey: 'W-1', order: pickupOrder('W-1', 'S1', [['A', 1]]) });
    expect(await hearFromStores(db, [{ storeId: 'S1', presentedSeq: before.checkpoint['store:S1'] ?? 0 }])).toEqual([]);
    const { checkpoint } = await pullAll(db, register, before);
    expect(await hearFromStores(db, [{ storeId: 'S2', presentedSeq: checkpoint['store:S1'] ?? 0 }])).toEqual([]);
    expect(await hearFromStores(db, [{ storeId: 'S1', presentedSeq: checkpoint['store:S1'] ?? 0 }])).toHaveLength(1);
    const { documents } = await pullAll(db, register);
    expect([...documents.values()]).toContainEqual(expect.objectContaining({ state: { status: 'acknowledged' } }));
    expect(
      (await db.selectFrom('locations').select('last_heard_at').where('id', '=', 'S1').executeTakeFirstOrThrow()).last_heard_at,
    ).toBeInstanceOf(Date);
  });
});
