import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf } from '../../test/support/examples.ts';
import { priced, short } from '../../test/support/exchanges.ts';
import { knowing, ONE_STAYS, READY, swap, swapped } from '../../test/support/pickup-exchanges.ts';
import { hashPickupCode } from '../fulfillment/pickup-code.ts';
import { shareOf } from '../orders/refunds.ts';
import { pickupExchangeFault } from './check-pickup-exchange.ts';
import { exchangePickup, stayingChoices } from './exchange-pickup.ts';

describe('exchangePickup', () => {
  it.each([
    ['as much', 3_333, [['exchange', 3_333, null, null]], [['exchange', 3_333, null, null]]],
    [
      'more',
      5_000,
      [['exchange', 3_333, null, null]],
      [
        ['exchange', 3_333, null, null],
        ['cash', 1_667, null, null],
      ],
    ],
    [
      'less',
      1_000,
      [
        ['original_payment', 2_333, null, null],
        ['exchange', 1_000, null, null],
      ],
      [['exchange', 1_000, null, null]],
    ],
  ] as const)('[M1] what stays pays for %s', (_what, takenMinor, back, sold) => {
    const payload = swapped(ONE_STAYS, takenMinor, Math.max(0, takenMinor - 3_333));
    expect(short(payload.back?.tenders ?? [])).toEqual(back);
    expect(short(payload.sold.tenders)).toEqual(sold);
    expect(payload.handover.lines).toEqual([
      { lineNo: 1, sku: 'A', quantity: 2 },
      { lineNo: 2, sku: 'B', quantity: 1 },
    ]);
    expect(pickupExchangeFault(knowing(READY), payload)).toBeNull();
  });

  it('[M1] a substitute that stays pays what was paid for the ordered article', () => {
    const substitute = fulfillmentLineOf({
      ...{ lineNo: 10_002, sku: 'CHEAPER', quantity: 1, picked: 1, totalMinor: 1_500, taxMinor: 120 },
      insteadOf: { lineNo: 2, totalMinor: 2_500, taxMinor: 200, writtenOff: 1 },
    });
    const order = { ...READY, lines: [...READY.lines, substitute] };
    const payload = swapped([{ lineNo: 10_002, reason: 'refused', quantity: 1 }], 2_500, 0, order);
    expect(payload.back?.lines.map(({ sku, refundMinor, refundTaxMinor }) => [sku, refundMinor, refundTaxMinor])).toEqual([
      ['CHEAPER', 2_500, 200],
    ]);
    expect(pickupExchangeFault(knowing(order), payload)).toBeNull();
  });

  it('sells more with a pickup of which all is taken, as a sale alone', () => {
    const payload = swapped([], 1_000, 2_000);
    expect([payload.back, short(payload.sold.tenders)]).toEqual([null, [['cash', 1_000, null, null]]]);
    expect(pickupExchangeFault(knowing(READY), payload)).toBeNull();
  });

  it('has a customer who takes nothing of the order take something else', () => {
    const all = [
      { lineNo: 1, reason: 'refused', quantity: 2 },
      { lineNo: 1, reason: 'damaged', quantity: 1 },
      { lineNo: 2, reason: 'refused', quantity: 1 },
    ] as const;
    const payload = swapped(all, 12_500);
    expect([payload.handover.lines, payload.back?.refundMinor]).toEqual([[], 12_500]);
    expect(payload.back?.lines.map(({ disposition, refundMinor }) => [disposition, refundMinor])).toEqual([
      ['restock', 6_667],
      ['damaged', 3_333],
      ['restock', 2_500],
    ]);
  });

  it('[M1] [J9] the money of what stays is that which whoever took the payment would owe, and no cent is lost or made', () => {
    const units = fc.record({ refused: fc.integer({ min: 0, max: 3 }), damaged: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(units, fc.integer({ min: 1, max: 20_000 }), ({ refused, damaged }, takenMinor) => {
        fc.pre(refused + damaged > 0 && refused + damaged <= 3);
        const notTaken = [
          { lineNo: 1, reason: 'refused', quantity: refused },
          { lineNo: 1, reason: 'damaged', quantity: damaged },
        ] as const;
        const { back, sold } = swapped(
          notTaken.filter(({ quantity }) => quantity > 0),
          takenMinor,
          20_000,
        );
        const [line] = READY.lines;
        const worth = line === undefined ? 0 : shareOf(line, 3 - refused - damaged, refused + damaged).totalMinor;
        expect(back?.refundMinor).toBe(worth);
        const sum = (kind: string, tenders: readonly { kind: string; amountMinor: number }[]) =>
          tenders.reduce((total, one) => total + (one.kind === kind ? one.amountMinor : 0), 0);
        const [goesBack, paid] = [sum('original_payment', back?.tenders ?? []), sum('cash', sold.tenders)];
        expect(goesBack - paid).toBe(worth - takenMinor);
        expect(Math.min(goesBack, paid)).toBe(0);
      }),
    );
  });

  it.each([
    ['nothing is taken instead', () => swap(ONE_STAYS, 0), 'ok'],
    ['too little is paid', () => swap(ONE_STAYS, 5_000, 1_666), 'tender_too_small'],
    ['more stays than is in the bag', () => swap([{ lineNo: 1, reason: 'refused', quantity: 4 }], 1_000), 'quantity_not_valid'],
    ['the order was paid in another currency', () => swap(ONE_STAYS, 1_000, 0, { ...READY, currency: 'EUR' }), 'exchange_other_currency'],
    ['the order was paid at a till', () => swap(ONE_STAYS, 1_000, 0, atTill), 'swap_of_sale_order'],
  ] as const)('where %s: %s', (_what, decide, answer) => {
    const decision = decide();
    expect(decision.ok ? 'ok' : decision.refusal).toBe(answer);
  });

  const atTill = { ...READY, orderNumber: 'A1-000001/1', pickupCodeHash: hashPickupCode('A1-000001/1', 'K7P2') };

  it.each([
    ['cancelled', 'order_has_ended'],
    ['packed', 'not_ready'],
  ] as const)('[J5] of an order that is %s by now nothing is begun, and what money has moved for is recorded', (status, refusal) => {
    const { handover } = swapped(ONE_STAYS, 5_000, 5_000);
    const sale = { priced: priced('C', 1, 5_000), currency: 'USD', pricesIncludeTax: false, cashGivenMinor: 5_000 };
    // Another register handed two of three over: the shares of the one that stays are those of before.
    const order = { ...READY, state: { status }, lines: READY.lines.map((line) => ({ ...line, picked: Math.min(2, line.picked) })) };
    const request = { order, handover, sale, receiptNumber: 'A1-000002' };
    expect(exchangePickup(request)).toEqual({ ok: false, refusal });
    expect(exchangePickup({ ...request, isBegun: true })).toMatchObject({ value: { back: { refundMinor: 3_333 } } });
  });

  it('names no line that the order does not have', () => {
    expect(stayingChoices(READY, { lines: [], notTaken: [{ lineNo: 9, sku: 'X', reason: 'refused', quantity: 1 }] })).toEqual([]);
  });
});
