import { expect, it } from 'vitest';
import { waveOf } from '../../test/support/fulfillment.ts';
import { lostTo } from './wave.ts';

it('a wave says who had an order that it wanted', () => {
  const wave = waveOf({ orderIds: ['F1'], lost: [{ fulfillmentOrderId: 'F2', pickerId: 'MARCUS' }] });
  expect(lostTo(wave, 'F2')?.pickerId).toBe('MARCUS');
  expect(lostTo(wave, 'F1')).toBeUndefined();
});
