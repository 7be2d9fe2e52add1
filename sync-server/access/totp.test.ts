import { describe, expect, it } from 'vitest';
import { newTotpSecret, totpAddress, totpStep } from './totp.ts';

/** `12345678901234567890`, of the test vectors in RFC 6238; the last six of their eight digits. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('codes that change every 30 seconds', () => {
  it.each([
    ['1970-01-01T00:00:59Z', '287082', 1],
    ['2005-03-18T01:58:29Z', '081804', 37037036],
    ['2005-03-18T01:58:31Z', '050471', 37037037],
    ['2009-02-13T23:31:30Z', '005924', 41152263],
    ['2033-05-18T03:33:20Z', '279037', 66666666],
  ])('are those of RFC 6238 at %s', (at, code, step) => {
    expect(totpStep(SECRET, code, new Date(at))).toBe(step);
  });

  it('of the step before and after are taken, with their own step; older ones and wrong ones are not', () => {
    const at = (seconds: number) => new Date(1_111_111_111_000 + seconds * 1000);
    expect([-30, 0, 30].map((seconds) => totpStep(SECRET, '050471', at(seconds)))).toEqual([37037037, 37037037, 37037037]);
    for (const seconds of [-60, 60]) expect(totpStep(SECRET, '050471', at(seconds))).toBeNull();
    for (const wrong of ['050472', '50471', '0504711', '', 'abcdef', '05047１']) expect(totpStep(SECRET, wrong, at(0))).toBeNull();
    expect(totpStep(SECRET, ' 050 471 ', at(0))).toBe(37037037);
  });

  it('come from a secret of 160 bits that is another each time, and that an app reads with who it is for', () => {
    const [first, second] = [newTotpSecret(), newTotpSecret()];
    expect(first).toMatch(/^[A-Z2-7]{32}$/);
    expect(first).not.toBe(second);
    const address = new URL(totpAddress(first, { user: 'Ada L', company: 'Harbor & Co' }));
    expect([address.protocol, address.host || address.pathname.split('/')[2]]).toEqual(['otpauth:', 'totp']);
    expect(address.searchParams.get('secret')).toBe(first);
    expect(address.searchParams.get('issuer')).toBe('Harbor & Co');
    expect(decodeURIComponent(address.pathname)).toContain('Ada L');
  });
});
