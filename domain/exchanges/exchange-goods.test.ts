import { describe, expect, it } from 'vitest';
import { BOUGHT, decided, exchange, named, reader, short } from '../../test/support/exchanges.ts';
import type { Sale } from '../sale/sale.ts';
import { exchangeFault } from './check-exchange.ts';

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
});
