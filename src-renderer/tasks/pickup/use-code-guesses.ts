import { z } from 'zod';
import { useRecordDraft } from '../../kit/use-record-draft.ts';
import { addGuess, codeGuesses, waitLeft } from './code-guesses.ts';

const guessesDraft = z.record(z.string(), codeGuesses);

/** Codes that were tried against all orders at once, by a scan or in the search. */
export const ANY_ORDER = 'any';

/** Wrong pickup codes on this register, by the order that they were tried on. */
export interface CodeGuessCounter {
  /** Milliseconds for which no code is looked at now. */
  waitOf(orderId: string): number;
  wrong(orderId: string): void;
  right(orderId: string): void;
}

/** Counts wrong pickup codes. They are still counted after another screen or a restart. */
export function useCodeGuesses(): CodeGuessCounter {
  const { now: counted, write } = useRecordDraft('pickup-code-guesses', guessesDraft);

  return {
    waitOf: (orderId) => waitLeft(counted.current[orderId], Date.now()),
    wrong: (orderId) => write({ ...counted.current, [orderId]: addGuess(counted.current[orderId], Date.now()) }),
    right(orderId) {
      const { [orderId]: forgotten, ...others } = counted.current;
      if (forgotten !== undefined) write(others);
    },
  };
}
