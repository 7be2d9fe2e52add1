import { expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { missingSentence } from './missing-sentence.ts';
import { waveStops } from './wave-list.ts';

const orderOf = (id: string, kind: 'ship' | 'pickup', placedAt: string) =>
  fulfillmentOrderOf({ id, kind, placedAt, lines: [fulfillmentLineOf({ quantity: 2 })] });
const parcel = orderOf('F1', 'ship', '2026-03-02T08:00:00.000Z');
const pickup = orderOf('F2', 'pickup', '2026-03-02T09:00:00.000Z');
const said = (orders: readonly ReturnType<typeof orderOf>[], missing: number) => {
  const [stop] = waveStops(orders, () => null);
  return stop === undefined ? '' : missingSentence(stop, missing);
};

it('says of a stop of parcels and pickups what happens to each', () => {
  const [ofParcel, ofPickup] = [said([parcel], 1), said([pickup], 1)];
  expect(ofParcel).not.toBe(ofPickup);
  // Who waited longest is given what there is: the pickup goes without first.
  expect(said([parcel, pickup], 1)).toBe(ofPickup);
  expect(said([parcel, pickup], 3)).toBe(`${ofParcel} ${said([pickup], 2)}`);
});
