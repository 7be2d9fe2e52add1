import { useEffect, useEffectEvent, useState } from 'react';
import { discountOf } from '../../../domain/base/adjustment.ts';
import type { Approval } from '../../../domain/base/envelope.ts';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { accept } from '../../../domain/base/result.ts';
import { quickKeysLaidOut } from '../../../domain/quick-keys/quick-keys.ts';
import type { QuickKeyPage } from '../../../domain/sale/settings.ts';
import { roles } from '../../../domain/permissions/roles.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { approvedBy } from '../../kit/approved-by.ts';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';
import { useDocuments, useRegister, useSetting, useSignIn } from '../../kit/register-context.tsx';
import { refusalSentence } from '../../kit/sentences.ts';
import { priceCart } from './price-cart.ts';
import { answerToWish, ownLimit, type PriceWish, type WishedSale, withinLimit, withWish } from './price/price-wish.ts';
import type { CounterLine } from './cart-lines.ts';
import type { WaitingPrice } from './side/ApprovalPanel.tsx';
import type { Counter } from './use-counter.ts';
import { words } from '../../../texts/words/words.ts';

/** What stands in place of the quick keys; null for the keys themselves. */
export type Side =
  | { readonly kind: 'price'; readonly on: 'line' | 'sale' }
  | { readonly kind: 'giftCard' }
  /** `card` is what was scanned and several customers have; `next` is gone on with once somebody has said who buys. */
  | { readonly kind: 'customer'; readonly card: string | null; readonly next?: Side }
  | { readonly kind: 'coupon' }
  /** `number` is that of a quote that was scanned; null for none. */
  | { readonly kind: 'quotes'; readonly number: string | null }
  | { readonly kind: 'layOut' }
  | { readonly kind: 'note'; readonly lineId: string }
  | { readonly kind: 'order'; readonly lineId: string }
  /** `code` is what was scanned and is in no catalog. */
  | { readonly kind: 'openItem'; readonly code: string | null }
  | { readonly kind: 'approval'; readonly waiting: WaitingPrice; readonly own: PriceWish | null };

export interface SideOptions {
  readonly counter: Pick<Counter, 'cart' | 'state' | 'counter' | 'priced'>;
  readonly onProblem: (sentence: string | null) => void;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** What a line, or the whole sale, comes to. */
function sumOf(priced: PricedSale, lines: readonly CounterLine[], wish: PriceWish): number {
  const line = wish.on === 'sale' ? undefined : priced.lines[lines.findIndex(({ id }) => id === wish.id)];
  return line === undefined ? priced.totalMinor : line.grossMinor - discountOf(line);
}

/** Asks the roles what a wish for another price needs, on the sale as it is now. */
function useWish({ cart, counter, priced }: SideOptions['counter']) {
  const table = useSetting(roles);
  const associates = useDocuments(associateDocument);
  const associate = useSignIn((signIn) => signIn.associate);
  if (counter === null || associate === null) return null;
  const who = { table, associateId: associate.id, role: associate.role, roleOf: (id: string) => associates.get(id)?.role };
  const price = (sale: WishedSale<CounterLine>) => {
    const { codes, points } = cart.state.getState();
    return priceCart(sale.lines, counter, sale.saleDiscount, codes, points);
  };
  return (wish: PriceWish, reason: string) => {
    const sale = cart.state.getState();
    const line = wish.on === 'sale' ? undefined : sale.lines.find(({ id }) => id === wish.id);
    const wished = price(withWish(sale, wish, { reason, approvedBy: null }));
    const { answer, weight } = answerToWish(wished, who);
    const limit = ownLimit(table, associate.role) ?? 10_000;
    const within = limit === 0 ? null : withinLimit(wish, line, priced.totalMinor, limit);
    const ownPriced = within === null ? null : price(withWish(sale, within, { reason, approvedBy: null }));
    const own = ownPriced !== null && answerToWish(ownPriced, who).answer.kind === 'allowed' ? ownPriced : null;
    const waiting: WaitingPrice = {
      name: line?.name ?? words('counter.wholeSale'),
      category: line?.category ?? null,
      sku: line?.sku ?? null,
      lineId: line?.id ?? null,
      reason,
      weight,
      limit,
      oldMinor: sumOf(price(sale), sale.lines, wish),
      newMinor: sumOf(wished, sale.lines, wish),
      ownMinor: own === null ? null : sumOf(own, sale.lines, wish),
    };
    return { answer, waiting, own: own === null ? null : within };
  };
}

/** What Alt and a key open; null for a key that opens nothing now. @param marked the line that it is for; null for none. */
function sideOfKey({ code, shiftKey }: KeyboardEvent, hasLines: boolean, marked: string | null): Side | null {
  if (code === 'KeyC') return { kind: 'coupon' };
  if (code === 'KeyQ') return { kind: 'quotes', number: null };
  if (code === 'KeyK') return { kind: 'customer', card: null };
  if (!hasLines) return null;
  if (code === 'KeyD') return { kind: 'price', on: shiftKey ? 'sale' : 'line' };
  if (marked === null) return null;
  return code === 'KeyO' ? { kind: 'order', lineId: marked } : code === 'KeyN' ? { kind: 'note', lineId: marked } : null;
}

/** What is done in place of the quick keys: prices, notes, open items, approvals. Scans are taken meanwhile. */
export function useSide({ counter, onProblem, onDone }: SideOptions) {
  const { cart, state } = counter;
  const register = useRegister();
  const [side, setSide] = useState<Side | null>(null);
  const ask = useWish(counter);
  const marked = state.lines.find(({ id }) => id === state.touched) ?? null;

  function close(): void {
    register.giveUpApproval();
    setSide(null);
    onDone();
  }
  const endWith = useEffectEvent(() => {
    if (side !== null) close();
  });
  // Whatever was begun on a sale ends with it, and with the screen.
  useEffect(() => endWith(), [state.turn]);
  useEffect(() => () => register.giveUpApproval(), [register]);

  function apply(wish: PriceWish, reason: string, approval: Approval | null): void {
    cart.reprice(withWish(cart.state.getState(), wish, { reason, ...approvedBy(approval) }));
    close();
  }

  async function wish(wanted: PriceWish, reason: string): Promise<void> {
    const asked = ask?.(wanted, reason);
    if (asked === undefined) return;
    onProblem(null);
    const { answer, waiting, own } = asked;
    if (answer.kind === 'allowed') return apply(wanted, reason, null);
    if (answer.kind === 'denied') return onProblem(refusalSentence('not_allowed'));
    setSide({ kind: 'approval', waiting, own });
    const approval = await register.requestApproval('sale.discount', answer.by, true);
    if (approval !== null) apply(wanted, reason, approval);
  }

  const open = (next: Side) => (register.giveUpApproval(), setSide(next));
  useKeyDown((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || isDialogOpen()) return null;
    const next = sideOfKey(event, state.lines.length > 0, marked?.id ?? null);
    return next === null ? null : () => open(next);
  });

  async function layOut(pages: QuickKeyPage[]): Promise<void> {
    const result = await register.record(() => accept(quickKeysLaidOut.request({ pages })));
    if (result.ok) return close();
    onProblem(refusalSentence(result.refusal));
  }

  return {
    side,
    marked,
    layOut: (pages: QuickKeyPage[]) => void layOut(pages),
    open,
    close,
    wish: (wanted: PriceWish, reason: string) => void wish(wanted, reason),
    takeOwnLimit: () => side?.kind === 'approval' && side.own !== null && apply(side.own, side.waiting.reason, null),
    closeCustomer: () => {
      const next = side?.kind === 'customer' ? side.next : undefined;
      if (next === undefined || cart.state.getState().customerId === null) close();
      else open(next);
    },
    setNote: (note: string) => (side?.kind === 'note' && cart.setNote(side.lineId, note), close()),
  };
}

export type SideState = ReturnType<typeof useSide>;
