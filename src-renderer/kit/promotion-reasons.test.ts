import { afterEach, describe, expect, it } from 'vitest';
import { type Missed, MISSED_REASONS, type MissedReason } from '../../domain/promotions/run-promotions.ts';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import { LANGUAGES } from '../../texts/words/languages.ts';
import { missedWords, promotionNames, unlockWords } from './promotion-reasons.ts';

const names = promotionNames([
  { id: 'P', name: '3 for 2' },
  { id: 'Q', name: 'Welcome' },
]);
const promotion = { startsOn: '2026-12-01', endsOn: '2026-12-24' };
const missed = (reason: MissedReason, given: Partial<Missed> = {}): Missed => ({
  promotionId: 'X',
  reason,
  missingUnits: null,
  missingMinor: null,
  by: [],
  ...given,
});

describe('why a promotion did not act', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));

  it.each<[Missed, string]>([
    [missed('not_yet'), 'starts on Dec 1, 2026'],
    [missed('over'), 'ended on Dec 24, 2026'],
    [missed('needs_units', { missingUnits: 2 }), '2 more items'],
    [missed('below_minimum', { missingMinor: 1050 }), '$10.50 more'],
    [missed('taken', { by: ['P', 'Q'] }), 'the goods already have 3 for 2, Welcome'],
    [missed('taken', { by: ['GONE'] }), 'the goods already have another promotion'],
    [missed('better_offer', { by: ['P'] }), '3 for 2 takes off more'],
    [missed('code_used_up'), 'the code is used up'],
  ])('%j', (one, expected) => {
    expect(missedWords(one, promotion, names, 'USD')).toBe(expected);
  });

  it('each reason has words of its own in every language', () => {
    for (const language of LANGUAGES) {
      chosenLanguage.setState({ language });
      const said = MISSED_REASONS.map((reason) =>
        missedWords(missed(reason, { by: ['P'], missingUnits: 1, missingMinor: 5 }), promotion, names, 'USD'),
      );
      expect(new Set(said).size).toBe(MISSED_REASONS.length);
    }
  });
});

describe('what would unlock the next promotion', () => {
  it.each([
    [null, null],
    [{ promotionId: 'P', missingUnits: 1, missingMinor: null }, '3 for 2: 1 more item'],
    [{ promotionId: 'P', missingUnits: 2, missingMinor: null }, '3 for 2: 2 more items'],
    [{ promotionId: 'Q', missingUnits: null, missingMinor: 1050 }, 'Welcome: $10.50 more'],
    [{ promotionId: 'GONE', missingUnits: 1, missingMinor: null }, null],
  ])('says what unlocks the next: %#', (next, expected) => {
    expect(unlockWords(next, names, 'USD')).toBe(expected);
  });
});
