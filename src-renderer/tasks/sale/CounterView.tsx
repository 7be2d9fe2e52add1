import { Button } from '@mantine/core';
import { type RefObject, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Product } from '../../../domain/catalog/product.ts';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { leftForCustomer } from '../../../domain/promotions/promotion-context.ts';
import { Link } from 'wouter';
import { IconDiscount, IconEdit, IconGift, IconRecycle } from '../../kit/icons.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { OldShiftNotice } from '../shift/OldShiftNotice.tsx';
import { KeptSaleNotice } from './KeptSaleNotice.tsx';
import { enterQuantities } from './quantity-fields.ts';
import { countsOf } from './cart-lines.ts';
import { CouponChips } from './CouponChips.tsx';
import { PointsChip } from './PointsChip.tsx';
import { enterCode } from './enter-code.ts';
import { CustomerChip } from './customer/CustomerChip.tsx';
import { CustomerPanel } from './customer/CustomerPanel.tsx';
import type { Quote } from '../../../domain/quotes/quote.ts';
import { useStoreDate } from '../../kit/use-store-date.ts';
import { QuotePanel } from './quote/QuotePanel.tsx';
import { OrderPanel } from './order/OrderPanel.tsx';
import { CouponPanel } from './side/CouponPanel.tsx';
import { LackPanel } from './side/LackPanel.tsx';
import { ChangedPricesNotice } from './price/ChangedPricesNotice.tsx';
import { ExchangeLines } from './exchange/ExchangeLines.tsx';
import { scanFirst } from './exchange/scan-first.ts';
import { QuickKeys } from './keys/QuickKeys.tsx';
import { SaleActions } from './SaleActions.tsx';
import { SaleLines } from './SaleLines.tsx';
import { scanner } from '../../kit/scanner/scanner.ts';
import { HeldTabs } from './HeldTabs.tsx';
import { type HeldSalesState, useHeldSales } from './use-held-sales.ts';
import { useQuickKeyPages } from './keys/use-quick-key-pages.ts';
import { useAge } from './use-age.ts';
import { OpenScans } from './OpenScans.tsx';
import type { Cart, CartState } from './cart-state.ts';
import type { ScanCommand } from './scan-command.ts';
import type { Entry } from './resolve-entry.ts';
import { SalePayment } from './SalePayment.tsx';
import styles from './SaleScreen.module.css';
import { SaleSide } from './SaleSide.tsx';
import { type SideState, useSide } from './use-side.ts';
import { ScanField } from './ScanField.tsx';
import type { SaleInProgress } from './use-sale.ts';
import { WaitingTabs } from './WaitingTabs.tsx';
import { addWeighed } from './weigh/weigh.ts';
import { waitsForWeight } from './weigh/weighed-goods.ts';
import { WeighPanel } from './weigh/WeighPanel.tsx';
import { words } from '../../../texts/words/words.ts';

/** Keys, goods, money: the sale while it is being put together. */
export function CounterView({ sale }: { readonly sale: SaleInProgress }) {
  const { counter, state, priced, tender } = sale;
  const scanField = useRef<HTMLInputElement>(null);
  const goods = useRef<HTMLDivElement>(null);
  const focusScan = useCallback(() => scanField.current?.focus(), []);
  const { finding, find, onEntry, sell } = useFinding(sale, focusScan);
  const side = useSide({ counter: sale, onProblem: sale.setProblem, onDone: focusScan });
  useSharedCard(sale, side);
  useScannedQuote(sale, side);
  const sales = useHeldSales({ cart: sale.cart, state, onProblem: sale.setProblem, onDone: focusScan });
  const focusQuantities = useCallback(() => enterQuantities(goods.current), []);
  const step = useCallback((steps: number | null) => stepMarked(sale.cart, steps), [sale.cart]);
  const currency = counter?.currency ?? 'USD';
  return (
    <div className={styles.counter}>
      <div className={styles.scan}>
        <ScanField
          key={state.turn}
          field={scanField}
          currency={currency}
          codeRules={sale.codeRules}
          onEntry={onEntry}
          onStep={step}
          onQuantities={focusQuantities}
        />
      </div>
      {/* From the scan field Tab leads to the goods first. */}
      <Goods sale={sale} sales={sales} side={side} place={goods} currency={currency} finding={finding} onFind={find} onDone={focusScan} />
      <Beside sale={sale} sales={sales} side={side} currency={currency} onSell={sell} onDone={focusScan} />
      <SalePayment
        className={styles.till}
        priced={priced}
        currency={currency}
        counter={counter}
        tender={tender}
        exchange={sale.exchanging.inHand}
        last={state.last}
        onShowLast={sale.showLast}
        onShiftOpened={() => (sale.setProblem(null), focusScan())}
      >
        <CustomerChip customerId={state.customerId} customer={sale.customer} onOpen={() => side.open({ kind: 'customer', card: null })} />
      </SalePayment>
    </div>
  );
}

interface BesideProps extends Pick<GoodsProps, 'sale' | 'sales' | 'side' | 'currency' | 'onDone'> {
  readonly onSell: (product: Product) => void;
}

/** The column beside the goods, with all that can stand there. */
function Beside({ sale, sales, side, currency, onSell, onDone }: BesideProps) {
  const { counter, state } = sale;
  const pages = useQuickKeyPages();
  const age = useAge(sale, onDone);
  const lacking = useLacking(sale, currency, onDone);
  const counts = useMemo(() => countsOf(state.lines), [state.lines]);
  return (
    <div className={styles.keys}>
      <SaleSide
        state={side}
        lines={state.lines}
        currency={currency}
        taxClasses={counter?.taxClasses ?? []}
        pages={pages}
        age={age}
        weighing={weighingOf(sale, currency, onDone)}
        lacking={lacking}
        checked={sale.checked}
        onSell={onSell}
        onOrder={(product) => (onSell(product), orderTouched(sale.cart, side))}
        onChecked={() => (sale.setChecked(null), onDone())}
        onOpenItem={sale.sellOpenItem}
        coupons={<Coupons sale={sale} onClose={side.close} />}
        customer={<Buyer sale={sale} side={side} />}
        order={<Ordering sale={sale} side={side} />}
        quotes={<Quotes sale={sale} sales={sales} side={side} />}
      >
        <QuickKeys currency={currency} counts={counts} onSell={onSell} onLayOut={() => side.open({ kind: 'layOut' })}>
          <QuickActions
            onOpenItem={() => side.open({ kind: 'openItem', code: null })}
            onGiftCard={() => side.open({ kind: 'giftCard' })}
            onCoupon={() => side.open({ kind: 'coupon' })}
          />
        </QuickKeys>
      </SaleSide>
    </div>
  );
}

/** The article that waits to be weighed; null where none does. */
function weighingOf({ cart, state }: SaleInProgress, currency: string, onDone: () => void) {
  const product = waitsForWeight(state);
  if (product === null) return null;
  return (
    <WeighPanel
      key={product.sku}
      product={product}
      currency={currency}
      onWeighed={(grams) => (addWeighed(cart, product, grams), onDone())}
      onClose={() => (cart.setWeighing(null), onDone())}
    />
  );
}

/**
 * What asks for the price or the serial number that a line lacks; null where none does. Closed, it asks again as soon as anything on the
 * counter changes, or another line is marked.
 */
function useLacking({ cart, lack, state: { lines, touched } }: SaleInProgress, currency: string, onDone: () => void) {
  const [closed, setClosed] = useState<Pick<CartState, 'lines' | 'touched'> | null>(null);
  if (lack === null || (closed?.lines === lines && closed.touched === touched)) return null;
  const close = () => (setClosed({ lines, touched }), onDone());
  const key = `${lack.what} ${lack.line.id}`;
  return <LackPanel key={key} lack={lack} cart={cart} currency={currency} onDone={onDone} onClose={close} />;
}

/** The goods that came onto the counter last are to be delivered. */
function orderTouched(cart: Cart, side: SideState): void {
  const { touched } = cart.state.getState();
  if (touched !== null) side.open({ kind: 'order', lineId: touched });
}

/** Several customers have the card that was scanned: somebody says which of them buys. */
function useSharedCard({ sharedCard, setSharedCard }: SaleInProgress, side: SideState): void {
  const ask = useEffectEvent((card: string) => (side.open({ kind: 'customer', card }), setSharedCard(null)));
  useEffect(() => {
    if (sharedCard !== null) ask(sharedCard);
  }, [sharedCard]);
}

/** The quote whose number was scanned is shown. What is on the counter stays until somebody sells it. */
function useScannedQuote({ scannedQuote, setScannedQuote }: SaleInProgress, side: SideState): void {
  const show = useEffectEvent((number: string) => (side.open({ kind: 'quotes', number }), setScannedQuote(null)));
  useEffect(() => {
    if (scannedQuote !== null) show(scannedQuote);
  }, [scannedQuote]);
}

/** Changes the quantity of the marked line; null takes it away. Fewer than one are none of it, and are asked for by Delete alone. */
function stepMarked(cart: Cart, steps: number | null): void {
  const { lines, touched } = cart.state.getState();
  const marked = lines.find(({ id }) => id === touched);
  if (marked === undefined || (steps !== null && (marked.quantityDecimals ?? 0) > 0)) return;
  cart.setQuantity(marked.id, steps === null ? 0 : Math.max(1, marked.quantity + steps));
}

/** Somebody looks for what a scan stands for that is not in the sale: what is chosen next takes its place. */
function useFinding({ onEntry, sell }: SaleInProgress, focusScan: () => void) {
  const [finding, setFinding] = useState<string | null>(null);
  const found = useCallback(() => {
    if (finding !== null) scanner.dismiss(finding);
    setFinding(null);
  }, [finding]);
  return {
    finding,
    find: (code: string) => (setFinding(code), focusScan()),
    onEntry: useCallback(
      (entry: Entry, command: ScanCommand) => (entry.kind === 'product' && found(), onEntry(entry, command)),
      [found, onEntry],
    ),
    sell: useCallback((product: Product) => (found(), sell(product)), [found, sell]),
  };
}

interface GoodsProps {
  readonly sale: SaleInProgress;
  readonly sales: HeldSalesState;
  readonly side: SideState;
  readonly place: RefObject<HTMLDivElement | null>;
  readonly currency: string;
  readonly finding: string | null;
  readonly onFind: (code: string) => void;
  /** Puts the cursor back into the scan field. */
  readonly onDone: () => void;
}

/** The goods on the counter, and what can be done with them. */
function Goods({ sale, sales, side, place, currency, finding, onFind, onDone }: GoodsProps) {
  const { cart, state, priced } = sale;
  const promotions = useDocumentList(promotionDocument);
  const waiting = side.side?.kind === 'approval' ? side.side.waiting : null;
  return (
    <div className={styles.goods} ref={place}>
      <HeldTabs sales={sales} onQuotes={() => side.open({ kind: 'quotes', number: null })}>
        <WaitingTabs cart={cart} cartId={state.id} currency={currency} onProblem={sale.setProblem} />
      </HeldTabs>
      <OpenScans finding={finding} onFind={onFind} onOpenItem={(code) => side.open({ kind: 'openItem', code })} onDone={onDone} />
      <SaleNotices sale={sale} onSeen={onDone} />
      <CouponChips
        cart={cart}
        codes={state.codes}
        isPaying={state.paying !== null}
        priced={priced}
        promotions={promotions}
        currency={currency}
        onDone={onDone}
      />
      <PointsChip sale={sale} onDone={onDone} />
      <ExchangeLines cart={cart} state={state} exchanging={sale.exchanging} />
      {state.lines.length === 0 ? (
        <div className={styles.nothing}>
          <Empty title={scanFirst(state.exchange)}>
            <span>{words('sale.orType')}</span>
          </Empty>
        </div>
      ) : (
        <SaleLines
          cart={cart}
          lines={state.lines}
          priced={priced}
          touched={state.touched}
          waitingId={waiting?.lineId ?? null}
          waitingMinor={waiting?.newMinor ?? 0}
          currency={currency}
          promotions={promotions}
          onDone={onDone}
          onProblem={sale.setProblem}
        />
      )}
      <SaleActions onDone={onDone} cart={cart} state={state} side={side} onHold={sales.hold} onClear={sale.clear} />
    </div>
  );
}

interface QuickActionsProps {
  readonly onOpenItem: () => void;
  readonly onGiftCard: () => void;
  readonly onCoupon: () => void;
}

/** What promotions do to the sale, with the field for the codes of coupons. */
function Coupons({ sale, onClose }: { readonly sale: SaleInProgress; readonly onClose: () => void }) {
  const promotions = useDocumentList(promotionDocument);
  const { counter } = sale;
  const leftOf = (id: string) => {
    const promotion = promotions.find((one) => one.id === id);
    const left = promotion === undefined || counter === null ? Number.POSITIVE_INFINITY : leftForCustomer(promotion, counter.rules);
    return Number.isFinite(left) ? left : null;
  };
  return (
    <CouponPanel
      priced={sale.priced}
      promotions={promotions}
      currency={sale.counter?.currency ?? 'USD'}
      leftOf={leftOf}
      onCode={(code) => enterCode(sale.cart, code)}
      onClose={onClose}
    />
  );
}

/** Goods of a line that the customer gets another way. */
function Ordering({ sale: { cart, state, customer }, side }: Pick<GoodsProps, 'sale' | 'side'>) {
  const { side: open } = side;
  const line = open?.kind === 'order' ? state.lines.find(({ id }) => id === open.lineId) : undefined;
  if (open === null || line === undefined) return null;
  return (
    <OrderPanel
      key={line.id}
      line={line}
      customerId={state.customerId}
      customer={customer}
      onOrder={(quantity, fulfillment) => (cart.order(line.id, quantity, fulfillment), side.close())}
      onCustomer={() => side.open({ kind: 'customer', card: null, next: open })}
      onClose={side.close}
    />
  );
}

/** The quotes of the store, and the way to keep the sale as one. */
function Quotes({ sale: { cart, state, counter }, sales, side }: Pick<GoodsProps, 'sale' | 'sales' | 'side'>) {
  const today = useStoreDate();
  const sell = (quote: Quote) => (sales.sellQuote(quote, today), side.close());
  const number = side.side?.kind === 'quotes' ? side.side.number : null;
  return <QuotePanel key={number} number={number} cart={cart} state={state} counter={counter} onSell={sell} onClose={side.close} />;
}

/** Who buys. Whatever was begun about a customer ends with them. */
function Buyer({ sale, side }: Pick<GoodsProps, 'sale' | 'side'>) {
  const { cart, state, customer } = sale;
  const card = side.side?.kind === 'customer' ? side.side.card : null;
  const key = JSON.stringify([state.customerId, card]);
  return <CustomerPanel key={key} card={card} cart={cart} state={state} customer={customer} onClose={side.closeCustomer} />;
}

/** What is put into a sale without a key of its own. */
function QuickActions({ onOpenItem, onGiftCard, onCoupon }: QuickActionsProps) {
  const { catalog } = useRegister();
  return (
    <div className={styles.more}>
      <button type="button" onClick={onOpenItem}>
        <IconEdit aria-hidden size={18} stroke={1.9} />
        {words('counter.openItem')}
      </button>
      <button type="button" onClick={onGiftCard}>
        <IconGift aria-hidden size={18} stroke={1.9} />
        {words('payment.kind.gift_card')}
      </button>
      <button type="button" aria-keyshortcuts="Alt+C" onClick={onCoupon}>
        <IconDiscount aria-hidden size={18} stroke={1.9} />
        {words('coupon.open')}
      </button>
      {catalog.deposits().length > 0 && (
        <Link href="/empties">
          <IconRecycle aria-hidden size={18} stroke={1.9} />
          {words('empties.open')}
        </Link>
      )}
    </div>
  );
}

/** What is to be known above the goods; nothing most of the time. */
function SaleNotices({ sale, onSeen }: { readonly sale: SaleInProgress; readonly onSeen: () => void }) {
  // A first sync, or one anew, that was cut off: what the lists and offers say is not all here.
  const isComplete = useView((view) => view.complete);
  return (
    <div className={styles.notices}>
      {sale.problem !== null && <Notice tone="bad">{sale.problem}</Notice>}
      {sale.canBringBack && <ClearedNotice onUndo={() => (sale.bringBack(), onSeen())} />}
      <ChangedPricesNotice
        changed={sale.state.changedPrices}
        currency={sale.counter?.currency ?? 'USD'}
        onSeen={() => (sale.cart.noticeSeen(), onSeen())}
      />
      <KeptSaleNotice cart={sale.cart} state={sale.state} onSeen={onSeen} />
      <OldShiftNotice withLink />
      {sale.counter === null && <Notice tone="warn">{words('sale.pricesMissing')}</Notice>}
      {sale.counter !== null && !isComplete && <Notice tone="warn">{words('sale.pricesOnTheWay')}</Notice>}
    </div>
  );
}

function ClearedNotice({ onUndo }: { readonly onUndo: () => void }) {
  return (
    <Notice
      tone="info"
      action={
        <Button variant="default" onClick={onUndo}>
          {words('sale.bringBack')}
        </Button>
      }
    >
      {words('sale.cleared')}
    </Notice>
  );
}
