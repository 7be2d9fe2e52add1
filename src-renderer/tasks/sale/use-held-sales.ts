import { v7 as uuidv7 } from 'uuid';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { accept } from '../../../domain/base/result.ts';
import { heldSaleDocument } from '../../../domain/held-sales/documents.ts';
import { cartOfHeld, type HeldSale, heldGoodsOf } from '../../../domain/held-sales/held-sale.ts';
import { saleHeld } from '../../../domain/held-sales/operations.ts';
import { takeHeldSale } from '../../../domain/held-sales/take-held-sale.ts';
import { codesOfCoupons, couponsOfCodes } from '../../../domain/promotions/coupon-codes.ts';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import type { Promotion } from '../../../domain/promotions/promotion.ts';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';
import type { RegisterServices } from '../../kit/register-services.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import type { Cart, CartState } from './cart-state.ts';
import type { Quote } from '../../../domain/quotes/quote.ts';
import { formatDay } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { sellByQuote } from './quote/keep-quote.ts';
import { withOwnOrders } from './order/order-line.ts';
import { withIds } from './cart-lines.ts';

type Holding = Pick<RegisterServices, 'record' | 'identity' | 'view'>;

/**
 * Puts the sale on the counter aside for every register of the store. It leaves the counter once that is durable (rule J1).
 * @param promotions by which the codes of its coupons are known.
 * @returns why it was not done; null when it was, or when there is nothing to hold.
 */
export async function holdSale({ record, identity, view }: Holding, cart: Cart, promotions: readonly Promotion[]): Promise<string | null> {
  if (cart.state.getState().exchange !== null) return words('exchange.notHeld');
  const kept = cart.onCounter();
  const currency = view.getState().company?.currency;
  if (kept === null || kept.paying !== null || currency === undefined) return null;
  const { customerId, points } = kept;
  const coupons = couponsOfCodes(promotions, kept.codes);
  const payload = {
    ...heldGoodsOf(kept.lines, kept.saleDiscount, currency, coupons),
    heldSaleId: kept.id,
    prefix: identity.prefix,
    customerId,
    ...(points !== null && { points }),
  };
  const result = await record(() => accept(saleHeld.request(payload)));
  if (!result.ok) return refusalSentence(result.refusal);
  if (cart.state.getState().id === kept.id) cart.takeUp(null);
  return null;
}

/** Puts a held sale on the counter. The draft of the counter names it before the journal does: it is in two places rather than in none. */
export function resumeSale(cart: Cart, held: HeldSale, promotions: readonly Promotion[]): void {
  const { lines, saleDiscount } = cartOfHeld(held);
  const begun = { associateId: held.associateId, at: Date.parse(held.at) };
  const codes = codesOfCoupons(promotions, held.coupons);
  cart.takeUp({
    lines: [...withOwnOrders(withIds(lines), uuidv7)],
    saleDiscount,
    begun,
    id: uuidv7(),
    ageCheck: null,
    heldSaleId: held.id,
    codes,
    points: held.points ?? null,
    customerId: held.customerId,
    exchange: null,
    paying: null,
  });
  cart.takeOver();
}

/** Notes that this register took up a held sale. @returns why it was not done; null when it was. */
export async function noteTaken({ record, identity }: Holding, heldSaleId: string): Promise<string | null> {
  const result = await record(({ reader }) => takeHeldSale(reader, { heldSaleId, prefix: identity.prefix }));
  return result.ok ? null : refusalSentence(result.refusal);
}

/** What a start after a crash finds in two places at once. */
export type TwoPlaces = 'held' | 'resumed' | null;

/** Whether the sale on the counter was held before the counter was cleared, or taken up before the journal says so. */
export function inTwoPlaces(
  { id, heldSaleId, restored }: Pick<CartState, 'id' | 'heldSaleId' | 'restored'>,
  held: readonly HeldSale[],
): TwoPlaces {
  if (restored && held.some((one) => one.id === id)) return 'held';
  return heldSaleId !== null && held.some((one) => one.id === heldSaleId && one.taken.length === 0) ? 'resumed' : null;
}

/** The registers beside this one that went on with a held sale. */
export function alsoTakenBy(held: HeldSale | undefined, registerId: string): HeldSale['taken'] {
  return (held?.taken ?? []).filter((one) => one.registerId !== registerId);
}

export interface HeldSalesOptions {
  readonly cart: Cart;
  readonly state: CartState;
  readonly onProblem: (sentence: string | null) => void;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** The held sales of the store, and the ways to hold one and to go on with one: F5 does whichever is meant. */
export function useHeldSales({ cart, state, onProblem, onDone }: HeldSalesOptions) {
  const register = useRegister();
  const all = useDocumentList(heldSaleDocument);
  const promotions = useDocumentList(promotionDocument);
  const held = useMemo(
    () => all.filter(({ id, taken }) => taken.length === 0 && id !== state.heldSaleId).sort((a, b) => (a.at < b.at ? -1 : 1)),
    [all, state.heldSaleId],
  );
  const twice = inTwoPlaces(state, all);
  const settle = useEffectEvent(() => {
    if (twice === 'held') cart.takeUp(null);
    else if (state.heldSaleId !== null) void noteTaken(register, state.heldSaleId).then(onProblem);
  });
  useEffect(() => {
    if (twice !== null) settle();
  }, [twice, state.heldSaleId]);

  const hold = async () => (onProblem(await holdSale(register, cart, promotions)), onDone());
  async function resume(wanted: HeldSale): Promise<void> {
    const problem = await holdSale(register, cart, promotions);
    if (problem !== null) return onProblem(problem);
    if (cart.onCounter() !== null) return;
    resumeSale(cart, wanted, promotions);
    onDone();
  }

  /** Sells by a quote; what is on the counter is held meanwhile. */
  async function sellQuote(quote: Quote, today: string): Promise<void> {
    const problem = await holdSale(register, cart, promotions);
    if (problem !== null) return onProblem(problem);
    if (cart.onCounter() !== null) return;
    const holds = sellByQuote(cart, quote, today);
    onProblem(holds ? null : words('quote.ended', { number: quote.number, date: formatDay(quote.validUntil) }));
    onDone();
  }

  useKeyDown((event) => {
    if (event.key !== 'F5' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return null;
    return () => {
      const last = held.at(-1);
      if (isDialogOpen()) return;
      if (state.lines.length > 0) void hold();
      else if (last !== undefined) void resume(last);
    };
  });

  const own = all.find(({ id }) => id === state.heldSaleId);
  return {
    held,
    also: alsoTakenBy(own, register.identity.registerId),
    hold: () => void hold(),
    resume: (wanted: HeldSale) => void resume(wanted),
    sellQuote: (quote: Quote, today: string) => void sellQuote(quote, today),
  };
}

export type HeldSalesState = ReturnType<typeof useHeldSales>;
