import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { consentId, consentOf, customerConsentRecorded } from './consent.ts';
import { customerConsentDocument } from './documents.ts';

const later = '2026-03-02T11:00:00.000Z';
const ID = consentId(STORE, 'C1', 'marketing_email');

interface Word {
  readonly given: boolean;
  readonly at: string;
  readonly clockOffsetMs?: number | null;
  readonly replaces?: string;
}

function heard(words: readonly Word[]) {
  const state = new DocumentMap();
  for (const { given, at, clockOffsetMs = 0, replaces = null } of words) {
    const payload = { customerId: 'C1', purpose: 'marketing_email' as const, given, wording: 1, language: 'en', replaces };
    const operation = { storeId: STORE, at, clockOffsetMs, payload } as Parameters<typeof customerConsentRecorded.apply>[1];
    for (const one of customerConsentDocument.in(customerConsentRecorded.apply(state, operation))) state.with(customerConsentDocument, one);
  }
  return state.get(customerConsentDocument, ID);
}

describe('a consent', () => {
  it.each([
    ['is given', [{ given: true, at: AT }], true],
    [
      'is withdrawn by the later word',
      [
        { given: true, at: AT },
        { given: false, at: later },
      ],
      false,
    ],
    [
      '[J3] stays withdrawn when the older word arrives last',
      [
        { given: false, at: later },
        { given: true, at: AT },
      ],
      false,
    ],
    [
      'is withdrawn by a till whose clock is slow, and knows it',
      [
        { given: true, at: AT },
        { given: false, at: '2015-01-01T00:00:00Z', clockOffsetMs: Date.parse(later) - Date.parse('2015-01-01T00:00:00Z') },
      ],
      false,
    ],
    [
      'is withdrawn by a till that never heard the time, after the word that it knew',
      [
        { given: true, at: AT },
        { given: false, at: '2015-01-01T00:00:00Z', clockOffsetMs: null, replaces: AT },
      ],
      false,
    ],
    [
      'is withdrawn when both were said at once',
      [
        { given: false, at: AT },
        { given: true, at: AT },
      ],
      false,
    ],
  ])('%s', (_what, words, given) => {
    expect(heard(words)?.given).toBe(given);
  });

  it('is withdrawn on the screen that showed another store’s word, whatever the clock', () => {
    const told = { given: true, at: AT };
    const here = heard([{ given: false, at: '2015-01-01T00:00:00Z', clockOffsetMs: null, replaces: told.at }]);
    expect(consentOf({ consents: { marketing_email: told } }, here, 'marketing_email')?.given).toBe(false);
  });

  it('[A2] keeps ids and codes alone', () => {
    expect(heard([{ given: true, at: AT }])).toEqual({
      id: ID,
      storeId: STORE,
      customerId: 'C1',
      purpose: 'marketing_email',
      given: true,
      at: AT,
    });
  });

  it('is the newest word of all stores', () => {
    const word = fc.record({ given: fc.boolean(), at: fc.constantFrom(AT, later) });
    fc.assert(
      fc.property(fc.option(word, { nil: undefined }), fc.option(word, { nil: undefined }), (told, here) => {
        const newest = consentOf({ consents: told === undefined ? {} : { marketing_email: told } }, here, 'marketing_email');
        const words = [told, here].filter((one) => one !== undefined);
        if (words.length === 0) expect(newest).toBeNull();
        else expect(words).toContainEqual(newest);
        expect(words.every((one) => Date.parse(one.at) <= Date.parse(newest?.at ?? ''))).toBe(true);
      }),
    );
  });
});
