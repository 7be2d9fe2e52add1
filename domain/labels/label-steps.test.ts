import { describe, expect, it } from 'vitest';
import { AT } from '../../test/support/examples.ts';
import { askedAgain, mayBeAsked, newLabel } from './label-steps.ts';
import { labelState } from './parcel-label.ts';

describe('a label of either kind', () => {
  it('begins as a wish of which nothing is known yet', () => {
    expect(newLabel({ storeId: 'S1', registerId: 'R1', at: AT })).toEqual({
      ...{ storeId: 'S1', registerId: 'R1', wantedAt: AT, state: 'wanted', since: AT },
      ...{ reason: null, trackingNumber: null, cost: null, picture: null },
    });
  });

  it('[E2] is asked for again while there is none, and one of which nobody knows stays unknown', () => {
    const again = labelState.options
      .filter((state) => mayBeAsked({ state }))
      .map((state) => [state, askedAgain({ storeId: 'S1', state, since: '', reason: 'carrier_away' }, AT)]);
    expect(again).toEqual([
      ['wanted', { storeId: 'S1', state: 'wanted', since: AT, reason: null }],
      ['unknown', { storeId: 'S1', state: 'unknown', since: AT, reason: null }],
      ['refused', { storeId: 'S1', state: 'wanted', since: AT, reason: null }],
    ]);
  });
});
