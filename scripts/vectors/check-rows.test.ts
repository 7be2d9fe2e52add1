import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkRows } from './check-rows.ts';
import { KINDS } from './kinds.ts';
import { BadRow, type VectorKind } from './kind.ts';
import { rowsIn } from './rows-in.ts';

function rowsOf(name: string): Record<string, unknown>[] {
  const value: unknown = JSON.parse(readFileSync(new URL(`../../test/fixtures/vectors/${name}.json`, import.meta.url), 'utf8'));
  return (rowsIn(value, KINDS[name]?.lists) ?? []) as Record<string, unknown>[];
}

const kindOf = (name: string): VectorKind => {
  const kind = KINDS[name];
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  return kind;
};

const check = (name: string, given: object) => checkRows(kindOf(name), [{ ...rowsOf(name)[0], ...given }]).lines;

describe('the worked examples', () => {
  it.each(Object.keys(KINDS))('[M1] [M3] are what the till works out: %s', (name) => {
    const rows = rowsOf(name);
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(checkRows(kindOf(name), rows)).toEqual({ rows: rows.length, passed: rows.length, lines: [] });
  });
});

describe('a row that is not right', () => {
  it('is told with its id, its field, and both values', () => {
    expect(check('cash-rounding', { cash_due_rounded: '98.00' })).toEqual(['SE-01 cash_due_rounded: expected 98.00, got 99.00']);
    expect(check('tracking', { valid: '1ZOUT9050300000015', invalid: '1ZOUT9050300000014' })).toEqual([
      'row 1 valid: expected ups_1z, got wrong_check_digit',
      'row 1 invalid: expected refused, got ups_1z',
    ]);
    const taxed = { lines: [{ id: 'L1', tax: '2.04' }], tax_by_code: { COOK: '0.82' }, tax: '5' };
    expect(check('tax', { expected: taxed })).toEqual([
      'US-03 lines.L1.tax: expected 2.04, got 2.03',
      'US-03 tax_by_code.COOK: expected 0.82, got 0.83',
      'US-03 tax: expected 5, got 4.90',
    ]);
  });

  it.each([
    ['cash-rounding', { total: '1,00' }, 'total'],
    ['cash-rounding', { currency: 'QQQ' }, 'currency'],
    ['cash-rounding', { total: '1.005' }, 'total'],
    ['cash-rounding', { increment: '0' }, 'increment'],
    ['tax', { lines: undefined }, 'lines'],
    ['sourcing', { policy: { objective: 'luck' } }, 'policy.objective'],
    ['sourcing', { orders: [] }, 'orders'],
    ['tracking', { format: 'pigeon' }, 'format'],
    ['tracking', { invalid: '' }, 'invalid'],
    ['promotions', { lines: [{ id: 'L1', qty: 0, unit: '1.00' }] }, 'lines.0.qty'],
    ['promotions', { promotions: [{ kind: 'percent', percent: '101', id: 'P1' }] }, 'basisPoints'],
    ['promotions', { promotions: [{ kind: 'gift', id: 'P1' }] }, 'promotions.0'],
    ['promotions', { returns: [{ line: 'L1', qty: 4 }] }, 'returns.0'],
    ['tax', { lines: [{ id: 'L1', qty: '1', unit_price: '1', taxes: ['MARS'] }] }, 'MARS'],
    ['tax', { taxes: { COOK: {} } }, 'taxes.COOK'],
    ['tax', { taxes: { COOK: { rate: '1.123456' } } }, 'taxes.COOK.rate'],
    ['tax', { cart_discount: { type: 'points', value: '1' } }, 'cart_discount.type'],
    ['tax', { expected: { lines: [{ id: 'L9' }] } }, 'expected.lines'],
    ['tax', { config: { decimals: 2, rounding_mode: 'up', price_mode: 'net', rounding_scope: 'per_line_per_tax' } }, 'config.price_mode'],
  ])('is told with the field that cannot be read: %s %j', (name, given, field) => {
    const [line] = check(name, given);
    expect(line).toContain('cannot be worked out');
    expect(line).toContain(field);
  });

  it.each([
    ['promotions', { promotions: [{ kind: 'gift', id: 'P1' }] }, 'promotions.0.kind: none of percent, amount_per_unit, fixed_price, bxgy,'],
    [
      'promotions',
      { promotions: [{ kind: 'best_of', id: 'P1', options: [[{ kind: 'gift', id: 'P2' }]] }] },
      'options.0.0.kind: none of perc',
    ],
    ['tax', { exempt: 'yes' }, 'expected boolean, received string or Invalid input: expected array'],
    ['tax', { cart_discount: { type: 'points', value: '1' } }, '"amount"|"percent"'],
    ['tracking', { format: 'pigeon' }, '"ups_1z"'],
    ['barcodes', { expected: { ok: true, region: 'MARS' } }, 'there are no layouts of MARS, but of '],
  ])('names what is known where that is a closed list: %s %j', (name, given, known) => {
    expect(check(name, given).join()).toContain(known);
  });

  it.each(Object.keys(KINDS))('is none at all: a list of %s without rows is not right', (name) => {
    expect(checkRows(kindOf(name), [])).toEqual({ rows: 0, passed: 0, lines: ['The file holds no rows: nothing was compared.'] });
  });

  it('stops no other, and has a name without an id', () => {
    const kind: VectorKind = {
      check: (row) => {
        if (row === 1) throw new BadRow('x: wrong');
        return [];
      },
    };
    expect(checkRows(kind, [0, 1, 2])).toEqual({ rows: 3, passed: 2, lines: ['row 2 cannot be worked out. x: wrong'] });
  });
});

describe('fields beyond the given rows', () => {
  const config = { decimals: 3, rounding_mode: 'half_even', price_mode: 'exclusive', rounding_scope: 'per_line_per_tax', currency: 'KWD' };
  it.each([
    ['three decimals, half to even', { config, taxes: { V: { rate: '5' } }, price: '0.010' }, '0.000'],
    [
      'a rate of the day',
      {
        taxes: {
          V: {
            rates: [
              { from: '2025-01', rate: '15' },
              { from: '2026-11', rate: '14' },
            ],
          },
        },
        price: '10.00',
      },
      '1.40',
    ],
    ['tax on tax', { taxes: { A: { rate: '10' }, V: { rate: '10', compound: true } }, codes: ['A', 'V'], price: '10.00' }, '2.10'],
    ['a threshold', { taxes: { V: { rate: '10', exempt_below: '110' } }, price: '109.99' }, '0'],
    ['an exempt customer', { taxes: { V: { rate: '10' } }, price: '10.00', exempt: true }, '0'],
    ['a weight', { taxes: { V: { rate: '10' } }, price: '10.00', qty: '1.236' }, '1.24'],
  ])('%s', (_what, { price, codes = ['V'], qty = '1', ...given }: Record<string, unknown>, tax) => {
    const lines = [{ id: 'L1', qty, unit_price: price, taxes: codes }];
    expect(check('tax', { lines, expected: { lines: [{ id: 'L1', tax }] }, ...given })).toEqual([]);
  });
});
