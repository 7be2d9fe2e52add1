import { describe, expect, it } from 'vitest';
import { readReturnDraft, type ReturnDraft, writeReturnDraft } from './return-draft.ts';

describe('the draft of a return', () => {
  it('is found again as it was', () => {
    const draft: ReturnDraft = {
      number: 'A1-000004',
      returnId: 'B1',
      creditNumber: '6007221000004821',
      creditSince: 12,
      voiding: { reason: 'other', shiftId: 'SHIFT' },
      choices: new Map([['\n1', { quantity: 2, disposition: 'damaged' }]]),
    };
    expect(readReturnDraft(JSON.parse(JSON.stringify(writeReturnDraft(draft))))).toEqual(draft);
  });

  it.each([
    [undefined],
    [null],
    [writeReturnDraft(null)],
    ['A1'],
    [{ number: 'A1' }],
    [{ number: 'A1', choices: [['x', { quantity: -1, disposition: 'restock' }]] }],
  ])('%j is none', (saved) => {
    expect(readReturnDraft(saved)).toBeNull();
  });
});
