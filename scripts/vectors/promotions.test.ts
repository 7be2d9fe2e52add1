import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkPromotions } from './promotions.ts';

const rows = JSON.parse(readFileSync(new URL('../../test/fixtures/vectors/promotions.json', import.meta.url), 'utf8')) as { id: string }[];
const first = rows[0];

it.each(rows.map((row) => [row.id, row] as const))('[M1] %s comes out as worked out by hand', (_id, row) => {
  expect(checkPromotions(row)).toEqual([]);
});

it('tells what differs, and what cannot be read', () => {
  expect(checkPromotions({ ...first, expected: { total: '26.98' } })).toEqual([{ field: 'total', expected: '26.98', got: '26.97' }]);
  expect(() => checkPromotions({ ...first, lines: [{ id: 'L1', qty: 0, unit: '1.00' }] })).toThrow('lines.0.qty');
});
