import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OperationRequest } from '../../../domain/registry/operations.ts';
import { accept } from '../../../domain/base/result.ts';
import { noteBroughtBack, noteCleared, noteReduced } from '../../../domain/sale/note-undone.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import {
  addProduct,
  type CartLines,
  type LabelLine,
  lineKey,
  readSaleDraft,
  type SaleDraft,
  setQuantity,
  withoutRecorded,
} from './cart-lines.ts';

export interface CartState {
  readonly lines: CartLines;
  /** The line that was touched last; null when the cart is empty. */
  readonly touched: string | null;
  /** Set when the lines were found again after a crash, until the person has seen it. */
  readonly restored: boolean;
  /** Who began it and when, in epoch milliseconds; null while there is nothing in it. */
  readonly begun: SaleDraft['begun'];
  /** Goes up with each sale that ends: paid, cleared, or its last line removed. Whatever belongs to a sale ends with it. */
  readonly turn: number;
  /** Whether the draft has been looked for. */
  readonly ready: boolean;
}

export interface Cart {
  readonly state: StoreApi<CartState>;
  add(product: Product, quantity?: number, label?: LabelLine): void;
  setQuantity(key: string, quantity: number): void;
  /** Empties the counter and gives what was on it. */
  clear(): CartLines;
  /** Puts cleared lines back in place of what is on the counter. */
  bringBack(lines: CartLines): void;
  /** Takes away what has been recorded; what was scanned meanwhile begins the next sale. */
  recorded(lines: CartLines): void;
  noticeSeen(): void;
  /** The person who is signed in goes on with a sale that another one began. */
  takeOver(): void;
}

const DRAFT = 'sale';

export type CartServices = Pick<RegisterServices, 'loadDraft' | 'saveDraft' | 'sync' | 'soldSince' | 'record' | 'view' | 'signIn'>;

/** The sale in progress. It is saved after each change and found again after a crash; what is taken off it is noted in the journal. */
export function createCart(services: CartServices): Cart {
  const state = createStore<CartState>(() => ({ lines: [], touched: null, restored: false, begun: null, turn: 0, ready: false }));

  const currency = () => services.view.getState().company?.currency;
  const whoNow = () => ({ associateId: services.signIn.getState().associate?.id ?? null, at: Date.now() });

  function note(make: (inCurrency: string) => OperationRequest): void {
    const known = currency();
    if (known !== undefined) void services.record(() => accept(make(known)));
  }

  function save(): void {
    const { lines, begun } = state.getState();
    services.saveDraft(DRAFT, { lines: [...lines], afterSeq: services.sync.getState().lastSeq, begun } satisfies SaleDraft);
  }

  function change(lines: CartLines, touched: string | null): void {
    const before = state.getState();
    if (lines === before.lines) return;
    const begun = lines.length === 0 ? null : (before.begun ?? whoNow());
    state.setState({ lines, touched, begun, turn: before.turn + (lines.length === 0 && before.lines.length > 0 ? 1 : 0) });
    save();
  }

  async function restore(): Promise<void> {
    const draft = readSaleDraft(await services.loadDraft(DRAFT).catch(() => undefined));
    // The app may have died after the sale was recorded and before the draft was cleared.
    const done = draft.lines.length > 0 && (await services.soldSince(draft.afterSeq).catch(() => false));
    // Whatever was scanned while the draft was being read comes first in time for the person: it stays.
    const untouched = state.getState().lines.length === 0;
    if (draft.lines.length === 0 || done || !untouched) state.setState({ ready: true });
    else state.setState({ ready: true, restored: true, lines: draft.lines, begun: draft.begun });
  }

  void restore();
  return {
    state,
    add: (product, quantity, label) =>
      change(addProduct(state.getState().lines, product, quantity, label), lineKey({ ...product, ...label })),
    setQuantity(key, quantity) {
      const { lines } = state.getState();
      const line = lines.find((one) => lineKey(one) === key);
      const after = setQuantity(lines, key, quantity);
      if (after !== lines && line !== undefined && quantity < line.quantity) note((inCurrency) => noteReduced(line, quantity, inCurrency));
      change(after, key);
    },
    clear() {
      const { lines } = state.getState();
      if (lines.length > 0) note((inCurrency) => noteCleared(lines, inCurrency));
      change([], null);
      state.setState({ restored: false });
      return lines;
    },
    bringBack(lines) {
      if (lines.length > 0) note((inCurrency) => noteBroughtBack(lines, inCurrency));
      change(lines, null);
    },
    recorded(lines) {
      change(withoutRecorded(state.getState().lines, lines), null);
      state.setState({ restored: false });
    },
    noticeSeen: () => state.setState({ restored: false }),
    takeOver() {
      state.setState({ begun: whoNow(), restored: false });
      save();
    },
  };
}

const carts = new WeakMap<RegisterServices, Cart>();

/** The one cart of a register; it outlives the screen, so that a pickup can be handed over in the middle of a sale. */
export function cartOf(services: RegisterServices): Cart {
  const known = carts.get(services);
  if (known !== undefined) return known;
  const made = createCart(services);
  carts.set(services, made);
  return made;
}
