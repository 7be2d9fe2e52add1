import { expect, it } from 'vitest';
import { textOf } from '../../../test/support/receipts.ts';
import { declinedPaper } from './declined-paper.ts';

const declined = { terminalId: 'V400m-1', amountMinor: 4_250, currency: 'USD', why: 'The bank declined.' } as const;
const card = {
  scheme: 'mc',
  lastFour: '9999',
  application: { aid: 'A0000000041010', label: 'Debit Mastercard' },
  entry: 'chip',
  verification: null,
  merchantId: 'M-77',
  transactionId: 'T-1',
} as const;

it('names the chip that was declined, what was asked for, and that nothing was charged', () => {
  expect(textOf(declinedPaper({ ...declined, card }, [], 'shop'))).toBe(
    [
      'Card payment declined',
      'Copy for the shop',
      'Mastercard ···· 9999 | Debit Mastercard | AID A0000000041010 | Chip | Terminal V400m-1 | Merchant M-77 | Transaction T-1 | $42.50',
      'The bank declined.',
      'Charged | $0.00',
    ].join('\n'),
  );
});

it('says what is known where the terminal read no card', () => {
  const text = textOf(declinedPaper({ ...declined, card: undefined }, [], 'customer'));
  expect(text).toContain('Copy for the customer');
  expect(text).toContain('Terminal V400m-1 | $42.50');
});
