import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { checkPickupCode } from '../../domain/fulfillment/identity.ts';
import { orderHandedOver } from '../../domain/fulfillment/operations.ts';
import { type PickupKey, pickupKeyDocument } from '../../domain/fulfillment/pickup-key.ts';
import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { insertKey } from '../support/api-keys.ts';
import { openPool } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe('signed pickup codes', () => {
  let db: Db;
  let server: RunningServer;
  let here: Enrolled;
  let key: string;
  useSyncServer(openPool, async (pool) => {
    ({ db, server, register: here } = pool);
    key = await insertKey(db, 'head office');
  });

  async function ask<T>(path: string, body: unknown, idempotencyKey = path): Promise<T> {
    const answer = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify(body),
    });
    const told = (await answer.json()) as T;
    return answer.ok ? told : ({ status: answer.status, ...told } as T);
  }
  const place = async (number: string): Promise<OrderAnswer> =>
    ask('/v1/orders', writeOrderRequest(pickupOrder(number, 'S1', [['A', 2]])), number);
  const qrOf = async (number: string): Promise<string> => (await readOrder(db, number))?.pickupQr ?? '';

  function known(replica: Replica): { keys: PickupKey[]; order: FulfillmentOrder } {
    const of = (kind: string) => [...replica.documents].filter(([name]) => name.split(' ')[1] === kind).map(([, body]) => body);
    const [order] = of('fulfillment_order') as FulfillmentOrder[];
    if (order === undefined) throw new Error('The register has no order.');
    return { keys: of(pickupKeyDocument.kind) as PickupKey[], order };
  }
  /** What a register that has heard of everything says of a code. */
  async function checked(code: string): Promise<string> {
    const { keys, order } = known(await pullAll(db, here));
    const answer = checkPickupCode(order, code, keys);
    return answer.ok ? 'counts' : answer.refusal;
  }

  const handOver = (register: Enrolled, order: FulfillmentOrder) =>
    register.journal.record(
      orderHandedOver.request({
        ...{ fulfillmentOrderId: order.id, verifiedBy: 'order_confirmation', proofId: null, documentKind: null, notTaken: [] },
        ...{ lines: [{ lineNo: 1, sku: 'A', quantity: 2 }], codeId: order.pickupCodeId ?? null },
      }),
    );

  it('are in the answer to the web shop, the same each time, and registers check them by what they have pulled', async () => {
    const { pickupQr } = await place('W-1');
    expect(pickupQr).toMatch(/^OPQ1\.[A-Z2-7]+\.[A-Z2-7]{103}$/);
    expect(await qrOf('W-1')).toBe(pickupQr);
    expect(await checked(pickupQr ?? '')).toBe('counts');
    const { keys } = known(await pullAll(db, here));
    expect(JSON.stringify(keys)).not.toContain((await db.selectFrom('pickup_keys').select('private_key').executeTakeFirst())?.private_key);
    await ask('/v1/orders', writeOrderRequest(shipOrder('W-2', [['A', 1]])), 'W-2');
    expect(await readOrder(db, 'W-2')).toMatchObject({ pickupQr: null });
  });

  it('are withdrawn by a new one, which comes with another short code where the shop sends one', async () => {
    const { pickupQr: first } = await place('W-1');
    const { pickupQr: second } = await ask<OrderAnswer>('/v1/orders/W-1/pickup-code', { pickupCode: 'NEW-1' });
    expect([await checked(first ?? ''), await checked(second ?? '')]).toEqual(['pickup_code_withdrawn', 'counts']);
    expect([await checked('4711'), await checked('NEW-1')]).toEqual(['wrong_pickup_code', 'counts']);
    await ask('/v1/orders/W-1/pickup-code', {});
    expect([await checked(second ?? ''), await checked('NEW-1')]).toEqual(['pickup_code_withdrawn', 'counts']);
  });

  it('are of pickups alone', async () => {
    await ask('/v1/orders', writeOrderRequest(shipOrder('W-2', [['A', 1]])), 'W-2');
    expect(await ask('/v1/orders/W-2/pickup-code', {})).toMatchObject({ status: 409, error: { code: 'not_a_pickup' } });
    expect(await ask('/v1/orders/W-9/pickup-code', {})).toMatchObject({ status: 404, error: { code: 'unknown_order' } });
  });

  it('go on counting when another key signs, until the old one is withdrawn', async () => {
    const { pickupQr: old } = await place('W-1');
    const { keyId } = await ask<{ keyId: string }>('/v1/pickup-keys', {});
    const next = await qrOf('W-1');
    expect(next).not.toBe(old);
    expect([await checked(old ?? ''), await checked(next)]).toEqual(['counts', 'counts']);
    const { withdrawn } = await ask<{ withdrawn: string[] }>('/v1/pickup-keys', { withdraw: true });
    expect(withdrawn).toHaveLength(2);
    expect(withdrawn).toContain(keyId);
    expect([await checked(old ?? ''), await checked(next)]).toEqual(['pickup_code_withdrawn', 'pickup_code_withdrawn']);
    expect(await checked(await qrOf('W-1'))).toBe('counts');
  });

  it('[J5] that two registers took while they did not see each other are told as used twice', async () => {
    await place('W-1');
    const there = await enrol(db);
    const { order } = known(await pullAll(db, here));
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order)]);
    const second = handOver(there, order);
    await push(db, here, [handOver(here, order)]);
    await push(db, there, [second]);
    const { documents } = await pullAll(db, here);
    expect(documents.get(`store:S1 exception handed_over_twice:${order.id}:${second.id}`)).toMatchObject({
      facts: { order: 'W-1', code: 'used' },
    });
    expect(known(await pullAll(db, there)).order).toMatchObject({ usedCodeId: order.pickupCodeId, state: { status: 'handed_over' } });
  });

  it('[J5] that were withdrawn while a register was cut off are asked about, once, and the goods are off the books', async () => {
    await place('W-1');
    const { order } = known(await pullAll(db, here));
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order)]);
    await ask('/v1/orders/W-1/pickup-code', {});
    await push(db, here, [handOver(here, order)]);
    const { documents } = await pullAll(db, here);
    expect([...documents.keys()].filter((name) => name.includes(' exception '))).toEqual([
      `store:S1 exception handed_over_on_withdrawn_code:${order.id}`,
    ]);
    expect(known(await pullAll(db, here)).order).toMatchObject({ state: { status: 'handed_over' }, usedCodeId: order.pickupCodeId });
  });
});
