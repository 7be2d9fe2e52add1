import { type Limit, limitHere } from '../http/limit-attempts.ts';

export interface TurnOptions {
  /** How many may go on, for each caller. */
  readonly pace: Limit;
  /** How many of one caller wait at most. */
  readonly waiting: number;
}

/**
 * Lets those who have tried too often go on slowly.
 * @returns a function that waits for a caller's turn. It gives false at once where too many of the same caller wait.
 */
export function createTurns({ pace, waiting: most }: TurnOptions): (who: string) => Promise<boolean> {
  const heard = limitHere(pace);
  const waiting = new Map<string, number>();
  const add = (who: string, callers: number): void => {
    const sum = (waiting.get(who) ?? 0) + callers;
    if (sum > 0) waiting.set(who, sum);
    else waiting.delete(who);
  };
  return async (who) => {
    if ((waiting.get(who) ?? 0) >= most) return false;
    add(who, 1);
    for (let waitMs = heard.take(who); waitMs > 0; waitMs = heard.take(who)) await new Promise((resolve) => setTimeout(resolve, waitMs));
    add(who, -1);
    return true;
  };
}
