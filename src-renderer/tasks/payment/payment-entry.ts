import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { minorAmount } from '../../../domain/base/money.ts';
import { foreignNotes } from '../../../domain/payments/foreign-cash.ts';
import { namedTender, onAccount } from '../../../domain/payments/tender.ts';
import { MOST_TENDERS } from '../../../domain/sale/sale.ts';
import type { RegisterServices } from '../../kit/register-services.ts';

const storedValueEntry = z.strictObject({
  tender: namedTender,
  /** What stays on it, in minor units; null where only the server could tell. */
  leftMinor: minorAmount.nullable(),
  /** What an account was let do; left out where anybody may do that. */
  onAccount: onAccount.exactOptional(),
  /** How many points it is. */
  points: z.number().int().min(1).exactOptional(),
});

export type StoredValueEntry = z.infer<typeof storedValueEntry>;

const voucherEntry = z.strictObject({
  /** Of this piece of paper: several of one kind may pay. */
  id: z.string(),
  tender: namedTender,
  /** What is lost, for vouchers give no change, in minor units. */
  lostMinor: minorAmount,
});

export type VoucherEntry = z.infer<typeof voucherEntry>;

/** What was handed over to pay a sale, and is taken when the sale is recorded. */
const handed = {
  /** Gift cards, store credits, the account and points. */
  storedValues: z.array(storedValueEntry).max(MOST_TENDERS).readonly(),
  vouchers: z.array(voucherEntry).max(MOST_TENDERS).readonly().default([]),
  /** Notes of other currencies, each currency once. */
  foreignNotes: z.array(foreignNotes).max(MOST_TENDERS).readonly().default([]),
};

const handedOver = z.strictObject(handed);

export type HandedOver = z.infer<typeof handedOver>;

/** As many as sales may wait. */
const MOST_BESIDE = 50;

const entry = z.strictObject({
  /** The sale that it belongs to; null before the first. */
  cartId: z.string().nullable(),
  /** What stands in the cash field. */
  cash: z.string().max(40),
  /** Whether the plan is open. */
  isOpen: z.boolean(),
  ...handed,
  /** The same of sales that wait beside it, for the answer of a terminal say. */
  beside: z
    .array(handedOver.extend({ cartId: z.string() }))
    .max(MOST_BESIDE)
    .readonly()
    .default([]),
});

/** What a person has entered to pay a sale. What has moved money already is in the journal. */
export type PaymentEntry = z.infer<typeof entry>;

const NOTHING_HANDED: HandedOver = { storedValues: [], vouchers: [], foreignNotes: [] };
const NOTHING: PaymentEntry = { cartId: null, cash: '', isOpen: false, ...NOTHING_HANDED, beside: [] };
const DRAFT = 'payment';

type EntryServices = Pick<RegisterServices, 'loadDraft' | 'saveDraft'>;

export interface PaymentEntries {
  readonly state: StoreApi<PaymentEntry>;
  /** Changes what was entered for a sale; more than can be kept is not taken. Of another one only what was handed over is kept. */
  enter(cartId: string, given: Partial<Omit<PaymentEntry, 'cartId' | 'beside'>>): void;
  /** The sale is recorded: what was entered for it is used up. */
  forget(cartId: string): void;
}

/** What was entered for this sale. */
export function entryFor(state: PaymentEntry, cartId: string): PaymentEntry {
  const { cartId: before, storedValues, vouchers, foreignNotes, beside } = state;
  if (before === cartId) return state;
  const others = beside.filter((one) => one.cartId !== cartId);
  const { cartId: _, ...own } = beside.find((one) => one.cartId === cartId) ?? { cartId, ...NOTHING_HANDED };
  const isNothing = storedValues.length + vouchers.length + foreignNotes.length === 0;
  const left = before === null || isNothing ? others : [...others, { cartId: before, storedValues, vouchers, foreignNotes }];
  return { ...NOTHING, cartId, ...own, beside: left.slice(-MOST_BESIDE) };
}

/** Keeps what was entered to pay the sale on the counter, and finds it again after a crash. */
export function createPaymentEntries(services: EntryServices): PaymentEntries {
  const state = createStore<PaymentEntry>(() => NOTHING);

  async function restore(): Promise<void> {
    const read = entry.safeParse(await services.loadDraft(DRAFT).catch(() => undefined));
    // What was entered while the draft was being read stays.
    if (read.success && state.getState() === NOTHING) state.setState(read.data, true);
  }

  function change(next: PaymentEntry): void {
    state.setState(next, true);
    services.saveDraft(DRAFT, next);
  }

  void restore();
  return {
    state,
    enter(cartId, given) {
      const { storedValues, vouchers, foreignNotes } = { ...NOTHING_HANDED, ...given };
      // A draft that is longer could not be read after a crash, and all of it would be lost.
      if ([storedValues, vouchers, foreignNotes].some(({ length }) => length > MOST_TENDERS)) return;
      change({ ...entryFor(state.getState(), cartId), ...given });
    },
    forget(cartId) {
      const { beside, ...now } = state.getState();
      const own = now.cartId === cartId ? NOTHING : now;
      change({ ...own, beside: beside.filter((one) => one.cartId !== cartId) });
    },
  };
}

const entries = new WeakMap<object, PaymentEntries>();

/** The entries of a register; they outlive the screen. */
export function paymentEntriesOf(services: EntryServices): PaymentEntries {
  const known = entries.get(services);
  if (known !== undefined) return known;
  const made = createPaymentEntries(services);
  entries.set(services, made);
  return made;
}
