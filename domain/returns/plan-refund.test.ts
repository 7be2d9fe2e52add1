import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cashOf } from '../../test/support/examples.ts';
import type { NamedTender, Tender } from '../payments/tender.ts';
import { planRefund, type RefundTo, waysBack } from './plan-refund.ts';

const paid = (kind: NamedTender['kind'], reference: string | null, amountMinor: number, tipMinor = 0): Tender => ({
  kind,
  currency: 'USD',
  amountMinor,
  tipMinor,
  reference,
  state: 'captured',
});

const CARD_AND_CASH = [paid('card', 'P1', 3_000), cashOf(2_000)];
const MIXED = [cashOf(1_000), paid('gift_card', 'SV-1', 500), paid('card', 'P1', 3_200, 200), paid('card', null, 700)];

describe('a refund', () => {
  it.each<
    readonly [string, readonly Tender[], Record<string, number>, number, RefundTo, readonly (readonly [string, string | null, number])[]]
  >([
    ['of a cash sale', [cashOf(2_000)], {}, 500, 'original', [['cash', null, 500]]],
    ['of a card sale', [paid('card', 'P1', 3_000)], {}, 500, 'original', [['card', 'P1', 500]]],
    ['of nothing', CARD_AND_CASH, {}, 0, 'original', []],
    [
      'goes to the card first',
      CARD_AND_CASH,
      {},
      3_500,
      'original',
      [
        ['card', 'P1', 3_000],
        ['cash', null, 500],
      ],
    ],
    [
      'gives a card no more than it has not been given back',
      CARD_AND_CASH,
      { P1: 2_900 },
      500,
      'original',
      [
        ['card', 'P1', 100],
        ['cash', null, 400],
      ],
    ],
    ['gives a card nothing that it has been given back', CARD_AND_CASH, { P1: 3_000 }, 500, 'original', [['cash', null, 500]]],
    [
      'keeps the order of the tenders, and tips',
      MIXED,
      {},
      3_600,
      'original',
      [
        ['gift_card', 'SV-1', 500],
        ['card', 'P1', 3_000],
        ['cash', null, 100],
      ],
    ],
    ['adds up what one card paid twice', [paid('card', 'P1', 100), paid('card', 'P1', 200)], {}, 300, 'original', [['card', 'P1', 300]]],
    ['in cash, because somebody decided so', CARD_AND_CASH, {}, 500, 'cash', [['cash', null, 500]]],
    ['on store credit', CARD_AND_CASH, {}, 500, { storeCredit: 'SV-9' }, [['store_credit', 'SV-9', 500]]],
  ])('%s', (_what, tenders, refundedTo, refundMinor, to, parts) => {
    const planned = planRefund({ tenders: [...tenders], refundedTo }, refundMinor, to);
    expect(planned.map(({ kind, reference, amountMinor }) => [kind, reference, amountMinor])).toEqual(parts);
  });

  it('adds up, and never gives a tender back more than it took, however often goods come back', () => {
    const tenders = fc.array(
      fc.record({ kind: fc.constantFrom<NamedTender['kind']>('card', 'gift_card', 'account'), minor: fc.nat(5_000) }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(tenders, fc.nat(9_000), fc.array(fc.nat(3_000), { maxLength: 6 }), (given, cash, refunds) => {
        const sale = {
          tenders: [...given.map(({ kind, minor }, index) => paid(kind, `R${index % 3}`, minor)), cashOf(cash)],
          refundedTo: {} as Record<string, number>,
        };
        const most = new Map(waysBack(sale).map(({ reference, leftMinor }) => [reference, leftMinor]));
        for (const refund of refunds) {
          const parts = planRefund(sale, refund);
          expect(parts.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(refund);
          for (const { reference, amountMinor } of parts)
            if (reference !== null) sale.refundedTo[reference] = (sale.refundedTo[reference] ?? 0) + amountMinor;
        }
        for (const [reference, minor] of Object.entries(sale.refundedTo)) expect(minor).toBeLessThanOrEqual(most.get(reference) ?? 0);
      }),
    );
  });
});
