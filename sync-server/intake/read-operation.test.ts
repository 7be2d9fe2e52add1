import { describe, expect, it } from 'vitest';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { version1 } from '../../test/support/old-versions.ts';
import { type ReadOperation, readOperation, readParked } from './read-operation.ts';

const journal = new JournalBuilder({ registerId: 'r1', storeId: 'S1', prefix: 'A1' });
journal.openShift();
const sale = journal.sell([['A', 2]]);

function read(raw: unknown): ReadOperation {
  const reading = readOperation(raw);
  if (!reading.ok) throw new Error(reading.message);
  return reading.value;
}

/** The same object with its keys the other way round, as a database may give it back. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  );
}

describe('reading an operation', () => {
  it('[J2] finds that the hash of a register holds', () => {
    expect(read(sale)).toMatchObject({
      id: sale.id,
      seq: 2,
      hashHolds: true,
      contentHash: sale.hash,
      link: sale.hash,
      parsed: { ok: true },
    });
  });

  it.each([
    ['a sale', sale],
    ['a forged one', { ...sale, hash: 'f'.repeat(64) }],
    ['one without a hash', { ...sale, hash: undefined }],
    ['one with a hash that is no text', { ...sale, hash: { b: 1, a: [2] } }],
    ['a number that JSON cannot carry', { ...sale, receiptCount: JSON.parse('1e999') as number }],
    ['a text that jsonb cannot hold', { ...sale, associateId: '\u0000 \ud800' }],
  ])('[J3] tells contents apart the same way after a stay in the database: %s', (_name, raw) => {
    const first = read(raw);
    const stored = JSON.parse(JSON.stringify(turned(first.body))) as unknown;
    expect(readParked(stored)).toMatchObject({
      id: first.id,
      seq: first.seq,
      contentHash: first.contentHash,
      link: first.link,
      hashHolds: first.hashHolds,
    });
  });

  it('[J3] gives every other content another hash, also when only the hash was forged', () => {
    const contents = [
      sale,
      { ...sale, hash: 'f'.repeat(64) },
      { ...sale, hash: 'e'.repeat(64) },
      { ...sale, at: '2026-03-02T10:00:01.000Z' },
    ];
    expect(new Set(contents.map((raw) => read(raw).contentHash)).size).toBe(contents.length);
  });

  it.each([
    ['unsupported_version', { ...sale, version: OPERATION_VERSION + 1 }],
    ['unsupported_version', { ...sale, version: '1' }],
    ['bad_schema', { ...sale, extra: 1 }],
    ['bad_schema', { ...sale, associateId: 'half a pair \ud83d' }],
  ])('names %s', (code, raw) => {
    expect(read(raw).parsed).toMatchObject({ ok: false, code });
  });

  it('[J2] reads what version 1 wrote in the shape of today, by the hash over what was written', () => {
    for (const raw of version1.journal) {
      const { body, hashHolds, link, parsed } = read(raw);
      expect({ body, hashHolds, link }).toEqual({ body: raw, hashHolds: true, link: raw.hash });
      expect(parsed).toMatchObject({ ok: true, operation: { version: OPERATION_VERSION, type: raw.type, hash: raw.hash } });
    }
  });

  it('lets a whole pair and a written-out escape pass: only what cannot be stored is refused', () => {
    expect(read({ ...sale, associateId: '😀 \\u0000' }).parsed.ok).toBe(true);
  });
});
