import { expect, it } from 'vitest';
import { badgeSentence } from './badge-sentence.ts';

it.each([
  ['right', null],
  ['wrong_pin', 'This badge is not known here. Ask the head office for a new one, or use your PIN.'],
  ['too_many_tries', 'Too many wrong badges or PINs. Wait 30 seconds, then try again.'],
  ['badges_off', 'Badges do not count for this. Use your PIN.'],
  ['may_not', 'The owner of this badge may not approve it.'],
] as const)('says of a badge that was %s: %s', (answer, sentence) => {
  expect(badgeSentence(answer)).toBe(sentence);
});
