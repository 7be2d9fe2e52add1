import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { PaymentScreen } from '../payment/PaymentScreen.tsx';
import { ReceiptView } from './ReceiptView.tsx';
import styles from './SaleScreen.module.css';
import { CounterView } from './CounterView.tsx';
import { useCustomerFeed } from './use-customer-feed.ts';
import { useSale } from './use-sale.ts';
import { words } from '../../../texts/words/words.ts';

/** The counter: scan, take the money, give the receipt. */
export function SaleScreen() {
  const sale = useSale();
  useCustomerFeed(sale);
  const { priced, tender, receipt } = sale;
  if (receipt !== null) {
    return (
      <div className={styles.page}>
        <Screen title={words('sale.receipt')}>
          <ReceiptView sale={receipt} nextCount={sale.state.lines.length} onNext={sale.begin} />
        </Screen>
      </div>
    );
  }
  const isPaying = tender.payment.isOpen && priced.lines.length > 0 && sale.exchanging.inHand?.settles !== true;
  return (
    <div className={styles.page}>
      <Screen title={words(isPaying ? 'sale.payment' : 'task.sale')} bare>
        {isPaying ? (
          <PaymentScreen
            {...tender}
            priced={priced}
            problem={sale.problem ?? tender.cardProblem}
            next={sale.next}
            onServeNext={sale.serveNext}
          />
        ) : (
          <CounterView sale={sale} />
        )}
        <DoubtDialog question={sale.doubted} onConfirm={sale.goOnDoubted} onBack={sale.onCheck} />
      </Screen>
    </div>
  );
}
