import { z } from 'zod';
import { words } from '../../../texts/words/words.ts';

/** Wrong pickup codes that were entered one after the other. */
export const codeGuesses = z.object({ wrong: z.number().int().min(0), at: z.number() });

export type CodeGuesses = z.infer<typeof codeGuesses>;

/** So many wrong codes are slips. */
export const FREE_GUESSES = 5;

const FIRST_WAIT_MS = 10_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** Wrong codes from so long ago say nothing about who stands at the counter now. */
const FORGOTTEN_MS = 60 * 60_000;

/** One wrong code more. @param now epoch milliseconds. */
export function addGuess(before: CodeGuesses | undefined, now: number): CodeGuesses {
  const recent = before !== undefined && now - before.at < FORGOTTEN_MS;
  return { wrong: (recent ? before.wrong : 0) + 1, at: now };
}

/** How long no code is looked at, in milliseconds: twice as long after each wrong one beyond the slips. @param now epoch milliseconds. */
export function waitLeft(guesses: CodeGuesses | undefined, now: number): number {
  if (guesses === undefined || guesses.wrong < FREE_GUESSES) return 0;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (guesses.wrong - FREE_GUESSES));
  // A clock that was set back must not make it longer.
  return Math.min(wait, Math.max(0, guesses.at + wait - now));
}

/** What is told while codes are not looked at. @param left milliseconds. */
export function waitSentence(left: number): string {
  return words('pickup.tooManyCodes', { count: Math.ceil(left / 1000) });
}
