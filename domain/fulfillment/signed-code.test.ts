import { describe, expect, it } from 'vitest';
import { PICKUP_KEYS, signedCode } from '../../test/support/signed-codes.ts';
import { bytesToSign, looksSigned, readSignedCode, writeSignedCode } from './signed-code.ts';

const GOOD = signedCode();
const [MARK, SAID = '', SIGNED = ''] = GOOD.split('.');

describe('a signed pickup code', () => {
  it('says by whom it was signed and for which order, however a scanner types it', () => {
    const said = { ok: true, value: { keyId: 'K1', codeId: 'C1', orderNumber: 'WEB-7' } };
    expect(readSignedCode(GOOD, PICKUP_KEYS)).toEqual(said);
    expect(readSignedCode(` ${GOOD.toLowerCase()}\n`, PICKUP_KEYS)).toEqual(said);
  });

  it('holds signs that no keyboard has, too', () => {
    expect(readSignedCode(signedCode({ orderNumber: 'Ä/٣ 7' }), PICKUP_KEYS)).toMatchObject({ value: { orderNumber: 'Ä/٣ 7' } });
  });

  it.each([
    ['of another company', signedCode({ keyId: 'K9' }), 'pickup_code_foreign'],
    ['signed by somebody else', signedCode({ by: 'K2' }), 'pickup_code_forged'],
    ['signed for something else', signedCode({ purpose: 'outpost operations 1' }), 'pickup_code_forged'],
    [
      'with the signature of another order',
      `${MARK}.${signedCode({ orderNumber: 'WEB-8' }).split('.')[1]}.${SIGNED}`,
      'pickup_code_forged',
    ],
    ['with a sign changed', `${MARK}.${SAID}.${SIGNED.startsWith('A') ? 'B' : 'A'}${SIGNED.slice(1)}`, 'pickup_code_forged'],
    ['of a key that was withdrawn', signedCode({ keyId: 'K2', by: 'K2' }), 'pickup_code_withdrawn'],
    ['cut short', GOOD.slice(0, -20), 'pickup_code_forged'],
    ['with more behind it', `${GOOD}.AAAA`, 'pickup_code_forged'],
    ['of the mark alone', 'OPQ1.', 'pickup_code_forged'],
    ['with signs of no base32', `${MARK}.${SAID}.${'1'.repeat(103)}`, 'pickup_code_forged'],
    ['that is none', '4711', 'pickup_code_forged'],
  ] as const)('%s is refused', (_what, text, refusal) => {
    expect(readSignedCode(text, PICKUP_KEYS)).toEqual({ ok: false, refusal });
  });

  it('is forged where a key of the company is broken', () => {
    const broken = PICKUP_KEYS.map((key) => ({ ...key, publicKey: 'A'.repeat(52) }));
    expect(readSignedCode(GOOD, broken)).toEqual({ ok: false, refusal: 'pickup_code_forged' });
  });

  it.each([
    ['4711', false],
    ['OPQ1', false],
    ['WEB-7', false],
    [GOOD, true],
    [GOOD.toLowerCase(), true],
  ])('%s means to be one: %s', (text, means) => {
    expect(looksSigned(text)).toBe(means);
  });

  it('is written as it is read, in signs that QR codes hold densely', () => {
    const code = { keyId: 'K1', codeId: 'C1', orderNumber: 'WEB-7' };
    expect(new TextDecoder().decode(bytesToSign(code))).toBe('["outpost pickup code 1","K1","C1","WEB-7"]');
    const written = writeSignedCode(code, new Uint8Array(64));
    expect(written).toBe(`${MARK}.${SAID}.${'A'.repeat(103)}`);
    expect(written).toMatch(/^[A-Z0-9.]+$/);
  });
});
