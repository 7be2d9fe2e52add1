import { afterEach, describe, expect, it } from 'vitest';
import { startCarrier, type StartCarrier } from '../../devices/simulators/carrier/start-carrier.ts';
import { SIMULATED_CARRIER } from '../../domain/device/started.ts';
import { CarrierFailed, type Shipment } from '../../sync-server/outbound/carrier.ts';
import { upsCarrier } from '../../sync-server/outbound/ups-carrier.ts';
import { readCodes } from '../support/read-codes.ts';

const NO_SIGNAL = new AbortController().signal;

const shipmentOf = (given: Partial<Shipment> = {}): Shipment => ({
  reference: 'PARCEL1',
  service: '03',
  from: { name: 'Outpost Broadway', line1: '1 Outpost Plaza', city: 'New York', region: 'NY', postalCode: '10001', country: 'US' },
  to: { name: 'Zoë Müller', line1: '21 Elm Street', city: 'Chicago', region: 'IL', postalCode: '60601', country: 'US' },
  comesBack: null,
  weightGrams: 1_241,
  size: [301, 200, 100],
  ...given,
});

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A simulated carrier, and the way to it. */
async function begin(given: Partial<StartCarrier> = {}, account: Partial<typeof SIMULATED_CARRIER> = {}) {
  const { address, desk, ups, close } = await startCarrier({ folder: null, port: 0, controlPort: 0, ...given });
  closing.push(close);
  const url = `http://${address.host}:${address.port}`;
  return { desk, ups, carrier: upsCarrier({ addressOf: () => ({ ...SIMULATED_CARRIER, ...account, url }), answerWithinMs: 5_000 }) };
}

const failure = (asked: Promise<unknown>) =>
  asked.then(
    (answer) => answer ?? null,
    (error: unknown) => (error instanceof CarrierFailed ? [error.code, error.isFinal] : error),
  );

describe('a carrier', () => {
  it('makes a label whose barcode is its number, and charges for it', async () => {
    const { carrier, desk } = await begin();
    const { trackingNumber, picture, cost } = await carrier.buy(shipmentOf(), NO_SIGNAL);
    expect(trackingNumber).toBe('1ZA1B2C30300000012');
    expect(cost).toEqual({ currency: 'USD', minor: 915 });
    const image = `<image width="812" height="1218" href="data:image/gif;base64,${picture.data}"/>`;
    const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="812" height="1218">${image}</svg>`;
    expect(await readCodes(drawn)).toEqual(['Code128 1ZA1B2C30300000012']);
    expect(desk.labels).toMatchObject([
      { reference: 'PARCEL1', service: '03', weight: '1.25 KGS', to: ['Zoë Müller', '21 Elm Street', 'Chicago IL 60601', 'US'] },
    ]);
  });

  it('makes a label for a parcel that comes back, which its customer sends and the store pays', async () => {
    const { carrier, desk } = await begin();
    const { from: store, to: customer } = shipmentOf();
    const back = { from: customer, to: store, comesBack: { contents: 'T-shirt, wool' } };
    const { trackingNumber } = await carrier.buy(shipmentOf(back), NO_SIGNAL);
    expect(desk.labels).toMatchObject([
      {
        trackingNumber,
        isReturn: true,
        from: ['Zoë Müller', '21 Elm Street', 'Chicago IL 60601', 'US'],
        to: [store.name, store.line1, 'New York NY 10001', 'US'],
      },
    ]);
    expect(await carrier.find('PARCEL1', NO_SIGNAL)).toMatchObject({ trackingNumber });
    // A carrier wants to know what is in it.
    expect(await failure(carrier.buy(shipmentOf({ ...back, comesBack: { contents: '' } }), NO_SIGNAL))).toEqual(['carrier_refused', true]);
  });

  it('[E2] finds the label whose answer was lost, and none where the question was', async () => {
    const { carrier, desk } = await begin();
    desk.habit = 'lose_answer';
    expect(await failure(carrier.buy(shipmentOf(), NO_SIGNAL))).toEqual(['carrier_answer_lost', false]);
    expect(await carrier.find('PARCEL1', NO_SIGNAL)).toMatchObject({ trackingNumber: '1ZA1B2C30300000012', cost: null });
    desk.habit = 'lose_question';
    expect(await failure(carrier.buy(shipmentOf({ reference: 'PARCEL2' }), NO_SIGNAL))).toEqual(['carrier_answer_lost', false]);
    expect(await carrier.find('PARCEL2', NO_SIGNAL)).toBeNull();
    expect(desk.labels).toHaveLength(1);
  });

  it('refuses an address and a parcel for good, and is down for a while', async () => {
    const { carrier, desk } = await begin();
    desk.habit = 'refuse_address';
    expect(await failure(carrier.buy(shipmentOf(), NO_SIGNAL))).toEqual(['carrier_address_refused', true]);
    desk.habit = 'answer';
    expect(await failure(carrier.buy(shipmentOf({ service: '03', weightGrams: 999_999_999 }), NO_SIGNAL))).toEqual([
      'carrier_refused',
      true,
    ]);
    desk.habit = 'go_away';
    const number = '1ZA1B2C30300000012';
    const asked = [carrier.buy(shipmentOf(), NO_SIGNAL), carrier.find('PARCEL1', NO_SIGNAL), carrier.giveBack(number, NO_SIGNAL)];
    expect(await Promise.all(asked.map(failure))).toEqual(asked.map(() => ['carrier_put_off', false]));
    expect(desk.labels).toEqual([]);
  });

  it('takes a label back, twice without harm, and none that it never made', async () => {
    const { carrier, desk } = await begin();
    const { trackingNumber } = await carrier.buy(shipmentOf(), NO_SIGNAL);
    expect(await failure(carrier.giveBack(trackingNumber, NO_SIGNAL))).toBeNull();
    expect(await failure(carrier.giveBack(trackingNumber, NO_SIGNAL))).toBeNull();
    expect(desk.labels).toMatchObject([{ isVoid: true }]);
    expect(await carrier.find('PARCEL1', NO_SIGNAL)).toBeNull();
    expect(await failure(carrier.giveBack('1ZA1B2C30300000999', NO_SIGNAL))).toEqual(['carrier_void_refused', true]);
  });

  it('is asked with one token while that lasts, and with a new one once the carrier has ended it', async () => {
    const { carrier, ups } = await begin();
    await Promise.all([carrier.buy(shipmentOf(), NO_SIGNAL), carrier.find('OTHER', NO_SIGNAL)]);
    await carrier.find('OTHER', NO_SIGNAL);
    expect(ups.tokens()).toBe(1);
    ups.endToken();
    expect(await carrier.find('OTHER', NO_SIGNAL)).toBeNull();
    expect(ups.tokens()).toBe(2);
  });

  it('says whose fault it is where it cannot be asked', async () => {
    const { carrier: stranger } = await begin({}, { secret: 'wrong' as 'simulated' });
    expect(await failure(stranger.buy(shipmentOf(), NO_SIGNAL))).toEqual(['carrier_sign_in_refused', false]);
    const nowhere = upsCarrier({ addressOf: () => ({ ...SIMULATED_CARRIER, url: 'http://127.0.0.1:9' }) });
    expect(await failure(nowhere.buy(shipmentOf(), NO_SIGNAL))).toEqual(['carrier_unreachable', false]);
    expect(await failure(upsCarrier({ addressOf: () => null }).buy(shipmentOf(), NO_SIGNAL))).toEqual(['carrier_not_set_up', false]);
    const { carrier } = await begin();
    expect(await failure(carrier.find('PARCEL1', NO_SIGNAL))).toBeNull();
    expect(await failure(carrier.buy(shipmentOf(), AbortSignal.abort()))).toEqual(['carrier_answer_lost', false]);
  });
});
