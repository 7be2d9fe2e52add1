import { expect, it } from 'vitest';
import { AT, cartLineOf, soldOf } from '../../test/support/examples.ts';
import { joinPurchases, purchase, purchaseOfReturn, purchaseOfSale } from './purchase.ts';

const where = { storeName: 'Store', at: AT };
const later = '2026-03-03T10:00:00.000Z';

it('what was bought and what came back are shown by receipt, with their goods', () => {
  const sold = soldOf([cartLineOf({ quantity: 2 })]);
  const bought = purchaseOfSale(sold, where);
  expect(purchase.parse(bought)).toMatchObject({ kind: 'sale', receiptNumber: sold.receiptNumber, totalMinor: sold.totalMinor });
  expect(bought.lines).toEqual([{ name: sold.lines[0]?.name, quantity: 2, quantityDecimals: 0 }]);
  const back = { receiptNumber: 'A1-000002', currency: 'USD', refundMinor: 70, lines: sold.lines } as never;
  expect(purchase.parse(purchaseOfReturn(back, where))).toMatchObject({ kind: 'return', receiptNumber: 'A1-000002', totalMinor: 70 });
});

it('what the server told and what is here are one list, each receipt once, the newest first', () => {
  const of = (receiptNumber: string, at: string) => ({ ...purchaseOfSale(soldOf([cartLineOf()]), { ...where, at }), receiptNumber });
  const joined = joinPurchases([of('A1-000001', AT)], [of('A1-000001', AT), of('A2-000009', later)]);
  expect(joined.map(({ receiptNumber }) => receiptNumber)).toEqual(['A2-000009', 'A1-000001']);
});
