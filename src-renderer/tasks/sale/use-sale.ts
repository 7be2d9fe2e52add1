import { useCallback, useState } from 'react';
import { paysAnother } from '../../../domain/stored-value/on-account.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import type { Customer } from '../../../domain/customers/customer.ts';
import { ageToCheck } from '../../../domain/sale/check-age.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { useStore } from 'zustand';
import { useRegister } from '../../kit/register-context.tsx';
import { scanner } from '../../kit/scanner/scanner.ts';
import { soundRefusal } from '../../kit/scanner/scan-sounds.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { hasSerialNumber, type KeptSale, withoutRecorded } from './cart-lines.ts';
import type { Cart, CartState } from './cart-state.ts';
import { firstLack, type Lack } from './lacking.ts';
import { serialOf } from './serial-of.ts';
import { scanCard, type ScannedCard } from './customer/scan-card.ts';
import { whoIsMissing } from './order/who-is-missing.ts';
import type { CompletedSale } from './record-sale.ts';
import { type CodeRules, type Entry, resolveScan } from './resolve-entry.ts';
import { isCommand, readCommand, saysHowMuch, type ScanCommand, SELL_ONE } from './scan-command.ts';
import { searchField } from '../../kit/search-field.ts';
import { refusalSentence } from '../../kit/sentences.ts';
import { enterCode } from './enter-code.ts';
import { needsWeight, waitsForWeight } from './weigh/weighed-goods.ts';
import { weigh } from './weigh/weigh.ts';
import { useCompleteSale } from './use-complete-sale.ts';
import { useExchange } from './exchange/use-exchange.ts';
import { useCounter } from './use-counter.ts';
import { waitingSalesOf } from './waiting-sales.ts';
import { words } from '../../../texts/words/words.ts';

/** Whose scans are refused while goods are being sold. */
export const SALE_SCANS = 'sale';

/** A unit has its serial number alone: the second scan of it is a mistake, and so is a quantity where the label says how much there is. */
function sellable(entry: Entry, { quantity, isPriceCheck }: ScanCommand, state: CartState, catalog: Pick<Catalog, 'product'>): Entry {
  if (entry.kind !== 'product' || isPriceCheck) return entry;
  const missing = entry.product.terms?.components?.find(({ sku }) => catalog.product(sku) === undefined);
  if (missing !== undefined) return { kind: 'unknown', sentence: words('bundle.missing', { name: entry.product.name, sku: missing.sku }) };
  if (needsWeight(entry.product, entry.label)) return weighable(entry, quantity, waitsForWeight(state));
  if (entry.label === undefined) return entry;
  if (quantity > 1 && saysHowMuch(entry.label))
    return { kind: 'unknown', sentence: words('counter.notMultiplied', { name: entry.product.name }) };
  if (!hasSerialNumber(state.lines, entry.label)) return entry;
  return { kind: 'unknown', sentence: words('sale.serialTwice', { serial: entry.label.serialNumbers?.join(' ') ?? '' }) };
}

/** One article is weighed at a time, and each pack of it by itself. */
function weighable(entry: Entry & { readonly kind: 'product' }, quantity: number, waiting: Product | null): Entry {
  if (quantity > 1) return { kind: 'unknown', sentence: words('counter.notMultiplied', { name: entry.product.name }) };
  if (waiting === null || waiting.sku === entry.product.sku) return entry;
  return { kind: 'unknown', sentence: words('weigh.oneAtATime', { name: waiting.name }) };
}

/**
 * What a scan says of a piece that waits for its serial number: its own label, or a code that no article, card, coupon or quote has.
 * @returns null where it says nothing of it, else why it was not taken, as a sentence; '' where it was.
 */
function serialScan(cart: Cart, lack: Lack | null, code: string, entry: Entry, rules: CodeRules): string | null {
  if (lack?.what !== 'serial') return null;
  const serial = serialOf(code, lack.line.sku, entry, rules);
  if (serial === null) return null;
  return cart.enterSerial(lack.line.id, serial) ? '' : words('sale.serialTwice', { serial });
}

/** What has come onto the counter since the payment of the sale began. */
function scannedMeanwhile({ lines, paying }: CartState): string[] {
  return paying === null ? [] : withoutRecorded(lines, paying.lines).map(({ name }) => name);
}

/** The command that stands in the scan field and waits for a scan, `3*` say; it counts once. */
function takeCommand(): ScanCommand {
  const field = searchField(({ value }) => isCommand(value));
  if (field === null) return SELL_ONE;
  const { command } = readCommand(field.value);
  field.value = '';
  return command;
}

type OnEntry = (entry: Entry | null, command?: ScanCommand) => void;

/** What a scan means while goods are being sold: it adds, and never pays. */
function useSaleScanner(cart: Cart, codeRules: CodeRules, onEntry: OnEntry, onCard: (card: ScannedCard) => void): void {
  const { catalog, customers } = useRegister();
  useScanner(
    (code) => {
      const typed = takeCommand();
      const whole = resolveScan(catalog, code, codeRules);
      // What was typed right before a scan can arrive as its beginning.
      const joined = readCommand(code);
      const isJoined = whole.kind === 'unknown' && joined.command !== SELL_ONE && joined.rest !== '';
      const command = isJoined ? joined.command : typed;
      const found = isJoined ? resolveScan(catalog, joined.rest, codeRules) : whole;
      const entry = sellable(found, command, cart.state.getState(), catalog);
      // What is in no catalog may be a loyalty card.
      const card = entry.kind === 'unknown' ? scanCard(cart, customers, code) : null;
      if (card !== null) return onCard(card), null;
      const serial = serialScan(cart, firstLack(cart.state.getState().lines, catalog), code, found, codeRules);
      if (serial !== null) return serial === '' ? null : serial;
      onEntry(entry.kind === 'unknown' ? null : entry, command);
      return entry.kind === 'unknown' ? entry.sentence : null;
    },
    { owner: SALE_SCANS },
  );
}

/**
 * Why no money may be taken yet: an item that did not scan, or was not weighed, must not leave unpaid. Nobody sells to whom is too young.
 * What is ordered is for somebody who can be told and has an address for parcels, and a payment is on the account of whoever stands in
 * the sale.
 */
function whyNoMoney(openScans: number, state: CartState, lack: Lack | null, customer: Customer | undefined): string | null {
  const { lines, ageCheck, paying, customerId } = state;
  // What is scanned while a sale is being paid belongs to the next one, and holds up that one.
  if (paying !== null) return null;
  if (openScans > 0) return words('counter.notInSaleYet', { count: openScans });
  const weighing = waitsForWeight(state);
  if (weighing !== null) return words('weigh.first', { name: weighing.name });
  if (lack !== null) return words(`lack.first.${lack.what}`, { name: lack.line.name });
  const age = ageToCheck(lines, ageCheck);
  if (age !== null) return words('counter.ageFirst', { age });
  if (lines.some((line) => paysAnother(line, customerId))) return refusalSentence('account_of_another');
  return whoIsMissing(lines, customerId, customer);
}

export type SaleInProgress = ReturnType<typeof useSale>;

/** What is shown of scans, and of sales that have ended. Each scan begins something else: the receipt and the undoing of a clear end. */
function useScans(cart: Cart, codeRules: CodeRules) {
  const { scale, catalog } = useRegister();
  const [receipt, setReceipt] = useState<CompletedSale | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** The article whose price is told. */
  const [checked, setChecked] = useState<Product | null>(null);
  const [cleared, setCleared] = useState<KeptSale | null>(null);
  /** The card that several customers have, until somebody is asked which of them buys. */
  const [sharedCard, setSharedCard] = useState<string | null>(null);
  /** The quote whose number was scanned, until it is shown. */
  const [scannedQuote, setScannedQuote] = useState<string | null>(null);

  const onEntry = useCallback(
    (found: Entry | null, command: ScanCommand = SELL_ONE) => {
      setReceipt(null);
      setCleared(null);
      const entry = found && sellable(found, command, cart.state.getState(), catalog);
      if (entry?.kind === 'coupon') return setProblem(enterCode(cart, entry.code));
      if (entry?.kind === 'quote') {
        const isPaying = cart.state.getState().paying !== null;
        setScannedQuote(isPaying ? null : entry.number);
        return setProblem(isPaying ? words('quote.whilePaying', { number: entry.number }) : null);
      }
      setProblem(entry?.kind === 'unknown' ? entry.sentence : null);
      setChecked(entry?.kind === 'product' && command.isPriceCheck ? entry.product : null);
      if (entry?.kind !== 'product' || command.isPriceCheck) return;
      if (needsWeight(entry.product, entry.label)) return weigh(cart, scale, entry.product);
      cart.add(entry.product, command.quantity, entry.label);
    },
    [cart, scale, catalog],
  );
  // Who buys is seen on the counter, not beside the receipt of somebody else.
  const onCard = useCallback((card: ScannedCard) => {
    setReceipt(null);
    setCleared(null);
    setProblem(card.kind === 'refused' ? card.sentence : null);
    setSharedCard(card.kind === 'several' ? card.code : null);
    if (card.kind === 'refused') soundRefusal();
  }, []);
  useSaleScanner(cart, codeRules, onEntry, onCard);
  return {
    ...{ receipt, setReceipt, problem, setProblem, checked, setChecked, cleared, setCleared, onEntry },
    ...{ sharedCard, setSharedCard, scannedQuote, setScannedQuote },
  };
}

/** The sale at the counter, from the first scan to the receipt. */
export function useSale() {
  const register = useRegister();
  const { cart, state, counter, priced, customer, codeRules } = useCounter();
  const { cleared, setReceipt, setCleared, ...scans } = useScans(cart, codeRules);
  const { receipt, setProblem, setSharedCard, onEntry } = scans;
  // Prices and terms of articles may have changed with what the server sent last.
  const lack = firstLack(state.lines, register.catalog);
  const openScans = useStore(scanner.refused, (refused) => refused.filter(({ owner }) => owner === SALE_SCANS).length);

  const sell = useCallback((product: Product) => onEntry({ kind: 'product', product }), [onEntry]);
  const exchanging = useExchange(cart, state, priced.totalMinor, setProblem);
  const { goOnDoubted, onCheck, doubted, ...tender } = useCompleteSale({
    cart,
    state,
    priced,
    counter,
    exchanging,
    active: receipt === null,
    onProblem: setProblem,
    blocked: whyNoMoney(openScans, state, lack, customer) ?? exchanging.blocked,
    onDone: (sale) => (setReceipt(sale), setSharedCard(null)),
  });

  return {
    cart,
    state,
    counter,
    priced,
    lack,
    customer,
    exchanging,
    codeRules,
    tender,
    ...scans,
    doubted,
    sell,
    sellOpenItem: (line: CartLine, code: string | null) => (cart.addLine(line), scanner.dismiss(code ?? '')),
    canBringBack: cleared !== null,
    clear(reason: string) {
      cart.setWeighing(null);
      setCleared(cart.clear(reason));
      setProblem(null);
      scanner.dismissOf(SALE_SCANS);
    },
    bringBack() {
      if (cleared !== null) cart.bringBack(cleared);
      setCleared(null);
    },
    begin: () => setReceipt(null),
    showLast: () => setReceipt(state.last),
    /** Goods that were scanned while the sale is being paid, by name. */
    next: scannedMeanwhile(state),
    serveNext: () => (setProblem(null), waitingSalesOf(register, cart).keep()),
    goOnDoubted,
    onCheck,
  };
}
