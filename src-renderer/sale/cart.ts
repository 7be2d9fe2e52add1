import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Product } from '../../domain/catalog/product.ts';
import type { RegisterServices } from '../app/register-services.ts';
import { addProduct, type CartLines, lineKey, readSaleDraft, type SaleDraft, setQuantity, withoutRecorded } from './cart-lines.ts';

export interface CartState {
  readonly lines: CartLines;
  /** The line that was touched last; null when the cart is empty. */
  readonly touched: string | null;
  /** Set when the lines were found again after a crash, until the person has seen it. */
  readonly restored: boolean;
  /** Goes up with each sale that ends: paid, cleared, or its last line removed. Whatever belongs to a sale ends with it. */
  readonly turn: number;
  /** Whether the draft has been looked for. */
  readonly ready: boolean;
}

export interface Cart {
  readonly state: StoreApi<CartState>;
  add(product: Product, quantity?: number): void;
  setQuantity(key: string, quantity: number): void;
  /** Empties the counter and gives what was on it. */
  clear(): CartLines;
  /** Puts cleared lines back in place of what is on the counter. */
  bringBack(lines: CartLines): void;
  /** Takes away what has been recorded; what was scanned meanwhile begins the next sale. */
  recorded(lines: CartLines): void;
  noticeSeen(): void;
}

const DRAFT = 'sale';

type Drafts = Pick<RegisterServices, 'loadDraft' | 'saveDraft' | 'sync' | 'soldSince'>;

/** The sale in progress. It is saved after each change and found again after a crash. */
export function createCart(drafts: Drafts): Cart {
  const state = createStore<CartState>(() => ({ lines: [], touched: null, restored: false, turn: 0, ready: false }));

  function change(lines: CartLines, touched: string | null): void {
    const before = state.getState();
    if (lines === before.lines) return;
    state.setState({ lines, touched, turn: before.turn + (lines.length === 0 && before.lines.length > 0 ? 1 : 0) });
    drafts.saveDraft(DRAFT, { lines: [...lines], afterSeq: drafts.sync.getState().lastSeq } satisfies SaleDraft);
  }

  async function restore(): Promise<void> {
    const draft = readSaleDraft(await drafts.loadDraft(DRAFT).catch(() => undefined));
    // The app may have died after the sale was recorded and before the draft was cleared.
    const done = draft.lines.length > 0 && (await drafts.soldSince(draft.afterSeq).catch(() => false));
    // Whatever was scanned while the draft was being read comes first in time for the person: it stays.
    const untouched = state.getState().lines.length === 0;
    if (draft.lines.length === 0 || done || !untouched) state.setState({ ready: true });
    else state.setState({ ready: true, restored: true, lines: draft.lines });
  }

  void restore();
  return {
    state,
    add: (product, quantity) => change(addProduct(state.getState().lines, product, quantity), lineKey(product)),
    setQuantity: (key, quantity) => change(setQuantity(state.getState().lines, key, quantity), key),
    clear() {
      const { lines } = state.getState();
      change([], null);
      state.setState({ restored: false });
      return lines;
    },
    bringBack: (lines) => change(lines, null),
    recorded(lines) {
      change(withoutRecorded(state.getState().lines, lines), null);
      state.setState({ restored: false });
    },
    noticeSeen: () => state.setState({ restored: false }),
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
