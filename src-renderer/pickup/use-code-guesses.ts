import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useRegister } from '../app/register-context.tsx';
import { addGuess, type CodeGuesses, codeGuesses, waitLeft } from './code-guesses.ts';

const DRAFT = 'pickup-code-guesses';
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
  const register = useRegister();
  const counted = useRef<Readonly<Record<string, CodeGuesses>>>({});
  const [, show] = useState(counted.current);

  useEffect(() => {
    let shown = true;
    const found = (draft: unknown) => {
      const read = guessesDraft.safeParse(draft);
      if (!shown || !read.success) return;
      counted.current = { ...read.data, ...counted.current };
      show(counted.current);
    };
    register.loadDraft(DRAFT).then(found, () => undefined);
    return () => {
      shown = false;
    };
  }, [register]);

  function write(next: Readonly<Record<string, CodeGuesses>>): void {
    counted.current = next;
    show(next);
    register.saveDraft(DRAFT, next);
  }

  return {
    waitOf: (orderId) => waitLeft(counted.current[orderId], Date.now()),
    wrong: (orderId) => write({ ...counted.current, [orderId]: addGuess(counted.current[orderId], Date.now()) }),
    right(orderId) {
      const { [orderId]: forgotten, ...others } = counted.current;
      if (forgotten !== undefined) write(others);
    },
  };
}
