import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EXAMPLE_REQUESTS } from '../../test/support/examples.ts';
import { definitionOfType } from '../registry/operations.ts';
import { defaultsOf } from './defaults.ts';

const line = z.strictObject({
  sku: z.string(),
  unit: z.enum(['piece', 'kg']).default('piece'),
  note: z.string().nullable().default(null),
  serials: z.array(z.string()).default([]),
});
const tender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), tip: z.number().default(0) }),
  z.strictObject({ kind: z.enum(['card', 'voucher']), reference: z.string().nullable().default(null) }),
]);
const receipt = z.strictObject({
  lines: z.array(line),
  paid: z.array(tender),
  first: line.nullable(),
  rounding: z.number().default(0),
});

const lines = fc.record({
  sku: fc.string(),
  unit: fc.constantFrom('piece', 'kg'),
  note: fc.option(fc.string()),
  serials: fc.array(fc.string(), { maxLength: 2 }),
});
const tenders = fc.oneof(
  fc.record({ kind: fc.constant('cash'), tip: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constantFrom('card', 'voucher'), reference: fc.option(fc.string()) }),
);
const receipts = fc.record({
  lines: fc.array(lines),
  paid: fc.array(tenders),
  first: fc.option(lines),
  rounding: fc.integer({ min: -1, max: 1 }),
});

describe('fields with a default', () => {
  const { leaveOut, fillIn } = defaultsOf(receipt);

  it('are left out where they hold it, at every depth, and nothing else is', () => {
    const plain = { sku: 'A', unit: 'piece', note: null, serials: [] };
    const special = { sku: 'B', unit: 'kg', note: 'cold', serials: ['7'] };
    const paid = [
      { kind: 'cash', tip: 0 },
      { kind: 'voucher', reference: null },
      { kind: 'card', reference: 'X' },
    ];
    expect(leaveOut({ lines: [plain, special], paid, first: plain, rounding: 0 })).toEqual({
      lines: [{ sku: 'A' }, special],
      paid: [{ kind: 'cash' }, { kind: 'voucher' }, { kind: 'card', reference: 'X' }],
      first: { sku: 'A' },
    });
  });

  it('come back as they were, by the schema too, and leaving out twice changes nothing', () => {
    fc.assert(
      fc.property(receipts, (whole) => {
        const compact = leaveOut(whole);
        expect(fillIn(compact)).toEqual(whole);
        expect(receipt.parse(compact)).toEqual(whole);
        expect(leaveOut(compact)).toEqual(compact);
      }),
    );
  });

  it('give the same object back where none is missing, and touch neither what they are given nor what has no shape', () => {
    const whole = { lines: [], paid: [], first: null, rounding: 0 };
    expect(fillIn(whole)).toBe(whole);
    const compact = Object.freeze({ lines: Object.freeze([Object.freeze({ sku: 'A' })]), paid: [], first: null });
    fillIn(compact);
    for (const odd of [null, undefined, 7, 'text', []]) expect([fillIn(odd), leaveOut(odd)]).toEqual([odd, odd]);
    expect(fillIn({ lines: 'none', paid: [{ kind: 'barter' }, 3] })).toEqual({ lines: 'none', paid: [{ kind: 'barter' }, 3], rounding: 0 });
  });

  it('are none in a schema without one', () => {
    const value = { a: 1 };
    expect(defaultsOf(z.strictObject({ a: z.number() })).leaveOut(value)).toBe(value);
  });

  it.each(EXAMPLE_REQUESTS.map((request) => [request.type, request] as const))(
    'of %s can be left out of what is written',
    (type, request) => {
      const definition = definitionOfType(type);
      const whole = { ...request, approval: null };
      const compact = definition?.compact(whole) as typeof whole;
      expect(compact).not.toHaveProperty('approval');
      expect(definition?.completed(compact)).toEqual(whole);
      expect(definition?.payload.parse(compact.payload)).toEqual(request.payload);
    },
  );
});
