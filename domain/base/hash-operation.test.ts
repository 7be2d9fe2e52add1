import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { operationOf } from '../../test/support/examples.ts';
import { hashedText, sealOperation, sha256Hex } from './hash-operation.ts';

const sealed = operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } });
const { hash: _, ...content } = sealed;
const unhashed: object = content;

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
}

describe('hashing an operation', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('is SHA-256 of UTF-8: %j', (text, expected) => {
    expect(sha256Hex(text)).toBe(expected);
  });

  it('[J2] covers everything but the hash itself', () => {
    const first = sealOperation(unhashed);
    expect(first.hash).toBe(sha256Hex(hashedText(first)));
    expect(hashedText(first)).toBe(hashedText(unhashed));
    expect(sealOperation(first)).toEqual(first);
  });

  it.each([
    ['seq', { seq: 2 }],
    ['prevHash', { prevHash: '1'.repeat(64) }],
    ['at', { at: '2026-03-02T10:00:00.001Z' }],
    ['associateId', { associateId: null }],
    ['payload', { payload: { fulfillmentOrderId: 'F2' } }],
    ['type', { type: 'order_staged' as const }],
  ])('[J2] changing %s changes it', (_field, change) => {
    expect(sealOperation({ ...unhashed, ...change }).hash).not.toBe(sealOperation(unhashed).hash);
  });

  it('[J2] survives every road an operation takes: JSON, and keys in another order', () => {
    fc.assert(
      fc.property(fc.object({ values: [fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null)] }), (payload) => {
        const hash = sha256Hex(hashedText({ ...unhashed, payload }));
        expect(sha256Hex(hashedText(JSON.parse(JSON.stringify({ ...unhashed, payload })) as object))).toBe(hash);
        expect(sha256Hex(hashedText(shuffled({ ...unhashed, payload }) as object))).toBe(hash);
      }),
    );
  });
});
