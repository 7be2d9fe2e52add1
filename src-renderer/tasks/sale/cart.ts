import { v7 as uuidv7 } from 'uuid';
import { createStore } from 'zustand/vanilla';
import type { OperationRequest } from '../../../domain/registry/operations.ts';
import { accept } from '../../../domain/base/result.ts';
import { noteBroughtBack, noteCleared, noteReduced } from '../../../domain/sale/note-undone.ts';
import { ageAskedBy } from '../../../domain/sale/check-age.ts';
import { isQuoted } from '../../../domain/pricing/quoted-lines.ts';
import type { RegisterServices } from '../../kit/register-services.ts';
import { isAttached, lastOwner, ownerOf } from './attached-deposits.ts';
import {
  addBundle,
  addLine,
  addProduct,
  forFewerGoods,
  MAX_LINES,
  hasSerialNumber,
  type CartLines,
  readSaleDraft,
  sameBundle,
  setQuantity,
  touchedBy,
  withoutRecorded,
} from './cart-lines.ts';
import type { Cart, CartState } from './cart-state.ts';
import { isOnePiece } from './lacking.ts';
import { draftOf, emptyCart, keptOf, NOTHING_DECIDED } from './new-cart.ts';
import { orderLine } from './order/order-line.ts';
import { changedPrices, joinChanges } from './price/changed-prices.ts';
import { allowedBy, decidedBy } from './price/allowed-by.ts';
import { pricedAgain, pricedHere } from './price/prices-here.ts';

const DRAFT = 'sale';

export type CartServices = Pick<
  RegisterServices,
  'loadDraft' | 'saveDraft' | 'sync' | 'soldSince' | 'record' | 'view' | 'signIn' | 'prices' | 'catalog' | 'customers'
>;

/** The lines of the sale in progress, as they are kept: saved after each change, and found again after a crash. */
function keepLines(services: CartServices) {
  const state = createStore<CartState>(emptyCart);

  const whoNow = () => ({ associateId: services.signIn.getState().associate?.id ?? null, at: Date.now() });

  const save = () => services.saveDraft(DRAFT, draftOf(state.getState(), services.sync.getState().lastSeq));

  function change(given: CartLines, touched: string | null): void {
    const before = state.getState();
    if (given === before.lines) return;
    const lines = before.paying === null ? pricedHere(services, given, before.customerId, before.lines) : given;
    const begun = lines.length === 0 ? null : (before.begun ?? whoNow());
    if (lines.length > MAX_LINES && lines.length > before.lines.length) return;
    // A price that a person gave or a quote promised, and that the sale loses here, is told: nobody took it away.
    const lost = changedPrices(
      given.filter((line) => line.override !== undefined || isQuoted(line)),
      lines,
    );
    // A line that is gone leaves the mark to the last one.
    const marked = lines.some(({ id }) => id === touched) ? touched : lastOwner(lines);
    const hasEnded = lines.length === 0 && before.lines.length > 0;
    state.setState({
      lines,
      touched: marked,
      begun,
      ...(lost.length > 0 && { changedPrices: joinChanges(before.changedPrices, lost) }),
      ...(hasEnded && {
        turn: before.turn + 1,
        id: uuidv7(),
        paying: null,
        changedPrices: [],
        ...NOTHING_DECIDED,
        exchange: before.exchange,
      }),
    });
    save();
  }

  async function restore(): Promise<void> {
    const draft = readSaleDraft(await services.loadDraft(DRAFT).catch(() => undefined));
    // The app may have died after the sale was recorded and before the draft was cleared.
    const done = draft.lines.length > 0 && (await services.soldSince(draft.afterSeq).catch(() => false));
    // Goods that were scanned while that sale was being paid are not sold yet.
    const left = done ? withoutRecorded(draft.lines, draft.paying?.lines ?? draft.lines) : draft.lines;
    // Whatever was scanned while the draft was being read comes first in time for the person: it stays.
    const untouched = state.getState().lines.length === 0;
    const { begun, paying, saleDiscount, ageCheck, heldSaleId, codes, points, customerId, id, exchange } = draft;
    // What was said before anything was scanned was said of somebody who is gone.
    if (left.length === 0 || !untouched) return state.setState({ ready: true, ...(!done && exchange !== null && { exchange }) });
    const found = {
      ready: true,
      restored: true,
      ...pricedAgain(services, { lines: left, paying: done ? null : paying, customerId: done ? null : customerId }),
      touched: lastOwner(left),
      begun,
    };
    state.setState(
      done
        ? found
        : { ...found, paying, saleDiscount, ageCheck, heldSaleId, codes, points, customerId, exchange, id: id ?? state.getState().id },
    );
  }

  // The next person serves the next customer: what was said of an empty counter is not about that one.
  services.signIn.subscribe(({ associate }, before) => {
    const { lines, ready, exchange } = state.getState();
    if (associate?.id === before.associate?.id || lines.length > 0 || exchange !== null || !ready) return;
    state.setState(NOTHING_DECIDED);
    save();
  });
  void restore();
  return { state, change, save, whoNow };
}

/** Gives the lines the prices of today, and tells of those that cost something else. Prices that are still on their way are not gone. */
function refresh({ state, change }: Kept, services: CartServices): void {
  const { lines, touched, paying, customerId } = state.getState();
  if (paying !== null || !services.view.getState().complete) return;
  const after = pricedHere(services, lines, customerId);
  state.setState((before) => ({ changedPrices: joinChanges(before.changedPrices, changedPrices(lines, after)) }));
  change(after, touched);
}

type Kept = ReturnType<typeof keepLines>;
type Note = (make: (inCurrency: string) => OperationRequest) => void;
type Changes = Pick<Cart, 'add' | 'addLine' | 'setWeighing' | 'reprice' | 'refuseAge' | 'setNote' | 'setQuantity' | 'order' | 'mark'>;

/** What is said of the sale as a whole. */
function saidOf({ state, change, save }: Kept): Pick<Cart, 'setCodes' | 'usePoints' | 'setCustomer' | 'checkAge' | 'setExchange'> {
  return {
    setCodes(codes) {
      if (state.getState().paying !== null) return;
      state.setState({ codes });
      save();
    },
    usePoints(points) {
      if (state.getState().paying !== null) return;
      state.setState({ points });
      save();
    },
    setExchange(exchange) {
      if (state.getState().paying !== null) return false;
      state.setState({ exchange });
      save();
      return true;
    },
    checkAge(ageCheck) {
      state.setState({ ageCheck });
      save();
    },
    setCustomer(customerId) {
      const { lines, touched, paying, points, customerId: before } = state.getState();
      if (paying !== null) return false;
      // Nobody uses the points of another.
      state.setState({ customerId, points: customerId === before ? points : null });
      change([...lines], touched);
      return true;
    },
  };
}

/** How the quantity of a line changes. A bundle goes as a whole, and a deposit with its goods. */
function quantitiesOf({ state, change }: Kept, services: CartServices, note: Note): Cart['setQuantity'] {
  function removeBundle(parts: CartLines): void {
    for (const part of parts) note((inCurrency) => noteReduced(part, 0, inCurrency));
    const { lines, saleDiscount } = state.getState();
    state.setState({ saleDiscount: forFewerGoods(saleDiscount) });
    change(
      lines.filter((line) => !parts.includes(line)),
      null,
    );
  }

  return (id, quantity) => {
    const { lines, paying, saleDiscount } = state.getState();
    if (paying !== null) return;
    const line = lines.find((one) => one.id === id);
    if (line !== undefined && (isAttached(line) || (quantity > 1 && isOnePiece(line, services.catalog)))) return;
    if (line?.bundle !== undefined) return quantity === 0 ? removeBundle(sameBundle(lines, line)) : undefined;
    const after = setQuantity(lines, id, quantity);
    if (after === lines || line === undefined || quantity >= line.quantity) return change(after, id);
    note((inCurrency) => noteReduced(line, quantity, inCurrency));
    state.setState({ saleDiscount: forFewerGoods(saleDiscount) });
    change(
      after.map((one) => (one.id === id && one.discount !== undefined ? { ...one, discount: forFewerGoods(one.discount) } : one)),
      id,
    );
  };
}

/** What changes single lines, and their prices. What is being paid does not change. */
function changesOf(kept: Kept, services: CartServices, note: Note): Changes {
  const { state, change } = kept;
  return {
    add(product, quantity, label) {
      const { lines } = state.getState();
      const find = (sku: string) => services.catalog.product(sku);
      const isBundle = product.terms?.components !== undefined;
      const after = isBundle ? addBundle(lines, product, quantity ?? 1, find) : addProduct(lines, product, quantity, label);
      change(after, touchedBy(lines, after));
    },
    addLine(line) {
      const { lines } = state.getState();
      const after = addLine(lines, line);
      change(after, touchedBy(lines, after));
    },
    setWeighing(product) {
      state.setState(({ turn }) => ({ weighing: product && { product, turn } }));
    },
    reprice({ lines, saleDiscount }) {
      const { touched, paying } = state.getState();
      if (paying !== null) return;
      state.setState({ saleDiscount });
      change([...lines], touched);
    },
    refuseAge() {
      const { lines, paying } = state.getState();
      if (paying !== null) return [];
      const refused = lines.filter((line) => ageAskedBy(sameBundle(lines, line)) !== null);
      for (const line of refused) note((inCurrency) => noteReduced(line, 0, inCurrency));
      if (refused.length > 0) state.setState({ saleDiscount: forFewerGoods(state.getState().saleDiscount) });
      change(
        lines.filter((line) => !refused.includes(line)),
        null,
      );
      return refused.map(({ name }) => name);
    },
    setNote(id, text) {
      const { lines, paying } = state.getState();
      if (paying !== null) return;
      change(
        lines.map((line) => (line.id === id ? { ...line, note: text.trim() || null } : line)),
        id,
      );
    },
    setQuantity: quantitiesOf(kept, services, note),
    order(id, quantity, fulfillment) {
      const { lines, paying } = state.getState();
      if (paying === null) change(orderLine(lines, id, quantity, fulfillment, uuidv7()), id);
    },
    mark(id) {
      const owner = ownerOf(state.getState().lines, id);
      if (state.getState().touched !== owner) state.setState({ touched: owner });
    },
  };
}

/** What lines lacked: the price of an open-price article, the serial number of a piece. */
function entriesOf({ state, change }: Kept): Pick<Cart, 'enterPrice' | 'enterSerial'> {
  return {
    enterPrice(id, unitPrice) {
      const { lines, paying } = state.getState();
      if (paying !== null) return;
      change(
        lines.map(({ catalogPrice: _, ...line }) => (line.id === id ? { ...line, unitPrice, priceSource: 'entered' as const } : line)),
        id,
      );
    },
    enterSerial(id, serial) {
      const { lines, paying } = state.getState();
      if (paying !== null || hasSerialNumber(lines, { serialNumbers: [serial] })) return false;
      change(
        lines.map((line) => (line.id === id ? { ...line, serialNumbers: [serial] } : line)),
        id,
      );
      return true;
    },
  };
}

/** What becomes of a sale that is being paid. @param refreshPrices called when its goods may change again. */
function paymentOf({ state, change, save, whoNow }: Kept, refreshPrices: () => void): Pick<Cart, 'pay' | 'stopPaying' | 'recorded'> {
  return {
    pay(sum, cartId) {
      const { lines, paying, id } = state.getState();
      if (paying !== null || lines.length === 0 || (cartId ?? id) !== id) return;
      const { lines: priced, totalMinor, taxMinor, coupons, usedPoints = 0, taxExemptionId = null } = sum;
      state.setState({ paying: { lines, sum: { lines: priced, totalMinor, taxMinor, coupons, usedPoints, taxExemptionId } } });
      save();
    },
    stopPaying() {
      if (state.getState().paying === null) return;
      state.setState({ paying: null });
      save();
      refreshPrices();
    },
    recorded(lines, sale, soldId) {
      const { lines: all, turn, id } = state.getState();
      const sold = soldId ?? id;
      if (sale !== undefined) state.setState({ last: sale, sold });
      if (sold !== id) return;
      // What is left is the next sale: nothing of it is being paid, and its prices are not those of this customer.
      state.setState({ paying: null, ...NOTHING_DECIDED });
      change(withoutRecorded(all, lines), null);
      const hasNext = state.getState().turn === turn;
      // What was scanned meanwhile is another sale.
      state.setState({
        restored: false,
        changedPrices: [],
        ...(hasNext && { turn: turn + 1, id: uuidv7(), begun: whoNow() }),
      });
      save();
    },
  };
}

/** The sale in progress. What is taken off it is noted in the journal. */
export function createCart(services: CartServices): Cart {
  const kept = keepLines(services);
  const { state, change, save, whoNow } = kept;
  const refreshPrices = () => refresh(kept, services);

  const note: Note = (make) => {
    const known = services.view.getState().company?.currency;
    if (known !== undefined) void services.record(() => accept(make(known)));
  };

  return {
    state,
    ...saidOf(kept),
    ...changesOf(kept, services, note),
    ...entriesOf(kept),
    ...paymentOf(kept, refreshPrices),
    refreshPrices,
    clear(reason) {
      const kept = keptOf(state.getState());
      if (kept?.paying != null) return null;
      if (kept !== null) note((inCurrency) => noteCleared(kept.lines, inCurrency, reason));
      state.setState({ exchange: null });
      change([], null);
      state.setState({ restored: false });
      return kept;
    },
    bringBack({ lines, saleDiscount, ageCheck, heldSaleId, codes, points, customerId, exchange }) {
      if (state.getState().paying !== null) return;
      note((inCurrency) => noteBroughtBack(lines, inCurrency));
      state.setState({ saleDiscount, ageCheck, heldSaleId, codes, points, customerId, exchange });
      change(lines, null);
    },
    onCounter: () => keptOf(state.getState()),
    takeUp(sale) {
      const { turn } = state.getState();
      const taken = sale ?? { lines: [], begun: null, id: uuidv7(), paying: null, ...NOTHING_DECIDED };
      state.setState({
        ...taken,
        ...pricedAgain(services, taken),
        touched: lastOwner(taken.lines),
        restored: false,
        turn: turn + 1,
      });
      save();
    },
    noticeSeen: () => state.setState({ restored: false, changedPrices: [] }),
    takeOver() {
      const { begun, lines, saleDiscount, paying } = state.getState();
      const now = whoNow();
      const from = begun?.associateId ?? null;
      // What the other one decided stays that person's word: it is not judged by what the new one may do.
      if (paying === null && from !== null && from !== now.associateId)
        state.setState({ lines: lines.map((line) => allowedBy(line, from)), saleDiscount: decidedBy(saleDiscount, from) });
      state.setState({ begun: now, restored: false });
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
