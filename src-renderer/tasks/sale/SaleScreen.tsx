import { Button } from '@mantine/core';
import { useCallback, useRef } from 'react';
import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { OldShiftNotice } from '../shift/OldShiftNotice.tsx';
import { KeptSaleNotice } from './KeptSaleNotice.tsx';
import { OpenScansDialog } from './OpenScansDialog.tsx';
import { enterQuantities } from './quantity-fields.ts';
import { ReceiptView } from './ReceiptView.tsx';
import { SaleLines } from './SaleLines.tsx';
import { SalePayment } from './SalePayment.tsx';
import styles from './SaleScreen.module.css';
import { ScanField } from './ScanField.tsx';
import { useSale } from './use-sale.ts';
import { words } from '../../words/words.ts';

/** The counter: scan, take the money, give the receipt. */
export function SaleScreen() {
  const sale = useSale();
  const { cart, state, counter, priced, tender, receipt, problem } = sale;
  const promotions = useDocumentList(promotionDocument);
  const scanField = useRef<HTMLInputElement>(null);
  const goods = useRef<HTMLDivElement>(null);
  const focusScan = useCallback(() => scanField.current?.focus(), []);
  const focusQuantities = useCallback(() => enterQuantities(goods.current), []);

  if (receipt !== null) {
    return (
      <div className={styles.page}>
        <Screen title={words('sale.receipt')}>
          <ReceiptView sale={receipt} onNext={sale.next} />
        </Screen>
      </div>
    );
  }
  const currency = counter?.currency ?? 'USD';
  const isEmpty = priced.lines.length === 0;
  return (
    <div className={styles.page}>
      <Screen title={words('task.sale')} actions={!isEmpty && <ClearButton onClear={sale.clear} />}>
        <div className={styles.counter}>
          <div className={styles.goods} ref={goods}>
            <ScanField
              key={state.turn}
              field={scanField}
              currency={currency}
              codeRules={sale.codeRules}
              onEntry={sale.onEntry}
              onQuantities={focusQuantities}
            />
            {problem !== null && <Notice tone="bad">{problem}</Notice>}
            {sale.canBringBack && <ClearedNotice onUndo={() => (sale.bringBack(), focusScan())} />}
            <KeptSaleNotice cart={cart} state={state} onSeen={focusScan} />
            <OldShiftNotice withLink />
            {counter === null && <Notice tone="warn">{words('sale.pricesMissing')}</Notice>}
            {isEmpty ? (
              <Empty title={words('sale.scanFirst')}>
                <span>{words('sale.orType')}</span>
              </Empty>
            ) : (
              <SaleLines
                cart={cart}
                priced={priced}
                touched={state.touched}
                currency={currency}
                promotions={promotions}
                onDone={focusScan}
              />
            )}
          </div>
          <SalePayment
            priced={priced}
            currency={currency}
            counter={counter}
            tender={tender}
            onShiftOpened={() => (sale.forgetProblem(), focusScan())}
          />
        </div>
        <OpenScansDialog opened={sale.asking} onBack={sale.stopAsking} onComplete={sale.completeAnyway} />
        <DoubtDialog question={sale.doubted} onConfirm={sale.completeDoubted} onBack={sale.onCheck} />
      </Screen>
    </div>
  );
}

function ClearButton({ onClear }: { readonly onClear: () => void }) {
  return (
    <Button variant="default" onClick={onClear}>
      {words('sale.clear')}
    </Button>
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
