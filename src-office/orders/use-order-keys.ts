import type { RefObject } from 'react';
import type { ListedOrder } from '../../domain/orders/order-list-protocol.ts';
import { isDialogOpen } from '../../src-renderer/kit/is-dialog-open.ts';
import { useKeyDown } from '../../src-renderer/kit/use-key-down.ts';
import { ORDER_VIEWS, type OrderViewName } from './order-filter.ts';

export interface OrderKeys {
  readonly items: readonly ListedOrder[];
  /** The number of the order that is open; null when none is. */
  readonly opened: string | null;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onOpen: (number: string | null) => void;
  readonly onView: (view: OrderViewName) => void;
}

/** The keys of the page of orders: J and K go through the list, Esc closes, / finds, digits choose a view. None changes an order. */
export function useOrderKeys({ items, opened, search, onOpen, onView }: OrderKeys): void {
  function step(by: 1 | -1): void {
    const at = items.findIndex(({ number }) => number === opened);
    const next = at === -1 ? items[0] : items[at + by];
    if (next !== undefined) onOpen(next.number);
  }

  useKeyDown(({ key, target, ctrlKey, altKey, metaKey }) => {
    if (ctrlKey || altKey || metaKey || isDialogOpen()) return null;
    if (target instanceof HTMLElement && target.matches('input, textarea, select')) return null;
    if (key === '/') return () => search.current?.select();
    if (key.toLowerCase() === 'j') return () => step(1);
    if (key.toLowerCase() === 'k') return () => step(-1);
    if (key === 'Escape' && opened !== null) return () => onOpen(null);
    const view = ORDER_VIEWS[Number(key) - 1];
    return view === undefined ? null : () => onView(view);
  });
}
