import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_KEY_GAP_MS, MEAN_KEY_GAP_MS, MIN_SCAN_LENGTH, ScanBurst, wholeCode } from './scan-burst.ts';

function type(keys: readonly string[], gap: number): string[] {
  const burst = new ScanBurst();
  return keys.flatMap((key, index) => {
    const result = burst.key(key, 1000 + index * gap);
    return result.kind === 'scanned' ? [result.code] : [];
  });
}

describe('a scanner that types', () => {
  it('is recognised by a burst of any code that ends with Enter', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z-]{6,40}$/),
        fc.integer({ min: 0, max: MEAN_KEY_GAP_MS }),
        (code, gap) => {
          expect(type([...code, 'Enter'], gap)).toEqual([code]);
        },
      ),
    );
  });

  it('is never a person who pauses between keys', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{6,40}$/), fc.integer({ min: MEAN_KEY_GAP_MS + 1, max: 500 }), (code, gap) => {
        expect(type([...code, 'Enter'], gap)).toEqual([]);
      }),
    );
  });

  it('needs a code of a sensible length', () => {
    expect(type([...'1'.repeat(MIN_SCAN_LENGTH - 1), 'Enter'], 2)).toEqual([]);
  });

  it('starts anew after another key, and allows capital letters', () => {
    expect(type([...'123', 'Backspace', ...'40123', 'Shift', 'A', 'Enter'], 2)).toEqual(['40123A']);
  });

  it('does not take a person’s Enter after a pause for the end of a scan', () => {
    const burst = new ScanBurst();
    [...'40123455'].forEach((key, index) => burst.key(key, index));
    expect(burst.key('Enter', 8 + MAX_KEY_GAP_MS).kind).toBe('ignored');
  });

  it('is recognised whole when one key is late', () => {
    const burst = new ScanBurst();
    [...'4012345678901'].forEach((key, index) => burst.key(key, index * 5 + (index >= 2 ? 100 : 0)));
    expect(burst.key('Enter', 165)).toEqual({ kind: 'scanned', code: '4012345678901' });
  });

  it('reads two scans in a row', () => {
    expect(type([...'40123455', 'Enter', ...'96385074', 'Enter'], 3)).toEqual(['40123455', '96385074']);
  });
});

describe('a scan into a search field', () => {
  it.each([
    ['40', '12345678901', '4012345678901'],
    ['', '4012345678901', '4012345678901'],
    ['gre', '4012345678901', '4012345678901'],
    ['40', 'SKU-0001', 'SKU-0001'],
  ])('that held %j, then %j, is %j', (head, code, whole) => {
    expect(wholeCode(head, code)).toBe(whole);
  });
});
