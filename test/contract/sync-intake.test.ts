import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { auditStock } from '../../sync-server/audit/audit-stock.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { seal } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { disagreements, pickupOrder, shipOrder } from './support/order-pool.ts';
import { emptyReplica, type Enrolled, enrol, fillSyncPool, poolState, pullAll, push, send } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('journal intake on %s', (_name, open) => {
  let db: Db;
  let register: Enrolled;
  useSyncPool(open, (pool) => ({ db, register } = pool));

  const onHand = async (sku: string, locationId = 'S1') =>
    (
      await db
        .selectFrom('stock_levels')
        .select('on_hand')
        .where('location_id', '=', locationId)
        .where('sku', '=', sku)
        .executeTakeFirstOrThrow()
    ).on_hand;
  const fulfillmentOrder = async (number: string): Promise<FulfillmentOrder> => {
    const rows = await db.selectFrom('fulfillment_orders').select('body').orderBy('id').execute();
    const found = rows.find((row) => row.body.orderNumber === number);
    if (found === undefined) throw new Error(`No fulfillment order of ${number}.`);
    return found.body;
  };
  const order = async (sent: ReturnType<typeof shipOrder>) => {
    expect(await takeOrder(db, { idempotencyKey: sent.number, order: sent })).toMatchObject({ ok: true });
    return fulfillmentOrder(sent.number);
  };
  const exceptions = async () =>
    (await db.selectFrom('exceptions').select(['kind', 'store_id']).orderBy('id').execute()).map((row) => `${row.kind} ${row.store_id}`);
  /** A day of one register: a shift, sales, a pickup, a shipment with a short pick, a reject and a return. */
  const aDay = async (): Promise<Operation[]> => {
    const pickup = await order(pickupOrder('W-1', 'S1', [['A', 2]]));
    const shipment = await order(
      shipOrder('W-2', [
        ['B', 2],
        ['C', 1],
      ]),
    );
    const rejected = await order(shipOrder('W-3', [['C', 3]]));
    const { journal } = register;
    journal.openShift();
    const sale = journal.sell([
      ['A', 3],
      ['B', 1],
    ]);
    journal.startPicking([pickup, shipment]);
    journal.pick(pickup);
    journal.shortPick(shipment, 1, 2, 'damaged');
    journal.record({ type: 'line_picked', payload: { fulfillmentOrderId: shipment.id, lineNo: 2, quantity: 1 } });
    journal.stage(pickup);
    journal.pack(shipment);
    journal.takeBack(sale, 1);
    journal.handOver(pickup);
    journal.ship(shipment, 'TRACK-1', [{ lineNo: 2, sku: 'C', quantity: 1 }]);
    journal.reject(rejected);
    journal.sell([['C', 2]]);
    return journal.operations;
  };

  it('[J1, P2] applies a day of a register, and the books agree', async () => {
    const results = await push(db, register, await aDay());
    expect(results.map((result) => result.outcome)).toEqual(results.map(() => 'applied'));
    expect(await fulfillmentOrder('W-1')).toMatchObject({ state: { status: 'handed_over' }, lines: [{ picked: 2 }] });
    expect(await disagreements(db)).toEqual([]);
    expect([await onHand('A'), await onHand('B'), await onHand('C')]).toEqual([96, 97, 97]);
    expect(
      (await db.selectFrom('fulfillment_orders').select('location_id').where('status', '=', 'open').execute()).map(
        (row) => row.location_id,
      ),
    ).toEqual(['S2', 'S2']);
  });

  it('[J3] gives the same operation the same answer, however often and in which company it comes', async () => {
    const operations = await aDay();
    const first = await push(db, register, operations);
    const state = await poolState(db, register);
    expect(await push(db, register, operations)).toEqual(first);
    expect(await push(db, register, [operations[3], operations[1], operations[1]])).toEqual([first[3], first[1], first[1]]);
    expect(await poolState(db, register)).toEqual(state);
  });

  it('[J3] refuses an id that comes with other content, changes nothing, and keeps it once for a person', async () => {
    register.journal.openShift();
    const sale = register.journal.sell([['A', 1]]);
    await push(db, register, register.journal.operations);
    const state = await poolState(db, register);
    const { hash: _, ...content } = sale;
    const forged = seal({ ...content, at: '2026-03-02T10:00:01.000Z' });
    for (const operation of [forged, forged, { ...sale, hash: 'f'.repeat(64) }]) {
      const intake = await send(db, register, [operation]);
      expect(intake).toMatchObject({
        ok: true,
        results: [{ outcome: 'refused', code: 'id_reused' }],
        alarms: [{ code: 'id_reused', operationId: sale.id }],
      });
    }
    expect(await poolState(db, register)).toEqual(state);
    expect(await db.selectFrom('quarantine').select('code').execute()).toEqual([{ code: 'id_reused' }, { code: 'id_reused' }]);
  });

  it('[J4] parks what arrives early, says what is missing, and takes it up when the gap closes', async () => {
    const { journal } = register;
    journal.openShift();
    journal.sell([['A', 1]]);
    journal.sell([['A', 1]]);
    const [first, second, third] = journal.operations;
    expect(await push(db, register, [third])).toMatchObject([{ outcome: 'parked', seq: 3, missingFrom: 1 }]);
    expect(await push(db, register, [first])).toMatchObject([{ outcome: 'applied', seq: 1 }]);
    expect(await push(db, register, [third])).toMatchObject([{ outcome: 'parked', seq: 3, missingFrom: 2 }]);
    expect(await onHand('A')).toBe(100);
    expect(await push(db, register, [second])).toMatchObject([{ outcome: 'applied', seq: 2 }]);
    expect(await push(db, register, [third])).toMatchObject([{ outcome: 'applied', seq: 3 }]);
    expect(await onHand('A')).toBe(98);
    expect(await db.selectFrom('parked_operations').select('seq').execute()).toEqual([]);
  });

  it('[J3, J4] ends in the same state whatever the order, the batches and the repetitions', async () => {
    const operations = await aDay();
    await push(db, register, operations);
    const expected = await poolState(db, register);
    const delivery = fc.array(fc.uniqueArray(fc.nat(operations.length - 1), { minLength: 1 }), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(delivery, async (batches) => {
        await fillSyncPool(db);
        register = await enrol(db);
        const day = await aDay();
        for (const batch of batches)
          await push(
            db,
            register,
            batch.map((index) => day[index]),
          );
        await push(db, register, day);
        const state = await poolState(db, register);
        expect(state.operations.map((one) => [one.seq, one.outcome])).toEqual(expected.operations.map((one) => [one.seq, one.outcome]));
        expect(state.levels).toEqual(expected.levels);
        expect(state.sales.map((sale) => sale.body.returned)).toEqual(expected.sales.map((sale) => sale.body.returned));
        expect(state.shifts.map((shift) => shift.body.cashMinor)).toEqual(expected.shifts.map((shift) => shift.body.cashMinor));
        expect(state.orders.map((one) => [one.body.orderNumber, one.body.locationId, one.body.state.status]).sort()).toEqual(
          expected.orders.map((one) => [one.body.orderNumber, one.body.locationId, one.body.state.status]).sort(),
        );
        expect(state.exceptions).toEqual(expected.exceptions);
        expect(state.parked).toEqual([]);
        expect(state.state).toMatchObject({ applied_seq: day.length, receipt_count: 3, last_hash: day.at(-1)?.hash });
        expect(await disagreements(db)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('[J5] applies a handover of an order that was cancelled meanwhile, and opens an exception', async () => {
    const pickup = await order(pickupOrder('W-1', 'S1', [['A', 2]]));
    expect(await cancelOrder(db, 'W-1')).toMatchObject({ ok: true });
    register.journal.handOver(pickup);
    expect(await push(db, register, register.journal.operations)).toMatchObject([{ outcome: 'applied' }]);
    expect(await onHand('A')).toBe(98);
    expect(await exceptions()).toEqual(['handed_over_after_end S1']);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[J5] applies the sale of a product that the catalog does not have, and opens one exception for it', async () => {
    register.journal.sell([['NEVER-HEARD-OF', 2]]);
    register.journal.sell([['NEVER-HEARD-OF', 1]]);
    expect(await push(db, register, register.journal.operations)).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
    expect(await onHand('NEVER-HEARD-OF')).toBe(-3);
    expect(await exceptions()).toEqual(['unknown_sku S1']);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P4] sells what was promised, moves the promise to another store, and tells the first', async () => {
    const shipment = await order(shipOrder('W-1', [['A', 60]]));
    expect(shipment.locationId).toBe('S1');
    register.journal.sell([['A', 90]]);
    expect(await push(db, register, register.journal.operations)).toMatchObject([{ outcome: 'applied' }]);
    expect(await exceptions()).toEqual(['promise_moved S1']);
    const held = await db
      .selectFrom('stock_levels')
      .select(['location_id', 'on_hand', 'reserved'])
      .where('sku', '=', 'A')
      .orderBy('location_id')
      .execute();
    expect(held).toEqual([
      { location_id: 'S1', on_hand: 10, reserved: 10 },
      { location_id: 'S2', on_hand: 100, reserved: 50 },
    ]);
    expect(await disagreements(db)).toEqual([]);
  });

  it('[P4] [J5] counts goods that left although the promise of all of them had been moved', async () => {
    const shipment = await order(
      shipOrder('W-1', [
        ['A', 30],
        ['B', 2],
      ]),
    );
    const counter = await enrol(db);
    counter.journal.sell([['A', 100]]);
    counter.journal.sell([['B', 100]]);
    await push(db, counter, counter.journal.operations);
    expect(await fulfillmentOrder('W-1')).toMatchObject({ state: { status: 'rejected' } });
    // All that time another register of the store was picking and shipping, with its cable cut.
    const { journal } = register;
    journal.startPicking([shipment]);
    journal.pick(shipment);
    journal.pack(shipment);
    journal.ship(shipment);
    await push(db, register, journal.operations);
    expect([await onHand('A'), await onHand('B')]).toEqual([-30, -2]);
    expect(await exceptions()).toContain('shipped_after_end S1');
    const delivered = (await db.selectFrom('fulfillment_orders').select('body').where('location_id', '=', 'S1').executeTakeFirstOrThrow())
      .body;
    expect(delivered).toMatchObject({ state: { status: 'shipped' }, lines: [{ picked: 30 }, { picked: 2 }] });
    expect((await auditStock(db)).violations).toEqual([]);
  });

  it('[R3] names how far the store has come with its effects, and tells when a pull has them', async () => {
    register.journal.openShift();
    register.journal.sell([['A', 1]]);
    const replica = await pullAll(db, register, emptyReplica());
    expect(replica.appliedSeq).toBe(0);
    const results = await push(db, register, register.journal.operations);
    const after = await pullAll(db, register, replica);
    expect(results).toMatchObject([{}, { changes: { 'store:S1': after.checkpoint['store:S1'] } }]);
    expect(after.appliedSeq).toBe(2);
    expect([...after.documents.values()]).toContainEqual(expect.objectContaining({ cashMinor: 1080 }));
  });
});
