import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderHandedOver } from '../../domain/fulfillment/operations.ts';
import { pickupSignature, signedPickups } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import { serverClient } from '../../src-renderer/sync/server-client.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { forgetSignaturesJob } from '../../sync-server/pickup/pickup-signatures.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { carryOut } from '../support/sweeps.ts';
import { openPool } from './support/databases.ts';
import { pickupOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const drawn: [number, number][][] = [
  [
    [100, 200],
    [400, 150],
  ],
];

describe('what a customer signs at pickup', () => {
  let db: Db;
  let server: RunningServer;
  let here: Enrolled;
  let order: FulfillmentOrder;
  useSyncServer(openPool, async (pool) => void ({ db, server, register: here } = pool));

  beforeEach(async () => {
    await takeOrder(db, {
      idempotencyKey: 'W-1',
      order: { ...pickupOrder('W-1', 'S1', [['A', 1]]), customer: { name: 'Ana Fetches', email: null, phone: null } },
    });
    const [made] = (await readOrder(db, 'W-1'))?.fulfillmentOrders ?? [];
    if (made === undefined) throw new Error('The order was not sourced.');
    order = made;
    await push(db, here, [...here.journal.pick(order), here.journal.stage(order)]);
  });

  /** Hands the order over with a signature; @returns its id. */
  async function handOver(): Promise<string> {
    const proofId = uuidv7();
    const lines = [{ lineNo: 1, sku: 'A', quantity: 1 }];
    const how = { verifiedBy: 'order_confirmation', documentKind: null, codeId: null } as const;
    const handed = here.journal.record(orderHandedOver.request({ fulfillmentOrderId: order.id, proofId, lines, notTaken: [], ...how }));
    expect(await push(db, here, [handed])).toMatchObject([{ outcome: 'applied' }]);
    return proofId;
  }
  const send = (proofId: string, register = here) =>
    serverClient(server.url, register.token).sendSignatures([
      pickupSignature.parse({ proofId, fulfillmentOrderId: order.id, strokes: drawn }),
    ]);
  async function shown(number = 'W-1'): Promise<unknown> {
    const headers = { authorization: `Bearer ${await insertKey(db, uuidv7())}` };
    const answer = await fetch(`${server.url}/v1/orders/${number}/signatures`, { headers });
    return answer.ok ? signedPickups.parse(await answer.json()).items : answer.status;
  }
  const forget = () => transact(db, (tx) => carryOut(tx, forgetSignaturesJob));
  const kept = async () => (await db.selectFrom('pickup_signatures').select('proof_id').execute()).map(({ proof_id }) => proof_id);

  it.each([
    ['after', true],
    ['before', false],
  ])('[A2] comes %s its handover, and again, and the head office sees it once', async (_when, after) => {
    const proofId = after ? await handOver() : uuidv7();
    await send(proofId);
    await send(proofId);
    // Only what was handed over was signed for.
    expect(await shown()).toMatchObject(after ? [{ proofId, storeId: 'S1', strokes: drawn }] : []);
    expect(await kept()).toEqual([proofId]);
    expect(await shown('W-9')).toBe(404);
  });

  it('is not taken from a register of another store', async () => {
    const proofId = await handOver();
    await send(proofId, await enrol(db, 'S2'));
    expect(await kept()).toEqual([]);
  });

  it('[A2] is deleted with its customer, does not come back, and is over after half a year', async () => {
    const proofId = await handOver();
    await send(proofId);
    await sql`update pickup_signatures set at = now() - interval '179 days'`.execute(db);
    await forget();
    expect(await kept()).toEqual([proofId]);
    const { report } = await findPerson(db, { order: 'W-1' });
    expect(report.mentions).toContainEqual({ table: 'pickup_signatures', rows: 1 });
    expect((await erasePerson(db, { order: 'W-1' }, report.code, actorNamed('test'))).ok).toBe(true);
    expect(await kept()).toEqual([]);
    await send(proofId);
    expect([await kept(), await shown()]).toEqual([[], []]);
  });

  it('[A2] is deleted after 180 days', async () => {
    await send(await handOver());
    await sql`update pickup_signatures set at = now() - interval '181 days'`.execute(db);
    await forget();
    expect(await kept()).toEqual([]);
  });
});
