import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { IconCreditCard, IconHandStop } from '../../kit/icons.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { waitingCreditsOf } from '../payment/waiting-credit.ts';
import { CashForm } from '../payment/CashForm.tsx';
import { WaitingCreditNotice } from '../payment/WaitingCreditNotice.tsx';
import { OpenShiftForm } from '../shift/OpenShiftForm.tsx';
import { SettleExchange } from './exchange/SettleExchange.tsx';
import type { ExchangeInHand } from './exchange/use-exchange.ts';
import type { CounterRules } from './price-cart.ts';
import styles from './SalePayment.module.css';
import { Totals } from './Totals.tsx';
import { NextPromotion } from './NextPromotion.tsx';
import type { CompletedSale } from './record-sale.ts';
import type { useCompleteSale } from './use-complete-sale.ts';
import { words } from '../../../texts/words/words.ts';

export interface SalePaymentProps {
  readonly className: string | undefined;
  readonly priced: PricedSale;
  readonly currency: string;
  readonly counter: CounterRules | null;
  readonly tender: Pick<
    ReturnType<typeof useCompleteSale>,
    'payment' | 'field' | 'hint' | 'blocked' | 'busy' | 'takesCards' | 'onStart' | 'onComplete' | 'onCard' | 'onSettle'
  >;
  /** What comes back for it; null for a sale alone. */
  readonly exchange: ExchangeInHand | null;
  /** The sale before this one. */
  readonly last: CompletedSale | null;
  readonly onShowLast: () => void;
  readonly onShiftOpened: () => void;
  /** Who buys. */
  readonly children: ReactNode;
}

/** What the sale comes to, and how it is paid; before the shift is open, the way to open it. */
export function SalePayment(props: SalePaymentProps) {
  const { className, priced, currency, counter, tender, exchange, last, onShowLast, onShiftOpened, children } = props;
  const shift = useView((view) => view.openShift);
  // Beside the total is room for one of the two.
  const credit = useStore(waitingCreditsOf(useRegister()).state);
  const { payment, field, hint, blocked, busy, takesCards, onStart, onComplete, onCard } = tender;
  return (
    <aside className={className} aria-label={words('sale.payment')}>
      <div className={styles.sum}>
        {children}
        <Totals
          priced={priced}
          currency={currency}
          pricesIncludeTax={counter?.rules.pricesIncludeTax ?? false}
          roundingMinor={payment.plan.cash.roundingMinor}
          cashMinor={payment.plan.cash.roundedMinor}
          exchange={exchange}
        />
        <NextPromotion priced={priced} currency={currency} />
        <WaitingCreditNotice
          payment={payment}
          mayPay={shift !== null && blocked === null && priced.lines.length > 0 && exchange?.settles !== true}
          onStart={onStart}
        />
        {last !== null && credit === null && <LastSale sale={last} onShow={onShowLast} />}
      </div>
      {shift === null ? (
        <OpenShiftForm autoFocus onOpened={onShiftOpened} />
      ) : exchange?.settles === true ? (
        <SettleExchange exchange={exchange} isEmpty={priced.lines.length === 0} blocked={blocked} onSettle={tender.onSettle} />
      ) : (
        <CashForm payment={payment} isEmpty={priced.lines.length === 0} field={field} hint={hint} onSubmit={onComplete}>
          {blocked !== null && (
            <p className={styles.blocked} role="status">
              <IconHandStop aria-hidden size={20} stroke={1.9} /> {blocked}
            </p>
          )}
          <div className={styles.buttons}>
            {takesCards && (
              <Button variant="default" size="xl" disabled={blocked !== null} aria-keyshortcuts="F11" onClick={onCard}>
                <IconCreditCard aria-hidden size={24} /> {words('payment.card')} <kbd className={styles.key}>F11</kbd>
              </Button>
            )}
            <Button type="submit" size="xl" disabled={blocked !== null} loading={busy} aria-keyshortcuts="F12 Control+Enter">
              {words(payment.plan.isComplete ? 'sale.completeSale' : 'payment.pay')} <kbd className={styles.key}>F12</kbd>
            </Button>
          </div>
        </CashForm>
      )}
    </aside>
  );
}

/** The change of the sale before, for the customer who asks. */
function LastSale({ sale: { payload }, onShow }: { readonly sale: CompletedSale; readonly onShow: () => void }) {
  const change = payload.tenders.reduce((sum, tender) => sum + (tender.kind === 'cash' ? tender.changeMinor : 0), 0);
  return (
    <div className={styles.last}>
      <div>
        <span>{words('payment.lastChange', { amount: formatMoney(change, payload.currency) })}</span>
        <bdi>{payload.receiptNumber}</bdi>
      </div>
      <Button variant="default" onClick={onShow}>
        {words('payment.showReceipt')}
      </Button>
    </div>
  );
}
