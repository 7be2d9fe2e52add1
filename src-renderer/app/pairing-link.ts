import type { PairAnswer } from '../kit/card-services.ts';

/** Kept for this tab alone: the page may be loaded anew before the register is set up. */
const KEPT = 'outpost.pairing';
const LINKED = /^#pair=([0-9A-Za-z:-]{8,16})$/;

/**
 * Takes the pairing code out of the address that the page was opened with, so that it stays in no history. `npm start` prints such an
 * address: `http://localhost:4680/#pair=CODE`. What follows `#` is never sent to a server.
 * @returns whether there was one.
 */
export function takePairingLink({ location, history, sessionStorage }: Pick<Window, 'location' | 'history' | 'sessionStorage'>): boolean {
  const code = LINKED.exec(location.hash)?.[1];
  if (code === undefined) return false;
  sessionStorage.setItem(KEPT, code);
  history.replaceState(history.state, '', location.pathname + location.search);
  return true;
}

/** Pairs with the code of such an address, once there is a register that can. A code that is wrong by now is forgotten. */
export async function followPairingLink(storage: Storage, pair: (code: string) => Promise<PairAnswer>): Promise<void> {
  const code = storage.getItem(KEPT);
  if (code === null) return;
  const answer = await pair(code);
  if (answer === 'paired' || answer === 'wrong_code') storage.removeItem(KEPT);
}
