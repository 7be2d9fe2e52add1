import { expect, it } from 'vitest';
import { parcelLabelOf } from '../../../test/support/parcel-labels.ts';
import { words } from '../../../texts/words/words.ts';
import { labelReason, labelStanding } from './label-standing.ts';

it.each([
  ['its number and price', { cost: { currency: 'USD', minor: 855 } }, '1ZOUT9050300000014 · $8.55'],
  [
    'that it waits, and why',
    { state: 'wanted', reason: 'carrier_not_set_up' },
    `${words('label.state.wanted')} ${words('jobs.error.carrier_not_set_up')}`,
  ],
  ['once that no answer came', { state: 'unknown', reason: 'carrier_answer_lost' }, words('label.state.unknown')],
] as const)('says %s', (_what, given, said) => {
  expect(labelStanding(parcelLabelOf('P1', given))).toBe(said);
});

it('knows why a label was refused by a carrier, by the rules of a return, and by neither', () => {
  expect(labelReason('carrier_address_refused')).toBe(words('jobs.error.carrier_address_refused'));
  expect(labelReason('return_label_there')).toBe(words('refusal.return_label_there'));
  expect(labelReason('new_code')).toBe(words('label.otherReason', { code: 'new_code' }));
});
