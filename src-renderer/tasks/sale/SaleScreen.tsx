import { Button } from '@mantine/core';
import { useCallback, useMemo, useRef } from 'react';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { OldShiftNotice } from '../shift/OldShiftNotice.tsx';
import { PaymentScreen } from '../payment/PaymentScreen.tsx';
import { KeptSaleNotice } from './KeptSaleNotice.tsx';
import { OpenScansDialog } from './OpenScansDialog.tsx';
import { enterQuantities } from './quantity-fields.ts';
import { ReceiptView } from './ReceiptView.tsx';
import { countsOf } from './cart-lines.ts';
import { QuickKeys } from './keys/QuickKeys.tsx';
import { SaleActions } from './SaleActions.tsx';
import { SaleLines } from './SaleLines.tsx';
import { SalePayment } from './SalePayment.tsx';
import styles from './SaleScreen.module.css';
import { ScanField } from './ScanField.tsx';
import { type SaleInProgress, useSale } from './use-sale.ts';
import { words } from '../../words/words.ts';

/** The counter: scan, take the money, give the receipt. */
export function SaleScreen() {
  const sale = useSale();
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
  const isPaying = tender.payment.isOpen && priced.lines.length > 0;
  return (
    <div className={styles.page}>
      <Screen title={words(isPaying ? 'sale.payment' : 'task.sale')} bare>
        {isPaying ? (
          <PaymentScreen {...tender} priced={priced} problem={sale.problem ?? tender.cardProblem} next={sale.next} />
        ) : (
          <CounterView sale={sale} />
        )}
        <OpenScansDialog opened={sale.asking} onBack={sale.stopAsking} onComplete={sale.goOn} />
        <DoubtDialog question={sale.doubted} onConfirm={sale.goOnDoubted} onBack={sale.onCheck} />
      </Screen>
    </div>
  );
}

/** Keys, goods, money: the sale while it is being put together. */
function CounterView({ sale }: { readonly sale: SaleInProgress }) {
  const { cart, state, counter, priced, tender } = sale;
  const promotions = useDocumentList(promotionDocument);
  const scanField = useRef<HTMLInputElement>(null);
  const goods = useRef<HTMLDivElement>(null);
  const focusScan = useCallback(() => scanField.current?.focus(), []);
  const counts = useMemo(() => countsOf(state.lines), [state.lines]);
  const focusQuantities = useCallback(() => enterQuantities(goods.current), []);

  const currency = counter?.currency ?? 'USD';
  return (
    <div className={styles.counter}>
      <div className={styles.scan}>
        <ScanField
          key={state.turn}
          field={scanField}
          currency={currency}
          codeRules={sale.codeRules}
          onEntry={sale.onEntry}
          onQuantities={focusQuantities}
        />
      </div>
      <div className={styles.keys}>
        <QuickKeys currency={currency} counts={counts} onSell={sale.sell} />
      </div>
      <div className={styles.goods} ref={goods}>
        <SaleNotices sale={sale} onSeen={focusScan} />
        {state.lines.length === 0 ? (
          <Empty title={words('sale.scanFirst')}>
            <span>{words('sale.orType')}</span>
          </Empty>
        ) : (
          <SaleLines
            cart={cart}
            lines={state.lines}
            priced={priced}
            touched={state.touched}
            currency={currency}
            promotions={promotions}
            onDone={focusScan}
          />
        )}
        <SaleActions cart={cart} state={state} onClear={sale.clear} />
      </div>
      <SalePayment
        className={styles.till}
        priced={priced}
        currency={currency}
        counter={counter}
        tender={tender}
        last={state.last}
        onShowLast={sale.showLast}
        onShiftOpened={() => (sale.forgetProblem(), focusScan())}
      />
    </div>
  );
}

/** What is to be known above the goods; nothing most of the time. */
function SaleNotices({ sale, onSeen }: { readonly sale: SaleInProgress; readonly onSeen: () => void }) {
  return (
    <div className={styles.notices}>
      {sale.problem !== null && <Notice tone="bad">{sale.problem}</Notice>}
      {sale.canBringBack && <ClearedNotice onUndo={() => (sale.bringBack(), onSeen())} />}
      <KeptSaleNotice cart={sale.cart} state={sale.state} onSeen={onSeen} />
      <OldShiftNotice withLink />
      {sale.counter === null && <Notice tone="warn">{words('sale.pricesMissing')}</Notice>}
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
