import { describe, expect, it } from 'vitest';
import type { StoryEntry } from '../../../domain/stock/story.ts';
import { movedWords, storyWords } from './story-words.ts';

const entry = (given: Partial<StoryEntry>): StoryEntry => ({
  id: 1,
  at: '2026-03-02T10:00:00.000Z',
  cause: 'sale',
  onHand: -1,
  reserved: 0,
  associateId: 'ANN',
  registerId: 'R1',
  receiptNumber: null,
  orderNumber: null,
  reason: null,
  ...given,
});

describe('the story of an article', () => {
  it.each<[Partial<StoryEntry>, string]>([
    [{ receiptNumber: 'A8-000012' }, 'Sold · A8-000012'],
    [{ cause: 'adjustment', reason: 'missing' }, 'Adjusted · Not there'],
    [{ cause: 'handover', orderNumber: 'WEB-1' }, 'Handed over · WEB-1'],
    [{ cause: 'of_a_newer_server' }, 'of a newer server'],
    [{ cause: 'return', reason: 'of_another_app' }, 'Came back'],
  ])('%j', (given, said) => expect(storyWords(entry(given))).toBe(said));

  it.each([
    [2, 0, '+2 on hand'],
    [-1, -1, '−1 on hand, −1 promised'],
    [0, 3, '+3 promised'],
  ])('%d on hand and %d promised', (onHand, reserved, said) => {
    expect(movedWords({ onHand, reserved }, String).replaceAll(/[\u2068\u2069]/g, '')).toBe(said);
  });
});
