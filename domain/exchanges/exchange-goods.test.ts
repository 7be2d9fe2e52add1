import { describe, expect, it } from 'vitest';
import { cartLineOf, cashOf, DATE, operationOf, saleOf, shiftOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { priceSale } from '../pricing/price-sale.ts';
import { waysBack } from '../returns/plan-refund.ts';
import { returnableOfSale } from '../returns/return-goods.ts';
import { saleDocument } from '../sale/documents.ts';
import type { Sale } from '../sale/sale.ts';
import { shiftDocument } from '../shift/documents.ts';
import { storedValueDocument } from '../stored-value/documents.ts';
import { oneTaxPerClass } from '../tax/tax-rules.ts';
import { applyExchange } from './apply-exchange.ts';
import { exchangeFault } from './check-exchange.ts';
import type { GoodsExchanged } from './exchange.ts';
import { exchangeGoods, type ExchangeRequest } from './exchange-goods.ts';
import { goodsExchanged } from './operations.ts';
import { inParts } from './parts-of.ts';

const named = { currency: 'USD', tipMinor: 0, state: 'accepted' } as const;

/** What articles at a price come to, without tax. */
function priced(sku: string, quantity: number, eachMinor: number) {
  const cart = [cartLineOf({ sku, quantity, unitPrice: eachMinor * 1_000, taxClass: 'none' })];
  return priceSale(cart, { pricesIncludeTax: false, taxes: oneTaxPerClass({ none: 0 }), promotions: [], date: DATE });
}

/** Two articles at 50.00 each. 20.00 were paid by a gift card, 60.00 by card, 20.00 in cash. */
const BOUGHT: Sale = saleOf([], {
  ...priced('A', 2, 5_000),
  tenders: [
    { ...named, kind: 'gift_card', reference: 'GC-1', amountMinor: 2_000 },
    { ...named, kind: 'card', reference: 'P1', amountMinor: 6_000 },
    cashOf(2_000),
  ],
});

/** Units of the article above come back, and another article is taken home for so much. */
function exchange(units: number, takenMinor: number, given: Partial<ExchangeRequest['back']> & { cashMinor?: number; paid?: Sale } = {}) {
  const { cashMinor = 0, paid = BOUGHT, ...back } = given;
  const choices = returnableOfSale(paid).map((line) => ({ line, quantity: units, disposition: 'restock' as const }));
  return exchangeGoods({
    receiptNumber: 'A1-000002',
    back: { origin: { kind: 'sale', receiptNumber: paid.receiptNumber }, currency: 'USD', choices, paid, ...back },
    sale: { priced: priced('B', 1, takenMinor), currency: 'USD', pricesIncludeTax: false, cashGivenMinor: cashMinor },
  });
}

function decided(...asked: Parameters<typeof exchange>): GoodsExchanged {
  const decision = exchange(...asked);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.value;
}

const reader = DocumentMap.of(saleDocument, BOUGHT).with(shiftDocument, shiftOf());
const short = (tenders: readonly { kind: string; amountMinor: number; reference?: string | null; carries?: string }[]) =>
  tenders.map((one) => [one.kind, one.amountMinor, one.reference ?? null, one.carries ?? null]);

describe('exchangeGoods', () => {
  it('[M1] an even exchange moves no money, and remembers what had paid', () => {
    const even = decided(1, 5_000);
    const carried = [
      ['exchange', 2_000, 'GC-1', 'gift_card'],
      ['exchange', 3_000, 'P1', 'card'],
    ];
    expect(short(even.back.tenders)).toEqual(carried);
    expect(short(even.sold.tenders)).toEqual(carried);
    expect([even.back.refundMinor, even.sold.totalMinor, even.back.exchangeReceiptNumber]).toEqual([5_000, 5_000, 'A1-000002']);
    expect(exchangeFault(reader, even)).toBeNull();
  });

  it('[M1] what is dearer is paid with what the goods gave and the rest in cash', () => {
    const dearer = decided(1, 6_250, { cashMinor: 2_000 });
    expect(short(dearer.sold.tenders).slice(2)).toEqual([['cash', 1_250, null, null]]);
    expect(short(dearer.back.tenders)).toHaveLength(2);
    expect(exchange(1, 6_250, { cashMinor: 1_249 })).toEqual({ ok: false, refusal: 'tender_too_small' });
    expect(exchangeFault(reader, dearer)).toBeNull();
  });

  it('[M1] what is cheaper gives the difference back to what paid first, and carries the rest', () => {
    const givenBack = [{ refundId: 'R1', amountMinor: 1_000 }];
    const cheaper = decided(2, 7_000, { givenBack });
    expect(short(cheaper.back.tenders)).toEqual([
      ['card', 1_000, 'R1', null],
      ['gift_card', 2_000, 'GC-1', null],
      ['exchange', 5_000, 'P1', 'card'],
      ['exchange', 2_000, null, null],
    ]);
    expect(short(cheaper.sold.tenders)).toEqual([
      ['exchange', 5_000, 'P1', 'card'],
      ['exchange', 2_000, null, null],
    ]);
    expect(exchangeFault(reader, cheaper)).toBeNull();
  });

  it('keeps a fee of what comes back, before it pays for anything', () => {
    const fee = { amountMinor: 500, taxMinor: 0, taxes: [] };
    const kept = decided(1, 5_000, { feeFor: () => fee, cashMinor: 500 });
    expect([kept.back.refundMinor, kept.sold.totalMinor]).toEqual([4_500, 5_000]);
    expect(short(kept.sold.tenders).at(-1)).toEqual(['cash', 500, null, null]);
  });

  it('gives back on account and as points what was bought with them, and carries none of it', () => {
    const paid: Sale = {
      ...BOUGHT,
      customerId: 'C',
      tenders: [...BOUGHT.tenders.slice(0, 2), { ...named, kind: 'account', reference: 'AC', amountMinor: 2_000 }],
    };
    const cheaper = decided(1, 4_000, { paid, cashMinor: 1_000 });
    expect(short(cheaper.back.tenders)).toEqual([
      ['account', 2_000, 'AC', null],
      ['exchange', 2_000, 'GC-1', 'gift_card'],
      ['exchange', 1_000, 'P1', 'card'],
    ]);
    expect(short(cheaper.sold.tenders).at(-1)).toEqual(['cash', 1_000, null, null]);
  });

  it.each([
    ['more than was bought', 3, {}, 'more_than_was_bought'],
    ['nothing', 0, {}, 'nothing_to_return'],
    ['another currency', 1, { currency: 'EUR' }, 'exchange_other_currency'],
  ] as const)('refuses %s', (_what, units, given, refusal) => {
    expect(exchange(units, 5_000, given)).toEqual({ ok: false, refusal });
  });

  it('leads the money of goods that come back from an exchange to where it came from', () => {
    const [, sold] = inParts(operationOf(goodsExchanged.request(decided(1, 5_000))) as never);
    const { tenders } = (sold as unknown as { payload: Sale }).payload;
    expect(waysBack({ tenders, refundedTo: { 'GC-1': 500 } })).toEqual([
      { kind: 'gift_card', reference: 'GC-1', leftMinor: 1_500, tipMinor: 0 },
      { kind: 'card', reference: 'P1', leftMinor: 3_000, tipMinor: 0 },
    ]);
  });
});

describe('exchangeFault', () => {
  const even = decided(1, 5_000);

  it.each([
    ['a void', { back: { ...even.back, isVoid: true } }, 'exchange_return'],
    ['empties', { back: { ...even.back, origin: { kind: 'empties' as const } } }, 'exchange_return'],
    ['another receipt', { back: { ...even.back, exchangeReceiptNumber: 'A1-000009' } }, 'exchange_return'],
    ['a value that the return does not give', { back: { ...even.back, tenders: even.back.tenders.slice(1) } }, 'exchange_value'],
    ['a value that the sale does not take', { sold: { ...even.sold, tenders: [cashOf(5_000)] } }, 'exchange_value'],
    ['a sale that is off', { sold: { ...even.sold, totalMinor: 5_001 } }, 'sale_total'],
    [
      'more than was paid',
      { back: { ...even.back, lines: even.back.lines.map((line) => ({ ...line, quantity: 1, refundMinor: 5_002 })), refundMinor: 5_002 } },
      'refund_tenders',
    ],
  ])('[M1] finds %s', (_what, change, code) => {
    expect(exchangeFault(reader, { ...even, ...change })?.code).toBe(code);
  });

  it('[M1] finds money that goes both ways', () => {
    const carried = even.back.tenders.slice(0, 1);
    const cash = { kind: 'cash', currency: 'USD', amountMinor: 3_000, reference: null, state: 'accepted' } as const;
    const both = {
      ...even,
      back: { ...even.back, tenders: [...carried, cash] },
      sold: { ...even.sold, tenders: [...even.sold.tenders.slice(0, 1), cashOf(3_000)] },
    };
    expect(exchangeFault(reader, both)?.code).toBe('exchange_value');
  });
});

describe('applyExchange', () => {
  const apply = (payload: GoodsExchanged) => applyExchange(reader, operationOf(goodsExchanged.request(payload), { shiftId: 'SHIFT' }));

  it('[P1][P2] moves stock both ways once, keeps the sale, and notes what came back', () => {
    const effects = apply(decided(1, 6_250, { cashMinor: 2_000 }));
    expect(effects.flatMap((one) => (one.kind === 'stock' ? [[one.locationId, one.sku, one.onHand, one.cause]] : []))).toEqual([
      [STORE, 'A', 1, 'return'],
      [STORE, 'B', -1, 'sale'],
    ]);
    expect(saleDocument.in(effects).map(({ receiptNumber, returned, refundedTo }) => [receiptNumber, returned, refundedTo])).toEqual([
      ['A1-000001', { 1: 1 }, { 'GC-1': 2_000, P1: 3_000 }],
      ['A1-000002', {}, null],
    ]);
    expect(shiftDocument.in(effects).at(-1)?.cashMinor).toBe(1_750);
    expect(exceptionDocument.in(effects)).toEqual([]);
  });

  it('[J5] takes goods back a second time as a fact, and names the loss', () => {
    const twice = applyExchange(
      reader.with(saleDocument, { ...BOUGHT, returned: { 1: 2 } }),
      operationOf(goodsExchanged.request(decided(1, 5_000)), { shiftId: 'SHIFT' }),
    );
    expect(exceptionDocument.in(twice)).toMatchObject([{ kind: 'returned_more_than_bought', cash: { USD: -5_000 } }]);
  });

  it('moves a gift card on from where the return left it', () => {
    const loaded = { ...decided(2, 7_000, { givenBack: [{ refundId: 'R1', amountMinor: 1_000 }] }) };
    const tenders = loaded.sold.tenders.map((one, index) =>
      index === 1 ? { ...named, kind: 'gift_card' as const, reference: 'GC-1', amountMinor: 2_000 } : one,
    );
    expect(storedValueDocument.in(apply({ ...loaded, sold: { ...loaded.sold, tenders } })).map(({ balanceMinor }) => balanceMinor)).toEqual(
      [2_000, 0],
    );
  });
});
