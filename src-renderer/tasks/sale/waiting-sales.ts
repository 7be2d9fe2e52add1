import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RegisterServices } from '../../kit/register-services.ts';
import type { Cart } from './cart-state.ts';
import { keptSale, type KeptSale } from './cart-lines.ts';

const DRAFT = 'waiting-sales';
const waitingDraft = z.array(keptSale).max(50);

export interface WaitingSales {
  readonly state: StoreApi<readonly KeptSale[]>;
  /** Puts the sale on the counter aside, so that the next customer is served. */
  keep(): void;
  /** Puts a sale that waits back on the counter; what is there waits in its place. */
  resume(id: string): void;
}

/** Sales that wait for the answer of a terminal. They are found again after a crash. */
export function createWaitingSales(services: Pick<RegisterServices, 'loadDraft' | 'saveDraft'>, cart: Cart): WaitingSales {
  const state = createStore<readonly KeptSale[]>(() => []);

  function change(sales: readonly KeptSale[]): void {
    state.setState(sales, true);
    services.saveDraft(DRAFT, sales);
  }

  async function restore(): Promise<void> {
    const read = waitingDraft.safeParse(await services.loadDraft(DRAFT).catch(() => undefined));
    if (read.success) state.setState([...read.data, ...state.getState()], true);
  }

  void restore();
  // An app that died in between finds a sale in both places: it must not be paid again once it is sold.
  cart.state.subscribe(({ sold }, before) => {
    if (sold !== before.sold && state.getState().some(({ id }) => id === sold)) change(state.getState().filter(({ id }) => id !== sold));
  });
  return {
    state,
    keep() {
      const kept = cart.onCounter();
      if (kept === null) return;
      // In two places for a moment, rather than in none.
      change([...state.getState().filter(({ id }) => id !== kept.id), kept]);
      cart.takeUp(null);
    },
    resume(id) {
      const wanted = state.getState().find((one) => one.id === id);
      if (wanted === undefined) return;
      const kept = cart.onCounter();
      if (kept !== null) change([...state.getState(), kept]);
      cart.takeUp(wanted);
      change(state.getState().filter((one) => one.id !== id));
    },
  };
}

const known = new WeakMap<RegisterServices, WaitingSales>();

/** The sales that wait on this register; they outlive the screen. */
export function waitingSalesOf(services: RegisterServices, cart: Cart): WaitingSales {
  const found = known.get(services);
  if (found !== undefined) return found;
  const made = createWaitingSales(services, cart);
  known.set(services, made);
  return made;
}

/** Those that are not on the counter: an app that died in between finds a sale in both places. */
export function waitingBeside(sales: readonly KeptSale[], cartId: string): readonly KeptSale[] {
  return sales.filter(({ id }) => id !== cartId);
}
