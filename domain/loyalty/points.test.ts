import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, cartLineOf, cashOf, operationOf, saleOf, soldOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { NamedTender } from '../payments/tender.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { unknownFacts } from '../registry/unknown-facts.ts';
import { goodsReturned } from '../returns/operations.ts';
import { refundFault } from '../returns/check-return.ts';
import type { GoodsReturned } from '../returns/return.ts';
import { returnableOfSale, returnGoods } from '../returns/return-goods.ts';
import { saleFault } from '../sale/check-sale.ts';
import { saleDocument } from '../sale/documents.ts';
import { saleCompleted } from '../sale/operations.ts';
import type { Sale, SaleCompleted } from '../sale/sale.ts';
import { storedValueDocument } from '../stored-value/documents.ts';
import { POINTS_CURRENCY, pointsId, type StoredValue } from '../stored-value/stored-value.ts';
import { mostByPoints, payWithPoints } from './points.ts';

const CUSTOMER = 'CUSTOMER-1';
const POINTS = pointsId(CUSTOMER);

const used = (amountMinor: number): NamedTender => ({
  kind: 'points',
  currency: 'USD',
  amountMinor,
  tipMinor: 0,
  reference: POINTS,
  state: 'accepted',
});

/** Units of an article at 1.00 that earn points, and what points pay of it; cash pays the rest. */
function sold(quantity: number, points: number, usedPoints = 0, worthMinor = 10): SaleCompleted {
  const minor = quantity * 100;
  const { lines, ...sale } = soldOf([cartLineOf({ quantity, taxClass: 'none' })]);
  const paid = usedPoints * worthMinor;
  return {
    ...sale,
    customerId: CUSTOMER,
    lines: lines.map((line) => ({ ...line, taxes: [], taxMinor: 0, totalMinor: minor, points })),
    totalMinor: minor,
    taxMinor: 0,
    usedPoints,
    tenders: [...(paid > 0 ? [used(paid)] : []), ...(paid < minor ? [cashOf(minor - paid)] : [])],
  };
}

const sell = (sale: SaleCompleted, receiptNumber = 'A1-000001') => saleCompleted.request({ ...sale, receiptNumber });

/** Brings units back, as a register does that knows the sale. */
function bringBack(sale: Sale, quantity: number, to: 'original' | 'cash' = 'original'): OperationRequest {
  const choices = returnableOfSale(sale).map((line) => ({ line, quantity, disposition: 'restock' as const }));
  const origin = { kind: 'sale' as const, receiptNumber: sale.receiptNumber };
  const back = returnGoods({ receiptNumber: 'A1-000077', origin, currency: 'USD', choices, paid: sale, to });
  if (!back.ok) throw new Error(back.refusal);
  return goodsReturned.request(back.value);
}

type Step = OperationRequest | ((sale: Sale) => OperationRequest);

/** A store in which these are done, one after another; a return is made of the sale as it is then. */
function after(...steps: readonly Step[]) {
  const overlay = new StoreOverlay(new DocumentMap());
  const sale = () => overlay.get(saleDocument, 'A1-000001') ?? saleOf([cartLineOf()]);
  steps.forEach((step, index) => {
    const operation = operationOf(typeof step === 'function' ? step(sale()) : step, { seq: index + 1, shiftId: null });
    overlay.fold(applyOperation(overlay, operation));
    overlay.fold(unknownFacts(overlay, operation, { skus: new Set(), associates: new Set(), today: AT.slice(0, 10) }));
  });
  const told = [...overlay.changedOf(exceptionDocument).values()].filter(({ kind }) => kind === 'points_not_covered');
  return {
    points: overlay.get(storedValueDocument, POINTS)?.balanceMinor,
    told: told.map(({ subject, facts }) => [subject, facts?.['trouble'], facts?.['points']]),
  };
}

describe('the points of a customer', () => {
  it.each<readonly [string, readonly Step[], number, readonly unknown[]]>([
    ['are earned by a sale', [sell(sold(5, 50))], 50, []],
    ['pay a part of another', [sell(sold(5, 50)), sell(sold(3, 0, 20), 'A1-000002')], 30, []],
    [
      '[J5] used at two tills that knew nothing of each other are told',
      [sell(sold(5, 50)), sell(sold(5, 0, 50), 'A1-000002'), sell(sold(5, 0, 30), 'B1-000001')],
      -30,
      [['B1-000001', 'balance', 30]],
    ],
    ['[J5] that were never earned are told', [sell(sold(3, 0, 20))], -20, [['A1-000001', 'unknown', 20]]],
    ['of a sale cannot pay for it', [sell(sold(1, 5)), sell(sold(5, 50, 20), 'A1-000002')], 35, [['A1-000002', 'balance', 15]]],
    ['are taken back with the goods that had earned them', [sell(sold(5, 50)), (sale) => bringBack(sale, 2)], 30, []],
    [
      'are taken back though they were used, and nobody is asked about it',
      [sell(sold(5, 50)), sell(sold(5, 0, 50), 'A1-000002'), (sale) => bringBack(sale, 5)],
      -50,
      [],
    ],
  ])('%s', (_what, steps, points, told) => {
    const result = after(...steps);
    expect([result.points, result.told]).toEqual([points, told]);
  });

  it('[M2] come back as points, wherever a person wants the refund to go, and as many as were used', () => {
    for (const to of ['original', 'cash'] as const) {
      const whole = after(sell(sold(9, 0, 70), 'A1-000000'), sell(sold(9, 33, 70)), (sale) => bringBack(sale, 9, to));
      expect(whole.points).toBe(-70);
    }
  });

  it('[J9] add up over the returns of a sale to what it earned and used, however it comes back', () => {
    const parts = fc.record({
      quantity: fc.integer({ min: 1, max: 12 }),
      earned: fc.nat(1_000),
      share: fc.integer({ min: 0, max: 100 }),
      worth: fc.constantFrom(1, 3, 10, 20),
      cuts: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(parts, ({ quantity, earned, share, worth, cuts }) => {
        const usedPoints = Math.floor((quantity * 100 * share) / 100 / worth);
        const steps: ((sale: Sale) => OperationRequest)[] = [];
        let left = quantity;
        for (const cut of [...cuts, quantity]) {
          const units = Math.min(cut, left);
          left -= units;
          if (units > 0) steps.push((sale) => bringBack(sale, units));
        }
        expect(after(sell(sold(quantity, earned, usedPoints, worth)), ...steps).points ?? 0).toBe(0);
      }),
    );
  });

  it('[M1] are those of the customer of the sale, and what they pay is a tender', () => {
    expect(saleFault(sold(5, 50, 20))).toBeNull();
    const wrong: readonly Partial<SaleCompleted>[] = [{ customerId: null }, { customerId: 'CUSTOMER-2' }, { usedPoints: 0 }];
    for (const given of wrong) expect(saleFault({ ...sold(5, 50, 20), ...given })).toMatchObject({ code: 'sale_points' });
    expect(saleFault({ ...sold(5, 50), customerId: null })).toMatchObject({ code: 'sale_points' });
    const card = sold(5, 0, 20);
    const lines = card.lines.map((line) => ({ ...line, kind: 'gift_card' as const, reference: 'SV-1' }));
    expect(saleFault({ ...card, lines })).toMatchObject({ code: 'points_for_money', facts: { is: 200, most: 0 } });
  });
});

it('[M1] of a return are those of whoever bought, and no more than the sale had', () => {
  const sold20 = saleDocument.completed({
    ...sold(5, 50, 20),
    ...{ saleId: 'S', storeId: STORE, registerId: 'R', associateId: null, businessDate: '2026-03-02', at: AT, returned: {} },
    ...{ refundedMinor: null, refundedTo: null, isVoided: false },
  });
  const known = DocumentMap.of(saleDocument, sold20);
  const { payload } = bringBack(sold20, 5) as unknown as { readonly payload: GoodsReturned };
  expect(payload.points).toEqual({ takenBack: 50, givenBack: 20 });
  expect(refundFault(known, payload)).toBeNull();
  const wrong: readonly [Partial<GoodsReturned>, string][] = [
    [{ customerId: null }, 'sale_points'],
    [{ customerId: 'CUSTOMER-2' }, 'sale_points'],
    [{ tenders: payload.tenders.map((one) => (one.kind === 'points' ? { ...one, reference: pointsId('X') } : one)) }, 'sale_points'],
    [{ tenders: payload.tenders.map((one) => ({ ...one, kind: 'account' as const })) }, 'tender_account'],
    [{ tenders: payload.tenders.map((one) => ({ ...one, kind: 'cash' as const, reference: null })) }, 'sale_points'],
    [{ points: { takenBack: 51, givenBack: 20 } }, 'return_points'],
    [{ points: { takenBack: 50, givenBack: 21 } }, 'return_points'],
  ];
  for (const [given, code] of wrong) expect(refundFault(known, { ...payload, ...given })).toMatchObject({ code });
});

describe('what points pay', () => {
  const value = (balanceMinor: number, isBlocked = false): StoredValue => ({
    id: POINTS,
    kind: 'points',
    storeId: STORE,
    currency: POINTS_CURRENCY,
    balanceMinor,
    limitMinor: 0,
    isBlocked,
    issuedAt: AT,
    changedAt: AT,
  });
  const pay = (wantedMinor: number, known: Parameters<typeof payWithPoints>[0]['known'], worthMinor = 5) =>
    payWithPoints({ id: POINTS, known, currency: 'USD', wantedMinor, mostMinor: 10_000, worthMinor, offlineCap: 40 });
  const online = (balance: number) => ({ from: 'server', value: value(balance) }) as const;
  const offline = (balance: number, takenMinor: number) => ({ from: 'copy', value: value(balance), takenMinor }) as const;

  it.each([
    ['only as many as the sale needs, whole points alone', pay(104, online(500)), 20],
    ['all that there are', pay(10_000, online(500)), 500],
    ['without the server as many as the cap says', pay(10_000, offline(500, 0)), 40],
    ['without the server what is left of the cap', pay(10_000, offline(500, 30)), 10],
  ])('%s', (_what, paid, points) => {
    expect(paid).toMatchObject({ ok: true, value: { points, tender: { kind: 'points', amountMinor: points * 5, reference: POINTS } } });
  });

  it('[M2] is goods and services: a gift card would turn them into money', () => {
    const lines = [
      { kind: 'goods' as const, totalMinor: 30 },
      { kind: 'gift_card' as const, totalMinor: 500 },
    ];
    expect(mostByPoints([...lines, { kind: 'account_payment', totalMinor: 70 }])).toBe(30);
    const request = { id: POINTS, known: online(500), currency: 'USD', wantedMinor: 530, worthMinor: 5, offlineCap: 40 };
    expect(payWithPoints({ ...request, mostMinor: 30 })).toMatchObject({ ok: true, value: { points: 6 } });
    expect(payWithPoints({ ...request, mostMinor: 0 })).toEqual({ ok: false, refusal: 'points_missing' });
  });

  it.each([
    ['nobody has any', pay(100, { from: 'server', value: null }), 'points_missing'],
    ['there are none left', pay(100, online(0)), 'points_missing'],
    ['more were taken back than there were', pay(100, online(-5)), 'points_missing'],
    ['they are blocked', pay(100, { from: 'server', value: value(50, true) }), 'points_missing'],
    ['a point pays nothing', pay(100, online(50), 0), 'points_missing'],
    ['less is left than a point pays', pay(4, online(50)), 'points_missing'],
    ['the cap is used up', pay(100, offline(500, 40)), 'points_offline'],
    ['no copy is here', pay(100, { from: 'copy', value: null, takenMinor: 0 }), 'points_offline'],
    ['nothing is to be paid', pay(0, online(50)), 'amount_not_valid'],
  ])('is refused where %s', (_what, paid, refusal) => {
    expect(paid).toEqual({ ok: false, refusal });
  });
});
