import { expect, it } from 'vitest';
import { copyReceipt } from './copy-receipt.ts';

const receipt = { receipt: 'sale', receiptNumber: 'A1-000012' } as const;

it.each([
  ['counted', 0, 1],
  ['counted', 7, 8],
  ['one', 0, 1],
] as const)('a receipt that is %s and was copied %d times gets copy %d', (rule, copies, copyNo) => {
  const before = copies === 0 ? undefined : { copies };
  expect(copyReceipt(receipt, before, rule)).toEqual({ ok: true, value: { type: 'receipt_copied', payload: { ...receipt, copyNo } } });
});

it('a receipt of which there may be one copy gets no second one', () => {
  expect(copyReceipt(receipt, { copies: 1 }, 'one')).toEqual({ ok: false, refusal: 'copied_before' });
});
