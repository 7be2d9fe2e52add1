import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startMail } from '../../devices/simulators/mail/start-mail.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { pickupExtended, pickupMailRequested } from '../../domain/fulfillment/operations.ts';
import { putBackGoods } from '../../domain/fulfillment/put-back.ts';
import { pickupKeepDays, pickupMails } from '../../domain/fulfillment/settings.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { JOBS } from '../../sync-server/job-list.ts';
import { prepareJobs } from '../../sync-server/jobs/prepare-jobs.ts';
import { remindCustomers } from '../../sync-server/mail/tell-customers.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { expirePickups } from '../../sync-server/orders/expire-pickups.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { openPool } from './support/databases.ts';
import { disagreements, pickupOrder } from './support/order-pool.ts';
import { type Enrolled, enrol, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const ANA = 'ana.who.waits.for.nobody@example.com';
const by = actorNamed('ops');
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const company = { level: 'company', id: COMPANY } as const;

const simulated = await startMail({ folder: null, port: 0, controlPort: 0 });
const { box } = simulated;
afterAll(simulated.close);

describe('a pickup that waits for its customer', { timeout: 60_000 }, () => {
  let db: Db;
  let here: Enrolled;
  useSyncServer(
    openPool,
    async (pool) => {
      ({ db, register: here } = pool);
      await saveSetting(db, mailSender, { ...company, value: { name: 'Outpost', address: 'shop@outpost.example' } }, by);
      await saveSetting(db, pickupKeepDays, { ...company, value: 7 }, by);
      // The tables of subscriptions were emptied too.
      await prepareJobs(db, JOBS);
    },
    { mailServer: () => ({ ...simulated.address, security: 'none', user: null }) },
  );
  /** Each test has an order of its own: a mail of the test before may still be on its way. */
  let number = 'W-0';
  beforeEach(() => {
    number = `W-${Number(number.slice(2)) + 1}`;
    box.empty();
  });

  const sent = () => box.mails.filter(({ to, subject }) => to === ANA && subject.includes(` ${number} `));
  const orderOf = async (): Promise<FulfillmentOrder> => {
    const [order] = (await readOrder(db, number))?.fulfillmentOrders ?? [];
    if (order === undefined) throw new Error('The order was not sourced.');
    return order;
  };
  /** A pickup of two units that is ready. */
  async function ready(email: string | null = ANA, said: Pick<OrderIntake, 'language'> = {}): Promise<FulfillmentOrder> {
    const order = { ...pickupOrder(number, 'S1', [['A', 2]]), ...said };
    await takeOrder(db, { idempotencyKey: number, order: { ...order, customer: { name: 'Ana', email, phone: null } } });
    const made = await orderOf();
    await push(db, here, [...here.journal.pick(made), here.journal.stage(made, 'P3')]);
    await until(async () => expect(await db.selectFrom('pickup_waits').select('location_id').execute()).toEqual([{ location_id: 'S1' }]));
    return orderOf();
  }
  /** So many days pass, as far as whoever waits can tell. */
  const pass = (days: number) => sql`update pickup_waits set since = since - make_interval(days => ${days})`.execute(db);
  const expire = () => transact(db, expirePickups);
  const remind = () => transact(db, remindCustomers);
  const level = () =>
    db.selectFrom('stock_levels').select(['on_hand', 'reserved']).where('location_id', '=', 'S1').where('sku', '=', 'A').executeTakeFirst();
  const isSound = async () => {
    expect((await auditPool(db)).flatMap((finding) => finding.violations)).toEqual([]);
    expect(await disagreements(db)).toEqual([]);
  };

  it('[E1] is told that it is ready, with the code, once; the store sees it, and the address is kept nowhere', async () => {
    const order = await ready();
    await until(() => expect(sent()).toHaveLength(1));
    expect(sent()[0]).toMatchObject({ subject: `Order ${number} is ready at Store 1`, pictures: ['picture-1'] });
    await until(async () => expect(await orderOf()).toHaveProperty('toldAt'));
    const { documents } = await pullAll(db, here);
    expect(documents.get(`store:S1 fulfillment_order ${order.id}`)).toHaveProperty('toldAt');
    await push(db, here, [here.journal.stage(order, 'P1')]);
    expect(await db.selectFrom('mails').select(['id', 'address', 'state']).execute()).toEqual([
      { id: `${order.id}-ready`, address: null, state: 'sent' },
    ]);
  });

  it.each([
    ['gave no address', null, 'sent'],
    ['gave what is no address', 'ana at home', 'sent'],
    ['is told by the web shop', ANA, 'none'],
  ] as const)('sends nothing to a customer who %s', async (_, email, mails) => {
    await saveSetting(db, pickupMails, { ...company, value: mails }, by);
    await ready(email);
    expect(await db.selectFrom('mails').select('id').execute()).toEqual([]);
    expect(await remind()).toBe(0);
  });

  it('[E1, J3] is told again where a colleague asks, once in ten minutes, and the store sees what became of it', async () => {
    const order = await ready();
    await until(() => expect(sent()).toHaveLength(1));
    const request = pickupMailRequested.request({ fulfillmentOrderId: order.id });
    await push(db, here, [here.journal.record(request), here.journal.record(request)]);
    await until(async () => expect(await orderOf()).toMatchObject({ mailAgain: { times: 1, state: 'sent' } }));
    expect(sent()).toHaveLength(2);
    expect((await db.selectFrom('mails').select('address').execute()).map(({ address }) => address)).toEqual([null, null]);
  });

  it.each([
    ['de-AT', 'Bestellung', 'ist abholbereit: Store 1'],
    ['fr', 'Order', 'is ready at Store 1'],
  ])('is told in the language of their order, %s, where there is a catalog of it', async (language, order, words) => {
    await ready(ANA, { language });
    await until(() => expect(sent().map(({ subject }) => subject)).toEqual([`${order} ${number} ${words}`]));
  });

  it('says to whoever asks again that nothing was sent where the company sends none', async () => {
    const order = await ready();
    await until(() => expect(sent()).toHaveLength(1));
    await saveSetting(db, pickupMails, { ...company, value: 'none' }, by);
    await push(db, here, [here.journal.record(pickupMailRequested.request({ fulfillmentOrderId: order.id }))]);
    await until(async () => expect(await orderOf()).toMatchObject({ mailAgain: { state: 'failed', reason: 'mail_not_set_up' } }));
    expect(sent()).toHaveLength(1);
  });

  it('reminds its customer after the hours of the store, three times at most', async () => {
    await ready();
    await until(() => expect(sent()).toHaveLength(1));
    await pass(1);
    expect(await remind()).toBe(0);
    await pass(1);
    expect([await remind(), await remind()]).toEqual([1, 0]);
    await until(() => expect(sent().map(({ subject }) => subject)).toContain(`Order ${number} still waits for you at Store 1`));
    await pass(10);
    expect([await remind(), await remind(), await remind()]).toEqual([1, 1, 0]);
  });

  it('[P2, M1] ends once nobody fetched it: units free, goods to put back, money named, and the customer told', async () => {
    const order = await ready();
    await pass(6);
    expect(await expire()).toBe(0);
    await pass(2);
    expect([await expire(), await expire()]).toEqual([1, 0]);
    expect(await readOrder(db, number)).toMatchObject({
      status: 'cancelled',
      lines: [{ cancelled: 2, backordered: 0 }],
      fulfillmentOrders: [{ state: { status: 'expired', putBack: { stagingLocation: 'P3' } } }],
      refunds: [{ fulfillmentOrderId: order.id, lineNo: 1, quantity: 2, totalMinor: 2166, taxMinor: 166 }],
    });
    expect(await level()).toEqual({ on_hand: 100, reserved: 0 });
    await isSound();
    await until(() => expect(sent().map(({ subject }) => subject)).toContain(`Order ${number} was not fetched`));
    const putBack = putBackGoods(await orderOf(), new Map());
    if (!putBack.ok) throw new Error(putBack.refusal);
    await push(db, here, [here.journal.record(putBack.value)]);
    expect((await orderOf()).state).not.toHaveProperty('putBack');
    expect(await db.selectFrom('pickup_waits').select('location_id').execute()).toEqual([]);
    await isSound();
  });

  it('waits longer where a colleague said so, and ends then', async () => {
    const order = await ready();
    const extend = (until: string) =>
      push(db, here, [here.journal.record(pickupExtended.request({ fulfillmentOrderId: order.id, until, reason: 'customer_asked' }))]);
    await extend(new Date(Date.now() + 86_400_000).toISOString());
    await pass(30);
    expect(await expire()).toBe(0);
    await db.updateTable('fulfillment_orders').set({ body: sql`body || '{"keepUntil": "2026-01-01T00:00:00.000Z"}'::jsonb` }).execute();
    expect(await expire()).toBe(1);
  });

  it('[J5] is the customer’s where a register gave it out while it was cut off: the handover wins, and somebody is told', async () => {
    const order = await ready();
    const there = await enrol(db);
    const handedOver = there.journal.handOver(order);
    await pass(8);
    await expire();
    await push(db, there, [handedOver]);
    const view = await readOrder(db, number);
    expect(view).toMatchObject({ status: 'fulfilled', refunds: [], fulfillmentOrders: [{ state: { status: 'handed_over' } }] });
    expect(await level()).toEqual({ on_hand: 98, reserved: 0 });
    const { documents } = await pullAll(db, here);
    expect(documents.get(`store:S1 exception handed_over_after_end:${order.id}`)).toMatchObject({ facts: { status: 'expired' } });
    await isSound();
  });

  it('[J5] that was handed over meanwhile is not ended, and its customer is not told that it is ready', async () => {
    await saveSetting(db, pickupMails, { ...company, value: 'none' }, by);
    const order = await ready();
    await saveSetting(db, pickupMails, { ...company, value: 'sent' }, by);
    await push(db, here, [here.journal.handOver(order)]);
    await pass(30);
    expect([await remind(), await expire()]).toEqual([0, 0]);
    expect(fulfillmentOrderDocument.completed(await orderOf()).state.status).toBe('handed_over');
    expect(await db.selectFrom('mails').select('id').execute()).toEqual([]);
  });
});
