import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTogether, faultOfElement, GROUP_SEPARATOR, readElements } from './read-elements.ts';

const TODAY = '2026-11-25';

describe('an element string', () => {
  it('[fuzz] gives back what it was made of, with separators only where they are needed', () => {
    const lot = fc.stringMatching(/^[A-Za-z0-9/._-]{1,20}$/);
    fc.assert(
      fc.property(lot, lot, fc.stringMatching(/^\d{6}$/), (batch, serial, weight) => {
        const text = `010950110153000310${batch}${GROUP_SEPARATOR}3103${weight}21${serial}`;
        const read = readElements(text, TODAY);
        expect(read.ok && Object.fromEntries(read.value)).toEqual({ '01': '09501101530003', 10: batch, 3103: weight, 21: serial });
      }),
    );
  });

  it('[fuzz] of anything is read or refused, and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readElements(text, TODAY).ok === 'boolean'));
  });

  it.each([
    ['10A\u001d10B', { reason: 'repeated', ai: '10' }],
    ['010950110153000342284010X', { reason: 'length', ai: '422' }],
    ['10', { reason: 'length', ai: '10' }],
    ['17AB1231', { reason: 'charset', ai: '17' }],
    ['0100', { reason: 'length', ai: '01' }],
    ['8999X', { reason: 'unknown_ai', ai: '8999' }],
  ])('%j is refused as %j', (text, refusal) => {
    expect(readElements(text, TODAY)).toEqual({ ok: false, refusal });
  });

  it('wants a whole date where the day may not be left open', () => {
    expect(faultOfElement('7006', '261200', TODAY)).toEqual({ reason: 'date', ai: '7006' });
    expect(faultOfElement('17', '261200', TODAY)).toBeNull();
  });
});

describe('elements together', () => {
  it.each<[Record<string, string>, object]>([
    [{ 10: 'X' }, { reason: 'missing_required', ai: '10', needs: '01 or 02 or 03 or 8006 or 8026' }],
    [
      { '02': '1', '01': '2', 37: '4' },
      { reason: 'exclusive', ai: '37' },
    ],
    [
      { '01': '1', 3922: '5' },
      { reason: 'missing_required', ai: '3922', needs: '01+30 or 01+31nn or 01+32nn or 01+35nn or 01+36nn' },
    ],
    [
      { '01': '1', 30: '2', 3922: '5', 3932: '9785' },
      { reason: 'exclusive', ai: '393n' },
    ],
  ])('%j are refused', (elements, refusal) => {
    const inOrder = Object.entries(elements).sort(([a], [b]) => (a < b ? -1 : 1));
    expect(checkTogether(new Map(inOrder))).toEqual({ ok: false, refusal });
  });

  it('may leave the number of the pallet to another label', () => {
    expect(
      checkTogether(
        new Map([
          ['02', '1'],
          ['37', '4'],
        ]),
      ),
    ).toEqual({ ok: true, value: { missing: '00' } });
  });
});
