import { describe, expect, it } from 'vitest';
import { fault } from '../../domain/base/fault.ts';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { version1 } from '../../test/support/old-versions.ts';
import { type ReadOperation, readOperation, readParked, unreadableHash } from './read-operation.ts';

const journal = new JournalBuilder({ registerId: 'r1', storeId: 'S1', prefix: 'A1' });
journal.openShift();
const sale = journal.sell([['A', 2]]);

function read(raw: unknown): ReadOperation {
  const reading = readOperation(raw);
  if (!reading.ok) throw new Error(reading.fault.code);
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

  /** An object in an object, so many levels deep. */
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

  it.each([
    ['a number', 17, null, fault('not_an_object'), 17],
    ['nothing', null, null, fault('not_an_object'), null],
    ['a list', [sale], null, fault('not_an_object'), [sale]],
    ['no id', { ...sale, id: 5 }, null, fault('id_not_valid'), { ...sale, id: 5 }],
    ['a long id', { ...sale, id: `${sale.id}0` }, null, fault('id_not_valid'), { ...sale, id: `${sale.id}0` }],
    ['a register that is no text', { ...sale, registerId: 1 }, sale.id, fault('register_not_valid'), { ...sale, registerId: 1 }],
    ['place 0', { ...sale, seq: 0 }, sale.id, fault('seq_not_valid'), { ...sale, seq: 0 }],
    ['half a place', { ...sale, seq: 1.5 }, sale.id, fault('seq_not_valid'), { ...sale, seq: 1.5 }],
    ['a place that is text', { ...sale, seq: '2' }, sale.id, fault('seq_not_valid'), { ...sale, seq: '2' }],
    ['a text that jsonb cannot hold', '\u0000', null, fault('not_an_object'), '"\\u0000"'],
    ['such a text within', [{ a: 'x\u0000' }, 1], null, fault('not_an_object'), '[{"a":"x\\u0000"},1]'],
    ['such a key', [{ '\u0000': null }], null, fault('not_an_object'), '[{"\\u0000":null}]'],
    ['what is too deep to keep', [nested(64)], null, fault('not_an_object'), null],
    ['what is as deep as may be', [nested(63)], null, fault('not_an_object'), [nested(63)]],
  ])('[J6] keeps of what cannot be read what can be kept: %s', (_what, raw, id, found, body) => {
    expect(readOperation(raw)).toEqual({ ok: false, id, fault: found, body });
  });

  it('[J6] does not walk through what is nested too deeply, and reads what is just not', () => {
    expect(readOperation({ ...sale, extra: nested(64) })).toEqual({
      ok: false,
      id: sale.id,
      fault: fault('nested_too_deep', { levels: 64 }),
      body: null,
    });
    expect(read({ ...sale, extra: nested(63) }).parsed).toMatchObject({ ok: false, code: 'bad_schema' });
  });

  it('says what is wrong with what it can read', () => {
    const wrong = (raw: unknown) => read(raw).parsed;
    expect(wrong({ ...sale, version: OPERATION_VERSION + 1 })).toEqual({
      ok: false,
      code: 'unsupported_version',
      fault: fault('version_not_readable', { version: OPERATION_VERSION + 1, newest: OPERATION_VERSION }),
    });
    const notValid = (path: string, issue: string) => ({ ok: false, code: 'bad_schema', fault: fault('field_not_valid', { path, issue }) });
    expect(wrong({ ...sale, payload: { ...sale.payload, lines: 1 } })).toEqual(notValid('payload.lines', 'invalid_type'));
    expect(wrong({ ...sale, ['x'.repeat(900)]: 1 })).toEqual(notValid('x'.repeat(200), 'unrecognized_keys'));
    expect(wrong({ ...sale, version: nested(40) })).toEqual({
      ok: false,
      code: 'unsupported_version',
      fault: fault('version_not_readable', { version: 'object', newest: OPERATION_VERSION }),
    });
    expect(wrong({ ...sale, associateId: '\u0000' })).toEqual({
      ok: false,
      code: 'bad_schema',
      fault: fault('text_not_storable'),
    });
  });

  it('[J2] knows its id in any case, and writes it as it came', () => {
    const raw = { ...sale, id: sale.id.toUpperCase() };
    const { id, body, bodyJson } = read(raw);
    expect({ id, body, bodyJson }).toEqual({ id: sale.id, body: raw, bodyJson: JSON.stringify(raw) });
    const unstorable = { ...sale, associateId: '\u0000' };
    expect(read(unstorable)).toMatchObject({ body: JSON.stringify(unstorable), bodyJson: JSON.stringify(JSON.stringify(unstorable)) });
  });

  it('[J2] asks the operation behind a forged one for the hash that it carries, and behind one without for that of its content', () => {
    const forged = 'f'.repeat(64);
    expect(read({ ...sale, hash: forged })).toMatchObject({ hashHolds: false, link: forged });
    for (const hash of [undefined, 7, `${sale.hash}0`, `0${sale.hash}`, 'F'.repeat(64)]) {
      expect(read({ ...sale, hash })).toMatchObject({ hashHolds: false, link: sale.hash });
    }
  });

  it('[J3] tells contents that cannot be read apart', () => {
    const hashes = [null, 17, '17', { a: 1 }].map(unreadableHash);
    expect(new Set(hashes).size).toBe(4);
    expect(unreadableHash(undefined)).toBe(unreadableHash(null));
    expect(unreadableHash({ a: 1 })).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says so when what was parked is no operation', () => {
    expect(() => readParked('{}')).toThrow('A parked operation cannot be read again: id_not_valid');
  });
});
