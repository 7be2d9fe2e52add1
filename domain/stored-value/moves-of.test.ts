import { expect, it } from 'vitest';
import { cashOf } from '../../test/support/examples.ts';
import type { RefundTender, Tender } from '../payments/tender.ts';
import { movesOfReturn, movesOfSale } from './moves-of.ts';

const paid = (kind: 'card' | 'gift_card' | 'store_credit', reference: string | null, amountMinor: number): Tender => ({
  kind,
  currency: 'USD',
  amountMinor,
  tipMinor: 0,
  reference,
  state: 'accepted',
});
const given = (kind: RefundTender['kind'], reference: string | null, amountMinor: number): RefundTender => ({
  kind,
  currency: 'USD',
  amountMinor,
  reference,
  state: 'accepted',
});

it('a sale takes off what paid for it before it puts on what it sells', () => {
  const lines = [
    { kind: 'gift_card' as const, reference: 'SV-1', grossMinor: 5_000 },
    { kind: 'goods' as const, reference: null, grossMinor: 700 },
    { kind: 'service' as const, reference: 'SV-9', grossMinor: 300 },
    { kind: 'gift_card' as const, reference: 'SV-2', grossMinor: 0 },
  ];
  const tenders = [cashOf(1_000), paid('card', 'P1', 3_000), paid('gift_card', 'SV-1', 1_500), paid('store_credit', null, 500)];
  expect(movesOfSale({ currency: 'USD', lines, tenders, onAccount: null })).toEqual([
    { id: 'SV-1', kind: 'gift_card', currency: 'USD', amountMinor: -1_500 },
    { id: 'SV-1', kind: 'gift_card', currency: 'USD', amountMinor: 5_000 },
  ]);
});

it('a return takes the money off a gift card that comes back, and gives back on what it names', () => {
  const lines = [
    { kind: 'gift_card' as const, reference: 'SV-1', refundMinor: 5_000 },
    { kind: 'goods' as const, reference: null, refundMinor: 700 },
  ];
  const tenders = [given('cash', null, 700), given('store_credit', 'SV-3', 5_000), given('gift_card', null, 10), given('card', 'P1', 20)];
  expect(movesOfReturn({ currency: 'USD', lines, tenders })).toEqual([
    { id: 'SV-1', kind: 'gift_card', currency: 'USD', amountMinor: -5_000 },
    { id: 'SV-3', kind: 'store_credit', currency: 'USD', amountMinor: 5_000 },
  ]);
});
