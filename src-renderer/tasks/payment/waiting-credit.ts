import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { currency, minorAmount } from '../../../domain/base/money.ts';
import type { Tender } from '../../../domain/payments/tender.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import type { RegisterServices } from '../../kit/register-services.ts';

const waiting = z.strictObject({
  /** As it was made: nothing else on this device has it, and the customer may not know it yet. */
  number: z.string().min(1).max(40),
  currency,
  /** What is left on it, in minor units. */
  leftMinor: minorAmount.min(1),
});

/** Store credit that a return has just issued, and that is to pay in the sale that follows. */
export type WaitingCredit = z.infer<typeof waiting>;

const DRAFT = 'waiting_credit';

type Drafts = Pick<RegisterServices, 'loadDraft' | 'saveDraft'>;

export interface WaitingCredits {
  /** Null while none waits. */
  readonly state: StoreApi<WaitingCredit | null>;
  put(credit: WaitingCredit): void;
  /** A sale was recorded: what it took is gone. Nothing waits any more once nothing is left. */
  paid(tenders: readonly Tender[]): void;
  /** The customer has the number. */
  told(): void;
}

/** Keeps the credit that waits, and finds it again after a crash. */
export function createWaitingCredits(services: Drafts): WaitingCredits {
  const state = createStore<WaitingCredit | null>(() => null);

  function change(next: WaitingCredit | null): void {
    state.setState(next, true);
    services.saveDraft(DRAFT, next);
  }

  async function restore(): Promise<void> {
    const read = waiting.safeParse(await services.loadDraft(DRAFT).catch(() => undefined));
    // What was issued while the draft was being read stays.
    if (read.success && state.getState() === null) state.setState(read.data, true);
  }

  void restore();
  return {
    state,
    put: change,
    paid(tenders) {
      const credit = state.getState();
      if (credit === null) return;
      const id = storedValueId(credit.number);
      const takenMinor = tenders.reduce((sum, one) => sum + (one.kind !== 'cash' && one.reference === id ? one.amountMinor : 0), 0);
      if (takenMinor > 0) change(takenMinor < credit.leftMinor ? { ...credit, leftMinor: credit.leftMinor - takenMinor } : null);
    },
    told: () => change(null),
  };
}

const credits = new WeakMap<object, WaitingCredits>();

/** The credit that waits at a register; it outlives the screen. */
export function waitingCreditsOf(services: Drafts): WaitingCredits {
  const known = credits.get(services);
  if (known !== undefined) return known;
  const made = createWaitingCredits(services);
  credits.set(services, made);
  return made;
}
