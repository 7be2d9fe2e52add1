import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { NOT_ROUNDED } from '../payments/cash-rounding.ts';
import { CASH_ROUNDING_PLACES } from '../payments/cash-rounding-places.ts';
import { goodsReturnedPayload } from './return.ts';
import { refundOf, type ReturnableLine, returnableOfOrder, returnGoods, unitsReturnable } from './return-goods.ts';

const origin = { kind: 'sale', receiptNumber: 'A1-000001' } as const;

function lineOf(given: Partial<ReturnableLine> = {}): ReturnableLine {
  return {
    lineNo: 1,
    fulfillmentOrderId: null,
    sku: 'A',
    name: 'Article A',
    quantity: 3,
    bought: 3,
    returned: 0,
    totalMinor: 1000,
    taxMinor: 83,
    kind: 'goods',
    unit: 'piece',
    quantityDecimals: 0,
    reference: null,
    taxes: [],
    ...given,
  };
}

const decide = (choices: Parameters<typeof returnGoods>[0]['choices'], from: Parameters<typeof returnGoods>[0]['origin'] = origin) =>
  returnGoods({ receiptNumber: 'A1-000002', origin: from, currency: 'USD', choices });

describe('returnGoods', () => {
  it('[A1] [M1] gives back all that was paid where the fee is waived, and says who allowed it', () => {
    const decision = returnGoods({
      receiptNumber: 'A1-000002',
      origin,
      currency: 'USD',
      choices: [{ line: lineOf(), quantity: 1, disposition: 'restock', waived: { approvedBy: 'M' } }],
      feeFor: () => ({ amountMinor: 33, taxMinor: 3, taxes: [] }),
    });
    expect(decision.ok && decision.value.refundMinor).toBe(333);
    expect(decision.ok && decision.value.lines[0]).toMatchObject({ feeWaived: { amountMinor: 33, approvedBy: 'M' } });
    expect(decision.ok && decision.value.lines[0]).not.toHaveProperty('fee');
  });

  it('[M1] gives back what was paid less the fee, and keeps both', () => {
    const fee = { amountMinor: 33, taxMinor: 3, taxes: [] };
    const decision = returnGoods({
      receiptNumber: 'A1-000002',
      origin,
      currency: 'USD',
      choices: [{ line: lineOf(), quantity: 1, disposition: 'restock' }],
      feeFor: () => fee,
    });
    expect(decision).toMatchObject({
      ok: true,
      value: { refundMinor: 300, lines: [{ refundMinor: 333, fee }], tenders: [{ kind: 'cash', amountMinor: 300 }] },
    });
  });

  it('keeps why goods came back, in which condition, and where they go', () => {
    const said = { disposition: 'vendor', condition: 'defective', reason: 'defective' } as const;
    const decision = decide([
      { line: lineOf(), quantity: 1, ...said },
      { line: lineOf({ lineNo: 2 }), quantity: 1, disposition: 'restock', condition: null, reason: null },
    ]);
    const [first, second] = decision.ok ? decision.value.lines : [];
    expect(first).toMatchObject(said);
    expect(second).toMatchObject({ disposition: 'restock', reason: null });
    expect(second).not.toHaveProperty('condition');
  });

  it.each<[string, Parameters<typeof returnGoods>[0]['origin'], number, number]>([
    ['CH', origin, 335, 2],
    ['SK', origin, 333, 0],
    ['CH', { kind: 'order', orderNumber: 'WEB-1' }, 333, 0],
  ])('[M3] pays back rounded cash where the country does so, and nothing else rounded: %s', (place, from, paid, roundingMinor) => {
    const decision = returnGoods({
      receiptNumber: 'A1-000002',
      origin: from,
      currency: 'USD',
      choices: [{ line: lineOf(), quantity: 1, disposition: 'restock' }],
      cashRounding: CASH_ROUNDING_PLACES[place]?.rule ?? NOT_ROUNDED,
    });
    expect(decision).toMatchObject({ ok: true, value: { refundMinor: 333, roundingMinor, tenders: [{ amountMinor: paid }] } });
  });

  it.each<[string, Partial<Parameters<typeof returnGoods>[0]>, unknown]>([
    ['a card that paid all of it and no terminal gave back', {}, [['cash', null, 335]]],
    ['what a terminal gave back', { givenBack: [{ refundId: 'F1', amountMinor: 333 }] }, [['card', 'F1', 333]]],
    [
      'the rest in cash, which alone is rounded',
      { givenBack: [{ refundId: 'F1', amountMinor: 200 }] },
      [
        ['card', 'F1', 200],
        ['cash', null, 135],
      ],
    ],
    ['store credit, to the cent', { to: { storeCredit: 'SV-1' } }, [['store_credit', 'SV-1', 333]]],
    ['more than the goods come to, which is refused', { givenBack: [{ refundId: 'F1', amountMinor: 334 }] }, 'tender_too_large'],
  ])('[M3] pays out %s', (_what, given, paidOut) => {
    const card = { kind: 'card', currency: 'CHF', amountMinor: 1000, tipMinor: 0, reference: 'P1', state: 'captured' } as const;
    const decision = returnGoods({
      receiptNumber: 'A1-000002',
      origin,
      currency: 'CHF',
      choices: [{ line: lineOf(), quantity: 1, disposition: 'restock' }],
      cashRounding: CASH_ROUNDING_PLACES['CH']?.rule ?? NOT_ROUNDED,
      paid: { tenders: [card], refundedTo: {}, customerId: 'C1', at: '2026-03-01T09:00:00.000Z' },
      ...given,
    });
    const said = decision.ok
      ? decision.value.tenders.map(({ kind, reference, amountMinor }) => [kind, reference, amountMinor])
      : decision.refusal;
    expect(said).toEqual(paidOut);
    // Whoever bought it brings it back, as far as anybody knows.
    if (decision.ok) expect(decision.value).toMatchObject({ customerId: 'C1', soldAt: '2026-03-01T09:00:00.000Z' });
  });

  it('[J9] returns in any steps refund exactly what was paid, tax too', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.nat(1_000_000),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 10 }),
        (totalMinor, tax, steps) => {
          const quantity = steps.reduce((a, b) => a + b, 0);
          const taxMinor = Math.min(tax, totalMinor);
          const line = lineOf({ quantity, bought: quantity, totalMinor, taxMinor });
          let returned = 0;
          let refund = 0;
          let refundTax = 0;
          for (const step of steps) {
            const decision = decide([{ line: { ...line, returned }, quantity: step, disposition: 'restock' }]);
            if (!decision.ok) throw new Error(decision.refusal);
            expect(goodsReturnedPayload.parse(decision.value)).toEqual(decision.value);
            refund += decision.value.refundMinor;
            refundTax += decision.value.lines[0]?.refundTaxMinor ?? 0;
            returned += step;
          }
          expect({ refund, refundTax }).toEqual({ refund: totalMinor, refundTax: taxMinor });
          expect(decide([{ line: { ...line, returned }, quantity: 1, disposition: 'restock' }])).toEqual({
            ok: false,
            refusal: 'more_than_was_bought',
          });
        },
      ),
    );
  });

  it("[M2] gives back a line's own share of a discount over several lines", () => {
    const shares = [1463, 2202, 1143];
    const lines = shares.map((totalMinor, index) => lineOf({ lineNo: index + 1, quantity: 1, bought: 1, totalMinor, taxMinor: 0 }));
    const refunds = lines.map((line) => decide([{ line, quantity: 1, disposition: 'restock' }]));
    expect(refunds.map((one) => (one.ok ? one.value.refundMinor : one.refusal))).toEqual(shares);
  });

  it('[J9] one return that names a line twice refunds the same as two returns', () => {
    const line = lineOf();
    const decision = decide([
      { line, quantity: 1, disposition: 'restock' },
      { line, quantity: 2, disposition: 'damaged' },
    ]);
    expect(decision).toMatchObject({ ok: true, value: { refundMinor: 1000, lines: [{ refundMinor: 333 }, { refundMinor: 667 }] } });
    expect(
      decide([
        { line, quantity: 2, disposition: 'restock' },
        { line, quantity: 2, disposition: 'damaged' },
      ]),
    ).toEqual({ ok: false, refusal: 'more_than_was_bought' });
  });

  it('tells lines of the same number on two deliveries apart', () => {
    const [one, other] = [lineOf({ fulfillmentOrderId: 'F1' }), lineOf({ fulfillmentOrderId: 'F2' })];
    const decision = decide(
      [
        { line: one, quantity: 3, disposition: 'restock' },
        { line: other, quantity: 3, disposition: 'restock' },
      ],
      { kind: 'order', orderNumber: 'WEB-1' },
    );
    expect(decision).toMatchObject({ ok: true, value: { refundMinor: 2000, tenders: [{ kind: 'original_payment', amountMinor: 2000 }] } });
  });

  it.each([
    [[], 'nothing_to_return'],
    [[{ line: lineOf(), quantity: 0, disposition: 'restock' as const }], 'nothing_to_return'],
    [[{ line: lineOf(), quantity: 4, disposition: 'restock' as const }], 'more_than_was_bought'],
    [[{ line: lineOf({ returned: 2 }), quantity: 2, disposition: 'restock' as const }], 'more_than_was_bought'],
    [[{ line: lineOf({ bought: 1 }), quantity: 2, disposition: 'restock' as const }], 'more_than_was_bought'],
    [[{ line: lineOf({ returned: 9 }), quantity: 1, disposition: 'restock' as const }], 'more_than_was_bought'],
    [[{ line: lineOf(), quantity: -1, disposition: 'restock' as const }], 'quantity_not_valid'],
    [[{ line: lineOf(), quantity: 1.5, disposition: 'restock' as const }], 'quantity_not_valid'],
    [[{ line: lineOf(), quantity: Number.NaN, disposition: 'restock' as const }], 'quantity_not_valid'],
  ])('refuses %j with %s', (choices, refusal) => {
    expect(decide(choices)).toEqual({ ok: false, refusal });
  });

  it('pays a sale back from the drawer', () => {
    expect(decide([{ line: lineOf(), quantity: 1, disposition: 'damaged' }])).toMatchObject({
      ok: true,
      value: { tenders: [{ kind: 'cash', amountMinor: 333 }], refundMinor: 333 },
    });
  });
});

describe('what may come back of an online order', () => {
  const line = fulfillmentLineOf({ quantity: 5, picked: 3, short: 2, returned: 1, totalMinor: 1000 });
  it('only what was delivered, and of it what was not short', () => {
    const at = '2026-03-02T10:00:00.000Z';
    const delivered = fulfillmentOrderOf({ id: 'F1', lines: [line], state: { status: 'handed_over', at } });
    const waiting = fulfillmentOrderOf({ id: 'F2', lines: [line], state: { status: 'packed' } });
    const shipped = fulfillmentOrderOf({ id: 'F3', lines: [line], state: { status: 'shipped', trackingNumber: 'T', at } });
    const lines = returnableOfOrder([delivered, waiting, shipped]);
    expect(lines.map((one) => [one.fulfillmentOrderId, one.bought, unitsReturnable(one)])).toEqual([
      ['F1', 3, 2],
      ['F3', 3, 2],
    ]);
    expect(lines.map((one) => refundOf(one, 2).refundMinor)).toEqual([400, 400]);
  });
});
