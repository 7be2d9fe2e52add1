import { describe, expect, it } from 'vitest';
import { quoteDocument } from '../../../../domain/quotes/documents.ts';
import { heldGoodsOf } from '../../../../domain/held-sales/held-sale.ts';
import { cartLineOf, STORE } from '../../../../test/support/examples.ts';
import { quotesFound } from './quote-list.ts';

const named = (number: string, at: string, customer: string | null = null) => ({
  customer,
  quote: quoteDocument.completed({
    ...heldGoodsOf([cartLineOf()], null, 'USD'),
    ...{ id: number, number, validUntil: '2026-03-31', totalMinor: 109, taxMinor: 9, customerId: null },
    ...{ storeId: STORE, registerId: 'R1', associateId: null, at },
  }),
});

describe('the quotes of a store', () => {
  const all = [named('Q-AAAAAA', '2026-03-01T10:00:00.000Z', 'Ana Sample'), named('Q-BBBBBB', '2026-03-02T10:00:00.000Z')];

  it.each([
    ['', ['Q-BBBBBB', 'Q-AAAAAA']],
    [' q-a', ['Q-AAAAAA']],
    ['sample', ['Q-AAAAAA']],
    ['nobody', []],
  ])('are found by number or customer, the newest first: %j', (typed, numbers) => {
    expect(quotesFound(all, typed).map(({ quote }) => quote.number)).toEqual(numbers);
  });
});
