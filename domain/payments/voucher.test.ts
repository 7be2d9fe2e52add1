import { expect, it } from 'vitest';
import { namedTender } from './tender.ts';
import { payWithVoucher, voucherKind } from './voucher.ts';

const CENTER = { id: 'center-10', name: 'Shopping center', amountMinor: 1000 };

it.each([
  [1000, 2500, 1000, 0],
  [1000, 1000, 1000, 0],
  [1000, 700, 700, 300],
])('a voucher of %d pays of %d: %d, and %d is lost', (worth, left, pays, lost) => {
  const paid = payWithVoucher(CENTER, 'USD', worth, left);
  expect(namedTender.parse(paid.tender)).toMatchObject({ kind: 'voucher', amountMinor: pays, reference: 'center-10' });
  expect(paid.lostMinor).toBe(lost);
});

it.each([[{ ...CENTER, name: ' ' }], [{ ...CENTER, amountMinor: 0 }], [{ ...CENTER, amountMinor: -5 }], [{ ...CENTER, id: '' }]])(
  '%j is no kind of voucher',
  (given) => {
    expect(voucherKind.safeParse(given).success).toBe(false);
  },
);
