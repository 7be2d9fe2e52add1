import { promotionDocument } from '../../../domain/promotions/documents.ts';
import { Button } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister, useView } from '../../kit/register-context.tsx';
import { Screen } from '../../kit/Screen.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { scanner } from '../../kit/scanner/scanner.ts';
import { OldShiftNotice } from '../shift/OldShiftNotice.tsx';
import { OpenShiftForm } from '../shift/OpenShiftForm.tsx';
import type { CartLines } from './cart-lines.ts';
import { ReceiptView } from './ReceiptView.tsx';
import type { CompletedSale } from './record-sale.ts';
import { enterQuantities } from './quantity-fields.ts';
import { KeptSaleNotice } from './KeptSaleNotice.tsx';
import { OpenScansDialog } from './OpenScansDialog.tsx';
import { type Entry, resolveScan } from './resolve-entry.ts';
import { SaleLines } from './SaleLines.tsx';
import styles from './SaleScreen.module.css';
import { ScanField } from './ScanField.tsx';
import { TenderPanel } from './TenderPanel.tsx';
import { Totals } from './Totals.tsx';
import { useCompleteSale } from './use-complete-sale.ts';
import { useCounter } from './use-counter.ts';

/** Whose scans are refused while goods are being sold. */
const SALE = 'sale';

/** The counter: scan, take the money, give the receipt. */
export function SaleScreen() {
  const { catalog } = useRegister();
  const { cart, state, counter, priced } = useCounter();
  const shift = useView((view) => view.openShift);
  const promotions = useDocumentList(promotionDocument);
  const [receipt, setReceipt] = useState<CompletedSale | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [cleared, setCleared] = useState<CartLines>([]);
  /** Whether the person is asked what became of the scans that were refused. */
  const [asking, setAsking] = useState(false);
  const scanField = useRef<HTMLInputElement>(null);

  const goods = useRef<HTMLDivElement>(null);

  const focusScan = useCallback(() => scanField.current?.focus(), []);
  const focusQuantities = useCallback(() => enterQuantities(goods.current), []);
  const onEntry = useCallback(
    (entry: Entry | null) => {
      setReceipt(null);
      setCleared([]);
      setProblem(entry?.kind === 'unknown' ? entry.sentence : null);
      if (entry?.kind === 'product') cart.add(entry.product);
    },
    [cart],
  );
  useScanner(
    (code) => {
      const entry = resolveScan(catalog, code);
      onEntry(entry.kind === 'unknown' ? null : entry);
      return entry.kind === 'unknown' ? entry.sentence : null;
    },
    { owner: SALE },
  );
  const { completeAnyway, completeDoubted, onCheck, doubted, ...tender } = useCompleteSale({
    cart,
    priced,
    counter,
    active: receipt === null && !asking,
    turn: state.turn,
    onProblem: setProblem,
    isDoubtful: () => scanner.refused.getState().some((one) => one.owner === SALE),
    onDoubt: () => setAsking(true),
    onDone: (sale) => (scanner.dismissOf(SALE), setReceipt(sale)),
  });

  function clear(): void {
    setCleared(cart.clear());
    setProblem(null);
    scanner.dismissOf(SALE);
  }

  if (receipt !== null) {
    return (
      <div className={styles.page}>
        <Screen title="Receipt">
          <ReceiptView sale={receipt} onNext={() => setReceipt(null)} />
        </Screen>
      </div>
    );
  }
  const currency = counter?.currency ?? 'USD';
  return (
    <div className={styles.page}>
      <Screen
        title="Sale"
        actions={
          priced.lines.length > 0 && (
            <Button variant="default" onClick={clear}>
              Clear sale
            </Button>
          )
        }
      >
        <div className={styles.counter}>
          <div className={styles.goods} ref={goods}>
            <ScanField key={state.turn} field={scanField} currency={currency} onEntry={onEntry} onQuantities={focusQuantities} />
            {problem !== null && <Notice tone="bad">{problem}</Notice>}
            {cleared.length > 0 && <ClearedNotice onUndo={() => (cart.bringBack(cleared), setCleared([]), focusScan())} />}
            <KeptSaleNotice cart={cart} state={state} onSeen={focusScan} />
            <OldShiftNotice withLink />
            {counter === null && (
              <Notice tone="warn">This register is still fetching its prices. It can sell as soon as they are here.</Notice>
            )}
            {priced.lines.length === 0 ? (
              <Empty title="Scan the first item">
                <span>Or type a name, a brand or a SKU and press Enter. The arrow keys lead from here to the quantities.</span>
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
          <aside className={styles.till} aria-label="Payment">
            <Totals priced={priced} currency={currency} pricesIncludeTax={counter?.rules.pricesIncludeTax ?? false} />
            {shift === null ? (
              <OpenShiftForm autoFocus onOpened={() => (setProblem(null), focusScan())} />
            ) : (
              <TenderPanel empty={priced.lines.length === 0} totalMinor={priced.totalMinor} currency={currency} {...tender} />
            )}
          </aside>
        </div>
        <OpenScansDialog opened={asking} onBack={() => setAsking(false)} onComplete={() => (setAsking(false), completeAnyway())} />
        <DoubtDialog question={doubted} onConfirm={completeDoubted} onBack={onCheck} />
      </Screen>
    </div>
  );
}

function ClearedNotice({ onUndo }: { readonly onUndo: () => void }) {
  return (
    <Notice
      tone="info"
      action={
        <Button variant="default" onClick={onUndo}>
          Bring it back
        </Button>
      }
    >
      The sale was cleared.
    </Notice>
  );
}
