import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { publicKey, signedText } from '../../domain/base/signature.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { isUsableKey, signatureFault } from './check-signature.ts';

const OFF_CURVE = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
journal.openShift();
journal.sell([['A', 1]]);
const { operations } = journal;

function makeKey() {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = pair.publicKey.export({ format: 'jwk' });
  return { publicKey: publicKey.parse({ kty, crv, x, y }), privateKey: pair.privateKey };
}
const key = makeKey();

/** Signs for what the batch ends with. */
function signatureOf(registerId = 'R1', by = key) {
  const newest = operations.at(-1);
  if (newest === undefined) throw new Error('The journal is empty.');
  const place = { seq: newest.seq, hash: newest.hash };
  const signed = sign('sha256', Buffer.from(signedText(registerId, place)), { key: by.privateKey, dsaEncoding: 'ieee-p1363' });
  return { ...place, value: signed.toString('base64url') };
}

describe('[A4] the signature of a batch', () => {
  it('holds for the operations up to the one that it names', () => {
    const batch = { registerId: 'R1', operations, signature: signatureOf() };
    expect(signatureFault(batch, key.publicKey)).toBeNull();
    expect(signatureFault({ ...batch, operations: operations.slice(1) }, key.publicKey)).toBeNull();
  });

  it.each([
    ['no key is known', null, { signature: signatureOf() }, 'signature_missing', 'key_unknown', { register: 'R1' }],
    ['it is missing', key.publicKey, { signature: undefined }, 'signature_missing', 'not_signed', { register: 'R1' }],
    ['the last operation is another', key.publicKey, { operations: operations.slice(0, 1) }, 'signature_wrong', 'other_batch', {}],
    [
      'it is by another key',
      key.publicKey,
      { signature: signatureOf('R1', makeKey()) },
      'signature_wrong',
      'other_key',
      { register: 'R1' },
    ],
    [
      'it was made for another register',
      key.publicKey,
      { signature: signatureOf('R2') },
      'signature_wrong',
      'other_key',
      { register: 'R1' },
    ],
  ])('is refused where %s', (_where, known, given, code, fault, told) => {
    expect(signatureFault({ registerId: 'R1', operations, signature: signatureOf(), ...given }, known)).toEqual({
      code,
      facts: { fault, ...told },
    });
  });

  it('can be checked with a key whose coordinates are on the curve alone', () => {
    expect([key.publicKey, OFF_CURVE].map(isUsableKey)).toEqual([true, false]);
  });
});
