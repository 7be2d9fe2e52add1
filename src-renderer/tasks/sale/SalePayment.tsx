import { cashDue, NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import type { PricedSale } from '../../../domain/pricing/price-sale.ts';
import { useView } from '../../kit/register-context.tsx';
import { OpenShiftForm } from '../shift/OpenShiftForm.tsx';
import type { CounterRules } from './price-cart.ts';
import styles from './SaleScreen.module.css';
import { TenderPanel, type TenderPanelProps } from './TenderPanel.tsx';
import { Totals } from './Totals.tsx';
import { NextPromotion } from './NextPromotion.tsx';
import { words } from '../../words/words.ts';

export interface SalePaymentProps {
  readonly priced: PricedSale;
  readonly currency: string;
  readonly counter: CounterRules | null;
  readonly tender: Omit<TenderPanelProps, 'empty' | 'totalMinor' | 'currency'>;
  readonly onShiftOpened: () => void;
}

/** What the sale comes to, and how it is paid; before the shift is open, the way to open it. */
export function SalePayment({ priced, currency, counter, tender, onShiftOpened }: SalePaymentProps) {
  const shift = useView((view) => view.openShift);
  const due = cashDue(priced.totalMinor, 0, counter?.cashRounding ?? NOT_ROUNDED);
  return (
    <aside className={styles.till} aria-label={words('sale.payment')}>
      <Totals
        priced={priced}
        currency={currency}
        pricesIncludeTax={counter?.rules.pricesIncludeTax ?? false}
        roundingMinor={due.roundingMinor}
      />
      <NextPromotion priced={priced} currency={currency} />
      {shift === null ? (
        <OpenShiftForm autoFocus onOpened={onShiftOpened} />
      ) : (
        <TenderPanel empty={priced.lines.length === 0} totalMinor={due.roundedMinor} currency={currency} {...tender} />
      )}
    </aside>
  );
}
