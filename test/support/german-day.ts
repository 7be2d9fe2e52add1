import type { AnyOperation } from '../../domain/base/envelope.ts';
import type { Tender } from '../../domain/payments/tender.ts';
import { cardPaymentEnded } from '../../domain/payments/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCleared, saleCompleted } from '../../domain/sale/operations.ts';
import { cashMoved, shiftClosed, shiftOpened } from '../../domain/shift/operations.ts';
import { approvalOf, operationOf } from './examples.ts';
import { wholeOf } from './journal-builder.ts';
import type { LooseRequest } from './loose-request.ts';

const EUR = 'EUR';

function euros(amountMinor: number, changeMinor = 0): Tender {
  return { kind: 'cash', currency: EUR, amountMinor, tipMinor: 0, givenMinor: amountMinor + changeMinor, changeMinor, rate: null };
}

/** A cup at 11.90 with 19 %. */
const CUP = {
  lineNo: 1,
  sku: 'CUP',
  gtin: '4006381333931',
  name: 'Tasse; "groß"',
  quantity: 1,
  unitPrice: 1_190_000,
  grossMinor: 1_190,
  taxClass: 'standard',
  taxes: [{ code: 'USt', ratePpm: 190_000, baseMinor: 1_000, amountMinor: 190 }],
  taxMinor: 190,
  totalMinor: 1_190,
};

/** The same cup, for 10.71. */
const CHEAPER_CUP = {
  ...CUP,
  lineNo: 2,
  adjustments: [{ source: 'promotion' as const, sourceId: 'AUTUMN', amountMinor: -119 }],
  taxes: [{ code: 'USt', ratePpm: 190_000, baseMinor: 900, amountMinor: 171 }],
  taxMinor: 171,
  totalMinor: 1_071,
};

const COFFEE = {
  lineNo: 1,
  sku: 'COFFEE',
  gtin: null,
  name: 'Kaffee',
  quantity: 500,
  quantityDecimals: 3 as const,
  unit: 'kg' as const,
  unitPrice: 2_140_000,
  grossMinor: 1_070,
  taxClass: 'reduced',
  taxes: [{ code: 'USt', ratePpm: 70_000, baseMinor: 1_000, amountMinor: 70 }],
  taxMinor: 70,
  totalMinor: 1_070,
};

const CARD = { ...CUP, kind: 'gift_card' as const, sku: 'CARD', gtin: null, name: 'Gutschein', unitPrice: 5_000_000, grossMinor: 5_000 };
const GIFT_CARD = { ...CARD, taxes: [], taxMinor: 0, totalMinor: 5_000, reference: 'CARD-1' };

function sale(
  receiptNumber: string,
  lines: readonly object[],
  tenders: readonly object[],
  totalMinor: number,
  taxMinor: number,
): LooseRequest {
  return {
    type: saleCompleted.type,
    payload: { receiptNumber, currency: EUR, pricesIncludeTax: true, lines, totalMinor, taxMinor, tenders },
  };
}

/**
 * A shift in a German shop, worked out by hand: float 100.00; coffee (7 %) and a cup (19 %, 10 % off) for 21.41 in cash; a gift card for
 * 50.00 by VISA; a cup for 11.90, of which the gift card pays 10.00; the first cup comes back; 20.00 is paid out; a sale is given up. Of
 * 92.60 in the drawer 92.00 are counted.
 */
export function germanDay(): AnyOperation[] {
  const requests: readonly LooseRequest[] = [
    { type: shiftOpened.type, payload: { currency: EUR, floatMinor: 10_000 } },
    sale('A1-000001', [COFFEE, CHEAPER_CUP], [euros(2_141, 2_859)], 2_141, 241),
    {
      type: cardPaymentEnded.type,
      payload: { paymentId: 'PAYMENT-1', outcome: 'approved', approval: approvalOf({ scheme: 'VISA', authorizedMinor: 5_000 }) },
    },
    sale(
      'A1-000002',
      [GIFT_CARD],
      [{ kind: 'card', currency: EUR, amountMinor: 5_000, reference: 'PAYMENT-1', state: 'captured' }],
      5_000,
      0,
    ),
    sale(
      'A1-000003',
      [CUP],
      [{ kind: 'gift_card', currency: EUR, amountMinor: 1_000, reference: 'CARD-1', state: 'captured' }, euros(190)],
      1_190,
      190,
    ),
    {
      type: goodsReturned.type,
      payload: {
        receiptNumber: 'A1-000004',
        origin: { kind: 'sale', receiptNumber: 'A1-000001' },
        currency: EUR,
        lines: [
          {
            lineNo: 2,
            sku: 'CUP',
            name: 'Tasse; "groß"',
            quantity: 1,
            disposition: 'restock',
            refundMinor: 1_071,
            refundTaxMinor: 171,
            taxes: [{ code: 'USt', ratePpm: 190_000, baseMinor: 900, amountMinor: 171 }],
          },
        ],
        refundMinor: 1_071,
        tenders: [{ kind: 'cash', currency: EUR, amountMinor: 1_071, reference: null, state: 'accepted' }],
      },
    },
    { type: cashMoved.type, payload: { kind: 'pay_out', currency: EUR, amountMinor: 2_000, reason: 'cleaning', bag: null } },
    {
      type: saleCleared.type,
      payload: { currency: EUR, lines: [{ sku: 'CUP', quantity: 1, unitPrice: 1_190_000 }], grossMinor: 1_190 },
    },
    {
      type: shiftClosed.type,
      payload: {
        countedMinor: 9_200,
        expectedMinor: 9_260,
        reason: 'wrong_change',
        totals: {
          zNumber: 12,
          firstSeq: 1,
          sales: 3,
          salesMinor: 8_331,
          returns: 1,
          returnsMinor: 1_071,
          grandSalesMinor: 8_331,
          grandReturnsMinor: 1_071,
        },
      },
    },
  ];
  const [opening] = requests.map((request, index) => operationOf(request, { seq: index + 1 }));
  const shiftId = opening?.id ?? null;
  return wholeOf(requests.map((request, index) => operationOf(request, { seq: index + 1, shiftId: index === 0 ? null : shiftId })));
}
