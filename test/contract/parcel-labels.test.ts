import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCarrier } from '../../devices/simulators/carrier/start-carrier.ts';
import { SIMULATED_CARRIER } from '../../domain/device/started.ts';
import { parcelLabelDocument } from '../../domain/labels/documents.ts';
import { labelAskedAgain, labelGivenBack, labelWantedOperation } from '../../domain/labels/operations.ts';
import type { ParcelLabel } from '../../domain/labels/parcel-label.ts';
import { labelService } from '../../domain/labels/settings.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { writeLabel } from '../../sync-server/labels/label-row.ts';
import { buyLabelJob } from '../../sync-server/labels/parcel-jobs.ts';
import { JobFailed } from '../../sync-server/jobs/error-code.ts';
import { type Carrier, CarrierFailed } from '../../sync-server/outbound/carrier.ts';
import { NO_PORTS } from '../support/no-ports.ts';
import { JOBS } from '../../sync-server/job-list.ts';
import { prepareJobs } from '../../sync-server/jobs/prepare-jobs.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { openPool } from './support/databases.ts';
import { shipOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 20 });
const sender = { name: 'Outpost', line1: '1 Outpost Plaza', city: 'New York', region: 'NY', postalCode: '10001', country: 'US' };

const { desk, address, close } = await startCarrier({ folder: null, port: 0, controlPort: 0 });
afterAll(close);

describe('labels of parcels', { timeout: 60_000 }, () => {
  let db: Db;
  let register: Enrolled;
  useSyncServer(
    openPool,
    async (pool) => {
      ({ db, register } = pool);
      await saveSetting(db, labelService, { level: 'company', id: COMPANY, value: { service: '03', sender } }, actorNamed('ops'));
      // The tables of subscriptions were emptied too.
      await prepareJobs(db, JOBS);
    },
    { carrierAccount: () => ({ ...SIMULATED_CARRIER, url: `http://${address.host}:${address.port}` }) },
  );
  beforeEach(() => {
    desk.empty();
    desk.habit = 'answer';
  });

  let orders = 0;
  async function want(): Promise<string> {
    orders += 1;
    const number = `L-${orders}`;
    await takeOrder(db, { idempotencyKey: number, order: shipOrder(number, [['A', 1]]) });
    const rows = await db.selectFrom('fulfillment_orders').select('body').execute();
    const order = rows.map((row) => row.body).find((one) => one.orderNumber === number);
    const parcelId = uuidv7();
    const parcel = { parcelId, fulfillmentOrderId: order?.id ?? '', no: 1, of: 1, box: null, size: null, weightGrams: 900 };
    await push(db, register, [register.journal.record(labelWantedOperation.request(parcel))]);
    return parcelId;
  }
  const labelOf = async (parcelId: string): Promise<ParcelLabel> => {
    const { documents } = await pullAll(db, register);
    return parcelLabelDocument.completed(documents.get(`store:S1 parcel_label ${parcelId}`) as ParcelLabel);
  };
  const becomes = (parcelId: string, ...states: readonly (string | null)[]) =>
    until(async () => {
      const { state, reason } = await labelOf(parcelId);
      expect([state, reason]).toEqual(states);
    });

  it('[E1, E2] come to the registers of the store with their number and what they cost', async () => {
    const parcelId = await want();
    await becomes(parcelId, 'have', null);
    const label = await labelOf(parcelId);
    expect(label).toMatchObject({ trackingNumber: desk.labels[0]?.trackingNumber, cost: { currency: 'USD', minor: 855 } });
    expect(label.picture?.data).toMatch(/^R0lGOD/);
    expect(desk.labels[0]?.reference).toBe(parcelId.replaceAll('-', ''));
  });

  it('[E2] whose answer was lost are unknown, are looked for, and are never bought twice', async () => {
    desk.habit = 'lose_answer';
    const parcelId = await want();
    await becomes(parcelId, 'unknown', 'carrier_answer_lost');
    desk.habit = 'answer';
    await becomes(parcelId, 'have', null);
    expect(desk.labels).toHaveLength(1);
    expect((await labelOf(parcelId)).trackingNumber).toBe(desk.labels[0]?.trackingNumber);
  });

  it('[E2] stay unknown where the carrier refuses to look for them: refused ones are bought anew', async () => {
    const parcelId = await want();
    await becomes(parcelId, 'have', null);
    const lost = { ...(await labelOf(parcelId)), state: 'unknown' as const, trackingNumber: null, cost: null, picture: null };
    await transact(db, (tx) => writeLabel(tx, parcelLabelDocument, lost));
    const buy = vi.fn<Carrier['buy']>();
    const carrier: Carrier = { buy, find: () => Promise.reject(new CarrierFailed('carrier_refused')), giveBack: () => Promise.resolve() };
    const { work } = buyLabelJob;
    if (work.where !== 'outside') throw new Error('It asks nobody.');
    const call = { db, ports: { ...NO_PORTS, carrier }, signal: AbortSignal.timeout(10_000), idempotencyKey: parcelId };
    await expect(work.call({ parcelId }, call)).rejects.toEqual(new JobFailed('carrier_refused'));
    await becomes(parcelId, 'unknown', 'carrier_refused');
    expect(buy).not.toHaveBeenCalled();
  });

  it('of which the question was lost are bought once it is known that none was made', async () => {
    desk.habit = 'lose_question';
    const parcelId = await want();
    await becomes(parcelId, 'unknown', 'carrier_answer_lost');
    desk.habit = 'answer';
    await becomes(parcelId, 'have', null);
    expect(desk.labels).toHaveLength(1);
  });

  it('wait while the carrier is away, and come when it is back', async () => {
    desk.habit = 'go_away';
    const parcelId = await want();
    await becomes(parcelId, 'wanted', 'carrier_put_off');
    desk.habit = 'answer';
    await becomes(parcelId, 'have', null);
  });

  it('that are refused for good say why, and are asked for again once somebody wants it', async () => {
    desk.habit = 'refuse_address';
    const parcelId = await want();
    await becomes(parcelId, 'refused', 'carrier_address_refused');
    desk.habit = 'answer';
    await push(db, register, [register.journal.record(labelAskedAgain.request({ parcelId }))]);
    await becomes(parcelId, 'have', null);
  });

  it('are given back, and their picture goes', async () => {
    const parcelId = await want();
    await becomes(parcelId, 'have', null);
    await push(db, register, [register.journal.record(labelGivenBack.request({ parcelId }))]);
    await becomes(parcelId, 'void', null);
    expect(desk.labels).toMatchObject([{ isVoid: true }]);
    expect((await labelOf(parcelId)).picture).toBeNull();
  });

  it('[J3] are bought once for a parcel, however often they are wanted', async () => {
    const parcelId = await want();
    const { fulfillmentOrderId } = await labelOf(parcelId);
    const again = { parcelId, fulfillmentOrderId, no: 1, of: 1, box: null, size: null, weightGrams: 900 };
    await push(db, register, [register.journal.record(labelWantedOperation.request(again))]);
    await push(db, register, [register.journal.record(labelAskedAgain.request({ parcelId }))]);
    await becomes(parcelId, 'have', null);
    expect(desk.labels).toHaveLength(1);
  });
});
