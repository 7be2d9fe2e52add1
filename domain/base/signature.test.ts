import { describe, expect, it } from 'vitest';
import { batchSignature, countChained, leadsTo, publicKey, signedText } from './signature.ts';

const hashOf = (digit: string) => digit.repeat(64);
const [first, second, third] = [1, 2, 3].map((seq) => ({ seq, prevHash: hashOf(String(seq - 1)), hash: hashOf(String(seq)) }));

describe('[A4] what a register signs', () => {
  it('names the purpose, the register, the place and the hash', () => {
    expect(signedText('R1', { seq: 7, hash: hashOf('a') })).toBe(`["outpost operations 1","R1",7,"${hashOf('a')}"]`);
  });

  it('is never the same for two registers, whatever they are called', () => {
    const of = (registerId: string) => signedText(registerId, { seq: 7, hash: hashOf('a') });
    expect(new Set(['R', 'R",7,"', 'R\n7', 'R 7'].map(of)).size).toBe(4);
  });

  it.each([
    ['the whole', [first, second, third], 3],
    ['up to a place that is left out', [first, third], 1],
    ['up to one that names another before it', [first, { ...second, prevHash: hashOf('9') }, third], 1],
    ['up to one that comes twice', [first, second, second, third], 2],
    ['up to what is no operation', [first, null, third], 1],
    ['one, whatever it is', ['text', first], 1],
    ['nothing of nothing', [], 0],
  ] as const)('[J2] chains %s', (_what, operations, count) => {
    expect(countChained(operations)).toBe(count);
  });

  it.each([
    ['the newest of its batch', [first, second], second, true],
    ['one before the newest', [first, second], first, false],
    ['one behind the newest: the batch was cut short', [first], second, false],
    ['another hash in that place', [first, second], { seq: 2, hash: hashOf('9') }, false],
    ['the newest, with a gap before it', [first, third], third, false],
    ['the newest, which stands first', [second, first], second, false],
    ['anything, in an empty batch', [], first, false],
  ] as const)('leads to %s: %#', (_what, operations, place, leads) => {
    expect(leadsTo(operations, { seq: place?.seq ?? 0, hash: place?.hash ?? '' })).toBe(leads);
  });

  it('takes keys of P-256 and signatures of 64 bytes alone, and no private key', () => {
    const key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'B'.repeat(43) };
    expect(publicKey.safeParse(key).success).toBe(true);
    for (const other of [
      { ...key, crv: 'P-384' },
      { ...key, kty: 'OKP' },
      { ...key, x: 'A'.repeat(42) },
      { ...key, d: 'C'.repeat(43) },
    ])
      expect(publicKey.safeParse(other).success).toBe(false);
    const signature = { seq: 1, hash: hashOf('a'), value: 'A'.repeat(86) };
    expect(batchSignature.safeParse(signature).success).toBe(true);
    for (const other of [
      { ...signature, value: 'A'.repeat(88) },
      { ...signature, seq: 0 },
      { ...signature, hash: 'a' },
    ])
      expect(batchSignature.safeParse(other).success).toBe(false);
  });
});
