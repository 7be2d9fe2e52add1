import { expect, it } from 'vitest';
import { words } from '../words/words.ts';
import { formatDay } from '../say/format-time.ts';
import { returnSlipPaper } from './return-slip-paper.ts';

const line = { lineNo: 1, fulfillmentOrderId: 'F1', sku: 'A', name: 'Jacket', quantity: 2, reason: 'wrong_size' as const, returned: 0 };
const label = {
  origin: { kind: 'order' as const, number: 'WEB-1' },
  lines: [line, { ...line, reason: null }],
  lastDay: null,
  trackingNumber: null,
};

it('has the code that the return desk scans, the goods with their reasons, and no price', () => {
  const { parts, title } = returnSlipPaper(label, { store: null });
  expect(title).toBe(words('returnLabel.slip'));
  expect(parts).toContainEqual({ kind: 'code', data: 'WEB-1' });
  expect(parts.filter(({ kind }) => kind === 'goods')).toEqual([
    { kind: 'goods', name: 'Jacket', amount: '2 ×', details: [words('returnReason.wrong_size')] },
    { kind: 'goods', name: 'Jacket', amount: '2 ×', details: [] },
  ]);
  expect(parts).toContainEqual({ kind: 'head', text: words('returns.forOrder', { number: 'WEB-1' }), tone: 'plain' });
});

it('names the receipt of a sale, the parcel and the last day once they are known', () => {
  const known = { ...label, origin: { kind: 'sale' as const, number: 'A1-000042' }, lastDay: '2026-12-24', trackingNumber: '1Z9' };
  const { parts } = returnSlipPaper(known, { store: null });
  expect(parts).toContainEqual({ kind: 'code', data: 'A1-000042' });
  expect(parts).toContainEqual({ kind: 'figure', name: words('returnLabel.parcel'), amount: '1Z9', tone: 'plain' });
  expect(parts).toContainEqual({ kind: 'note', text: words('returnLabel.until', { day: formatDay('2026-12-24') }), strong: true });
});
