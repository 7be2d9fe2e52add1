import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCarrier } from '../../devices/simulators/carrier/start-carrier.ts';
import { startMail } from '../../devices/simulators/mail/start-mail.ts';
import { SIMULATED_CARRIER } from '../../domain/device/started.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { labelService } from '../../domain/labels/settings.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { returnLabelDocument } from '../../domain/return-labels/documents.ts';
import { returnLabelAskedAgain, returnLabelGivenBack, returnLabelWanted } from '../../domain/return-labels/operations.ts';
import type { ParcelBack, ReturnLabel } from '../../domain/return-labels/return-label.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { JOBS } from '../../sync-server/job-list.ts';
import { prepareJobs } from '../../sync-server/jobs/prepare-jobs.ts';
import { takeAddresses } from '../../sync-server/mail/send-mail.ts';
import { readOrder } from '../../sync-server/orders/read-order.ts';
import { readReturnable } from '../../sync-server/orders/read-returnable.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { openPool } from './support/databases.ts';
import { pickupOrder, shipOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const ANA = 'ana.sends.it.back@example.com';
const by = actorNamed('ops');
const company = { level: 'company', id: COMPANY } as const;
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const sender = { name: 'Outpost', line1: '1 Outpost Plaza', city: 'New York', region: 'NY', postalCode: '10001', country: 'US' };

const carrier = await startCarrier({ folder: null, port: 0, controlPort: 0 });
const mail = await startMail({ folder: null, port: 0, controlPort: 0 });
const { desk } = carrier;
afterAll(async () => {
  await carrier.close();
  await mail.close();
});

describe('return labels', { timeout: 60_000 }, () => {
  let db: Db;
  let register: Enrolled;
  useSyncServer(
    openPool,
    async (pool) => {
      ({ db, register } = pool);
      await saveSetting(db, labelService, { ...company, value: { service: '03', sender } }, by);
      await saveSetting(db, mailSender, { ...company, value: { name: 'Outpost', address: 'shop@outpost.example' } }, by);
      // The tables of subscriptions were emptied too.
      await prepareJobs(db, JOBS);
    },
    {
      carrierAccount: () => ({ ...SIMULATED_CARRIER, url: `http://${carrier.address.host}:${carrier.address.port}` }),
      mailServer: () => ({ ...mail.address, security: 'none', user: null }),
    },
  );
  beforeEach(() => {
    desk.empty();
    desk.habit = 'answer';
    mail.box.empty();
  });

  let orders = 0;
  /** Two units that were sent to a customer, or that they fetched. */
  async function sold(orderOf: typeof shipOrder = shipOrder): Promise<FulfillmentOrder> {
    orders += 1;
    const number = `R-${orders}`;
    const customer = { name: 'Ana Customer', email: ANA, phone: null };
    await takeOrder(db, { idempotencyKey: number, order: { ...orderOf(number, [['A', 2]]), customer } });
    const [order] = (await readOrder(db, number))?.fulfillmentOrders ?? [];
    if (order === undefined) throw new Error('The order was not sourced.');
    const { journal } = register;
    await push(db, register, [...journal.pick(order), order.kind === 'ship' ? journal.ship(order) : journal.stage(order, 'P3')]);
    return order;
  }
  const lineOf = (order: FulfillmentOrder, quantity: number): ParcelBack['lines'][number] => ({
    ...{ lineNo: 1, fulfillmentOrderId: order.id, sku: 'A', name: 'Article A', quantity, reason: 'wrong_size', returned: 0 },
  });
  async function want(order: FulfillmentOrder, given: Partial<ParcelBack> = {}, quantity = 1): Promise<string> {
    const parcelId = uuidv7();
    const origin = { kind: 'order', number: order.orderNumber } as const;
    const parcel = { parcelId, origin, lines: [lineOf(order, quantity)], weightGrams: 900, lastDay: '2026-12-31', mail: null, ...given };
    await push(db, register, [register.journal.record(returnLabelWanted.request(parcel))]);
    return parcelId;
  }
  const labelOf = async (parcelId: string): Promise<ReturnLabel> => {
    const { documents } = await pullAll(db, register);
    return returnLabelDocument.completed(documents.get(`store:S1 return_label ${parcelId}`) as ReturnLabel);
  };
  const becomes = (parcelId: string, ...states: readonly (string | null)[]) =>
    until(async () => {
      const { state, reason } = await labelOf(parcelId);
      expect([state, reason]).toEqual(states);
    });

  it('[E1, E2] are bought from the carrier for whoever got the goods, and lead the desk to the order by their number', async () => {
    const order = await sold();
    const parcelId = await want(order);
    await becomes(parcelId, 'have', null);
    const { trackingNumber, picture, mailed } = await labelOf(parcelId);
    expect(picture?.data).toMatch(/^R0lGOD/);
    expect(mailed).toBeNull();
    expect(desk.labels).toMatchObject([
      {
        trackingNumber,
        isReturn: true,
        from: ['Ana Customer', '1 Main Street', 'City ST 00000', 'US'],
        to: ['Outpost', '1 Outpost Plaza', 'New York NY 10001', 'US'],
      },
    ]);
    expect(await readReturnable(db, ` ${(trackingNumber ?? '').toLowerCase()}`)).toMatchObject({
      kind: 'order',
      orderNumber: order.orderNumber,
    });
    expect(await readReturnable(db, '1ZA1B2C30300009999')).toBeNull();
    // Nothing is refunded by a label.
    expect(await db.selectFrom('returns').select('receipt_number').execute()).toEqual([]);
  });

  it('[E2] whose answer was lost are looked for once, and never bought twice', async () => {
    desk.habit = 'lose_answer';
    const parcelId = await want(await sold());
    await becomes(parcelId, 'unknown', 'carrier_answer_lost');
    desk.habit = 'answer';
    await becomes(parcelId, 'have', null);
    expect(desk.labels).toHaveLength(1);
    expect((await labelOf(parcelId)).trackingNumber).toBe(desk.labels[0]?.trackingNumber);
  });

  it('wait while the carrier is away', async () => {
    desk.habit = 'go_away';
    const parcelId = await want(await sold());
    await becomes(parcelId, 'wanted', 'carrier_put_off');
    desk.habit = 'answer';
    await becomes(parcelId, 'have', null);
  });

  it('say why the carrier takes an address never, and are asked for again once somebody wants it', async () => {
    desk.habit = 'refuse_address';
    const parcelId = await want(await sold());
    await becomes(parcelId, 'refused', 'carrier_address_refused');
    desk.habit = 'answer';
    await push(db, register, [register.journal.record(returnLabelAskedAgain.request({ parcelId }))]);
    await becomes(parcelId, 'have', null);
  });

  it('[A3] are refused for what nobody bought, for what another label names, and where nobody knows an address', async () => {
    const order = await sold();
    const refused = async (asked: Promise<string>, reason: string) => becomes(await asked, 'refused', reason);
    await refused(want(order, {}, 3), 'more_than_was_bought');
    await becomes(await want(order, {}, 2), 'have', null);
    await refused(want(order), 'return_label_there');
    await refused(want(order, { origin: { kind: 'order', number: 'NONE' } }), 'return_unknown');
    expect(desk.labels).toHaveLength(1);
    const fetched = await sold((number, wanted) => pickupOrder(number, 'S1', wanted));
    await push(db, register, [register.journal.handOver(fetched)]);
    await refused(want(fetched), 'return_without_address');
  });

  it('[J3] are given back, and then the goods get another one', async () => {
    const order = await sold();
    const parcelId = await want(order, {}, 2);
    await becomes(parcelId, 'have', null);
    await push(db, register, [register.journal.record(returnLabelGivenBack.request({ parcelId }))]);
    await becomes(parcelId, 'void', null);
    expect((await labelOf(parcelId)).picture).toBeNull();
    await becomes(await want(order, {}, 2), 'have', null);
    expect(desk.labels.map(({ isVoid }) => isVoid)).toEqual([true, false]);
  });

  it('[E1, A2] go out by mail with the slip and a PDF: to the address of the order, or to one that was given', async () => {
    const order = await sold();
    const parcelId = await want(order, { mail: 'known' });
    await until(async () => expect((await labelOf(parcelId)).mailed).toEqual({ state: 'sent', reason: null }));
    const { trackingNumber } = await labelOf(parcelId);
    expect(mail.box.mails).toMatchObject([{ to: ANA, files: [`${trackingNumber}.pdf`] }]);
    expect(mail.box.mails[0]?.text).toContain(order.orderNumber);
    const given = await want(order, { mail: 'given' });
    await becomes(given, 'have', null);
    expect((await labelOf(given)).mailed).toEqual({ state: 'waiting', reason: null });
    await transact(db, (tx) => takeAddresses(tx, [{ mailId: given, address: 'bob@example.com' }]));
    await until(async () => expect((await labelOf(given)).mailed).toEqual({ state: 'sent', reason: null }));
    expect(mail.box.mails.map(({ to }) => to)).toEqual([ANA, 'bob@example.com']);
    const { rows } = { rows: await db.selectFrom('mails').select('address').execute() };
    expect(rows.every(({ address }) => address === null)).toBe(true);
    expect(JSON.stringify(await db.selectFrom('operations').select('body').execute())).not.toMatch(/@example\.com/);
  });

  it('[A2] lose their picture when the person is erased', async () => {
    const order = await sold();
    const parcelId = await want(order);
    await becomes(parcelId, 'have', null);
    const query = { email: ANA } as const;
    const { report } = await transact(db, (tx) => findPerson(tx, query));
    expect(await erasePerson(db, query, report.code, by)).toMatchObject({ ok: true });
    expect((await labelOf(parcelId)).picture).toBeNull();
  });
});
