import { actorNamed } from '../support/actor.ts';
import type { ExceptionResolved } from '../../domain/exceptions/resolution.ts';
import { lateResolution } from '../../domain/exceptions/documents.ts';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import type { ResolveRequest } from '../../domain/office/office-protocol.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { listExceptions, readException } from '../../sync-server/office/list-exceptions.ts';
import { resolveAtOffice } from '../../sync-server/office/resolve-at-office.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { databases } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, emptyReplica, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

const OFFICE = actorNamed('head office');

describe.each(databases)('exceptions on %s', (_name, open) => {
  let db: Db;
  let here: Enrolled;
  let there: Enrolled;
  useSyncPool(open, async (pool) => {
    ({ db, register: here } = pool);
    there = await enrol(db);
  });

  const onHand = async (sku: string, store = 'S1') =>
    (await db.selectFrom('stock_levels').select('on_hand').where('location_id', '=', store).where('sku', '=', sku).executeTakeFirst())
      ?.on_hand;
  const violations = async () => (await auditPool(db)).flatMap((finding) => finding.violations);
  const shownIn = (replica: Replica) =>
    [...replica.documents.keys()].filter((key) => key.includes(' exception ')).map((key) => key.split(' ').at(-1));
  const made = (exceptionId: string, given: Partial<ExceptionResolved>): ExceptionResolved => ({
    exceptionId,
    choice: 'left_once',
    sku: null,
    quantity: null,
    note: '',
    office: null,
    ...given,
  });
  const inStore = (register: Enrolled, exceptionId: string, given: Partial<ExceptionResolved>) =>
    push(db, register, [register.journal.record({ type: 'exception_resolved', payload: made(exceptionId, given) })]);
  function request(exceptionId: string, given: Partial<ResolveRequest>): ResolveRequest {
    const { office: _, ...rest } = made(exceptionId, given);
    return { operationId: uuidv7(), ...rest };
  }
  const atOffice = (exceptionId: string, given: Partial<ResolveRequest>) => resolveAtOffice(db, request(exceptionId, given), OFFICE);

  async function place(number: string): Promise<FulfillmentOrder> {
    await takeOrder(db, { idempotencyKey: number, order: pickupOrder(number, 'S1', [['A', 2]]) });
    const rows = await db
      .selectFrom('fulfillment_orders')
      .innerJoin('orders', 'orders.id', 'order_id')
      .select('body')
      .where('number', '=', number)
      .execute();
    const body = rows[0]?.body;
    if (body === undefined) throw new Error('The order was not sourced.');
    return body;
  }
  /** Two counters that do not see each other hand one order over. */
  async function handedOverTwice(number = 'W-1'): Promise<string> {
    const order = await place(number);
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order)]);
    const [now] = await db.selectFrom('fulfillment_orders').select('body').where('id', '=', order.id).execute();
    if (now === undefined) throw new Error('The order is gone.');
    const second = there.journal.handOver(now.body);
    await push(db, here, [here.journal.handOver(now.body)]);
    await push(db, there, [second]);
    return `handed_over_twice:${order.id}:${second.id}`;
  }

  it('[J5] an order handed over twice opens one exception, for every register of the store, with the goods it is about', async () => {
    const id = await handedOverTwice();
    for (const register of [here, there]) {
      const { documents } = await pullAll(db, register);
      expect(documents.get(`store:S1 exception ${id}`)).toMatchObject({
        kind: 'handed_over_twice',
        subject: 'W-1',
        goods: [{ sku: 'A', quantity: 2 }],
        resolved: null,
      });
    }
    expect(await onHand('A')).toBe(98);
    expect(await violations()).toEqual([]);
  });

  it('[J5] the store resolves it: the stock is corrected, it leaves the feed, and the history stays', async () => {
    const id = await handedOverTwice();
    const replica = await pullAll(db, here);
    expect(await inStore(there, id, { choice: 'left_twice', note: 'Counted.' })).toMatchObject([{ outcome: 'applied' }]);
    expect(await onHand('A')).toBe(96);
    expect(shownIn(await pullAll(db, here, replica))).toEqual([]);
    expect(shownIn(await pullAll(db, here, emptyReplica()))).toEqual([]);
    expect(await readException(db, id)).toMatchObject({
      exception: { resolved: { choice: 'left_twice', note: 'Counted.', by: { kind: 'store', associateId: 'associate-1' } } },
      goods: [{ sku: 'A', name: 'Article A', quantity: 2, onHand: 96 }],
      resolutions: [{ outcome: 'counted', choice: 'left_twice' }],
    });
    expect(await violations()).toEqual([]);
  });

  it('[J5] of a store and a head office that resolve it without seeing each other, the first counts and both are kept', async () => {
    const id = await handedOverTwice();
    expect(await atOffice(id, { choice: 'left_twice', note: 'The customer says so.' })).toEqual({ ok: true, value: null });
    expect(await inStore(here, id, { choice: 'left_once' })).toMatchObject([{ outcome: 'applied' }]);
    expect(await inStore(there, id, { choice: 'left_twice' })).toMatchObject([{ outcome: 'applied' }]);
    expect(await onHand('A')).toBe(96);
    expect(await readException(db, id)).toMatchObject({
      exception: { resolved: { by: { kind: 'head_office', name: OFFICE.name } } },
      resolutions: [
        { outcome: 'counted', choice: 'left_twice' },
        { outcome: 'already_resolved', choice: 'left_once' },
        { outcome: 'already_resolved', choice: 'left_twice' },
      ],
    });
    expect(await violations()).toEqual([]);
  });

  it('[J5] one and the same decision, sent again, counts once', async () => {
    const id = await handedOverTwice();
    const decision = here.journal.record({ type: 'exception_resolved', payload: made(id, { choice: 'left_twice' }) });
    const first = await push(db, here, [decision]);
    expect(await push(db, here, [decision, decision])).toEqual([...first, ...first]);
    const asked = request(id, { choice: 'left_twice' });
    expect(await resolveAtOffice(db, asked, OFFICE)).toEqual({ ok: false, refusal: 'exception_is_resolved' });
    expect(await onHand('A')).toBe(96);
  });

  it('[J5] a resolution of what nobody knows is kept and changes nothing', async () => {
    expect(await inStore(here, 'handed_over_twice:nowhere', { choice: 'left_twice' })).toMatchObject([{ outcome: 'applied' }]);
    expect(await db.selectFrom('exception_resolutions').select('outcome').execute()).toEqual([{ outcome: 'unknown_exception' }]);
    expect(await violations()).toEqual([]);
  });

  it("[R1] a register cannot resolve what is another store's", async () => {
    const id = await handedOverTwice();
    const elsewhere = await enrol(db, 'S2');
    await inStore(elsewhere, id, { choice: 'left_twice' });
    expect((await readException(db, id))?.exception.resolved).toBeNull();
    expect(await onHand('A')).toBe(98);
  });

  it('[J5] the product that was meant is corrected in the place of the one that nobody knows', async () => {
    await push(db, here, [here.journal.sell([['NEW', 3]])]);
    expect(await inStore(here, 'unknown_sku:S1:NEW', { choice: 'other_product', sku: 'B', quantity: 3 })).toMatchObject([
      { outcome: 'applied' },
    ]);
    expect([await onHand('NEW'), await onHand('B')]).toEqual([0, 97]);
    await push(db, here, [here.journal.sell([['NEW', 1]])]);
    expect(shownIn(await pullAll(db, here))).toEqual(['unknown_sku:S1:NEW']);
    await atOffice('unknown_sku:S1:NEW', { choice: 'other_product', sku: 'B', quantity: 1 });
    expect([await onHand('NEW'), await onHand('B')]).toEqual([0, 96]);
    expect((await readException(db, 'unknown_sku:S1:NEW'))?.resolutions.map((one) => one.outcome)).toEqual(['counted', 'counted']);
    expect(await violations()).toEqual([]);
  });

  it('[P4] goods that a decision takes off the books are promised to nobody any more', async () => {
    const id = await handedOverTwice();
    await takeOrder(db, { idempotencyKey: 'W-2', order: shipOrder('W-2', [['A', 97]]) });
    await inStore(here, id, { choice: 'left_twice' });
    const { documents } = await pullAll(db, here);
    expect([...documents.keys()].filter((key) => key.includes('promise_moved'))).toHaveLength(1);
    expect(await violations()).toEqual([]);
  });

  it('[J2, J3] what the head office decides is a journal of its own, gapless and chained, one for each store', async () => {
    const first = await handedOverTwice('W-1');
    const second = await handedOverTwice('W-2');
    const asked = request(first, { choice: 'left_once' });
    expect(await resolveAtOffice(db, asked, OFFICE)).toEqual({ ok: true, value: null });
    expect(await resolveAtOffice(db, asked, OFFICE)).toEqual({ ok: true, value: null });
    expect(await resolveAtOffice(db, { ...asked, choice: 'left_twice' }, OFFICE)).toEqual({ ok: false, refusal: 'id_reused' });
    expect(await atOffice(second, { choice: 'left_twice' })).toEqual({ ok: true, value: null });
    const operations = await db
      .selectFrom('operations')
      .innerJoin('office_registers', 'office_registers.register_id', 'operations.register_id')
      .select(['seq', 'type', 'outcome'])
      .orderBy('seq')
      .execute();
    expect(operations).toEqual([1, 2].map((seq) => ({ seq, type: 'exception_resolved', outcome: 'applied' })));
    expect(await violations()).toEqual([]);
  });

  it('[J5] whoever decides too late is told what counted instead', async () => {
    const id = await handedOverTwice();
    await atOffice(id, { choice: 'left_twice' });
    const late = here.journal.record({ type: 'exception_resolved', payload: made(id, { choice: 'left_once' }) });
    await push(db, here, [late]);
    expect((await pullAll(db, here)).documents.get(`register:${here.registerId} late_resolution ${late.id}`)).toMatchObject({
      outcome: 'already_resolved',
      choice: 'left_once',
      exceptionId: id,
      exception: { resolved: { choice: 'left_twice', by: { kind: 'head_office' } } },
    });
    expect([...(await pullAll(db, there)).documents.keys()].filter((key) => key.includes('late_resolution'))).toEqual([]);
    const body = (await pullAll(db, here)).documents.get(`register:${here.registerId} late_resolution ${late.id}`);
    expect(lateResolution.safeParse(body).success).toBe(true);
  });

  it('[R2] [J5] a decision that came too late is told again when its exception is raised anew', async () => {
    const id = 'unknown_sku:S1:NEW';
    await push(db, here, [here.journal.sell([['NEW', 1]])]);
    await atOffice(id, { choice: 'other_product', sku: 'B', quantity: 1 });
    await inStore(here, id, { choice: 'other_product', sku: 'B', quantity: 1 });
    const numberOf = async () => {
      const { seq } = await db.selectFrom('changes').select('seq').where('kind', '=', 'late_resolution').executeTakeFirstOrThrow();
      return Number(seq);
    };
    const told = await numberOf();
    await push(db, here, [here.journal.sell([['NEW', 1]])]);
    expect(await numberOf()).toBeGreaterThan(told);
  });

  it('[J5] many who decide at once: one counts, the office is told, and nobody loses a place', { timeout: 120_000 }, async () => {
    const ids = [await handedOverTwice('W-1'), await handedOverTwice('W-2'), await handedOverTwice('W-3')];
    const asked = [...ids, ...ids, ...ids].map((id, index) => atOffice(id, { choice: index < 3 ? 'left_twice' : 'left_once' }));
    const pushed = ids.map((id) => inStore(here, id, { choice: 'left_twice' }));
    const results = await Promise.all(asked);
    await Promise.all(pushed);
    for (const result of results) if (!result.ok) expect(result.refusal).toBe('exception_is_resolved');
    const { rows } = await sql<{ exception_id: string; counted: number; late: number }>`
      select exception_id, count(*) filter (where outcome = 'counted')::int as counted,
        count(*) filter (where outcome = 'already_resolved')::int as late
      from exception_resolutions group by 1`.execute(db);
    expect(rows.map((row) => row.counted)).toEqual([1, 1, 1]);
    expect(await violations()).toEqual([]);
  });

  it('[J5] the head office lists what is open and what is resolved, by store and kind, a page at a time', async () => {
    const ids = [await handedOverTwice('W-1'), await handedOverTwice('W-2'), await handedOverTwice('W-3')];
    await push(db, here, [here.journal.sell([['NEW', 1]])]);
    const page = await listExceptions(db, { state: 'open', limit: 3 });
    expect(page.items).toHaveLength(3);
    const rest = await listExceptions(db, { state: 'open', limit: 3, after: page.next ?? '' });
    expect([...page.items, ...rest.items].map((item) => item.exception.id).sort()).toEqual([...ids, 'unknown_sku:S1:NEW'].sort());
    expect(rest.next).toBeNull();
    expect(
      (await listExceptions(db, { state: 'open', kind: 'unknown_sku', limit: 50 })).items.map((item) => item.exception.subject),
    ).toEqual(['NEW']);
    expect((await listExceptions(db, { state: 'open', store: 'S2', limit: 50 })).items).toEqual([]);
    await atOffice(ids[0] ?? '', {});
    expect((await listExceptions(db, { state: 'resolved', limit: 50 })).items.map((item) => item.exception.id)).toEqual([ids[0]]);
    expect((await listExceptions(db, { state: 'open', limit: 50 })).items).toHaveLength(3);
  });
});
