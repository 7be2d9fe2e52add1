import { describe, expect, it } from 'vitest';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { customerArrived } from '../../domain/fulfillment/operations.ts';
import { writeOrderRequest } from '../../domain/orders/order-request.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { cancelOrder } from '../../sync-server/orders/cancel-order.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { askJson } from '../support/ask-json.ts';
import { openPool } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

describe('a customer who waits outside', () => {
  let db: Db;
  let server: RunningServer;
  let here: Enrolled;
  let key: string;
  useSyncServer(openPool, async (pool) => {
    ({ db, server, register: here } = pool);
    key = await insertKey(db, 'web shop');
  });

  const tell = (number: string, body: object) => askJson(server.url, key, 'POST', `orders/${number}/arrival`, body);
  async function place(number: string): Promise<FulfillmentOrder> {
    const order = writeOrderRequest(pickupOrder(number, 'S1', [['A', 2]]));
    await fetch(`${server.url}/v1/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': number },
      body: JSON.stringify({ ...order, customer: { ...order.customer, email: 'ana@example.com' } }),
    });
    return orderOf(number);
  }
  async function orderOf(number: string): Promise<FulfillmentOrder> {
    const [order] = (await readOrder(db, number))?.fulfillmentOrders ?? [];
    if (order === undefined) throw new Error('The order was not sourced.');
    return order;
  }

  it('is told by the web shop, and every register of the store hears since when, where and in which car', async () => {
    const { id } = await place('W-1');
    expect((await tell('W-1', { bay: '3', car: 'red hatchback' })).status).toBe(200);
    const { documents } = await pullAll(db, here);
    const told = documents.get(`store:S1 fulfillment_order ${id}`) as FulfillmentOrder;
    expect(told.arrival).toMatchObject({ bay: '3', car: 'red hatchback' });
    await tell('W-1', { bay: '4' });
    expect((await orderOf('W-1')).arrival).toEqual({ ...told.arrival, bay: '4' });
  });

  it('is noted by a colleague, and stays with the car that the web shop told', async () => {
    const { id } = await place('W-1');
    await tell('W-1', { car: 'red hatchback' });
    await push(db, here, [here.journal.record(customerArrived.request({ fulfillmentOrderId: id, bay: '2' }))]);
    expect((await orderOf('W-1')).arrival).toMatchObject({ bay: '2', car: 'red hatchback' });
  });

  it('[A2] is forgotten with the person: the car stands nowhere any more', async () => {
    await place('W-1');
    await tell('W-1', { car: 'red hatchback' });
    // Nobody is erased whose order goes on.
    await cancelOrder(db, 'W-1');
    expect(JSON.stringify(await orderOf('W-1'))).toContain('hatchback');
    const { report } = await findPerson(db, { email: 'ana@example.com' });
    const erased = await erasePerson(db, { email: 'ana@example.com' }, report.code, actorNamed('ops'));
    expect(erased.ok).toBe(true);
    expect(JSON.stringify(await orderOf('W-1'))).not.toContain('hatchback');
  });

  it('waits for nothing where nothing is fetched', async () => {
    const order = writeOrderRequest(shipOrder('W-2', [['A', 1]]));
    await fetch(`${server.url}/v1/orders`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': 'W-2' },
      body: JSON.stringify(order),
    });
    expect(await tell('W-2', {})).toMatchObject({ status: 409, answer: { error: { code: 'nothing_waits' } } });
    expect(await tell('W-9', {})).toMatchObject({ status: 404, answer: { error: { code: 'unknown_order' } } });
  });
});
