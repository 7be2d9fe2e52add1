import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { takeEmpties } from '../../../domain/returns/take-empties.ts';
import { returnedCash } from '../../../domain/returns/void-cash.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { accept, refuse } from '../../../domain/base/result.ts';
import { formatMoney, formatUnitPrice, parseCount } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { DoubtDialog } from '../../kit/DoubtDialog.tsx';
import { IconMinus, IconPlus } from '../../kit/icons.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { richWords } from '../../words/rich-words.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { type CounterRules, priceCart } from '../sale/price-cart.ts';
import { addEmpties, type Empties, emptiesLines, emptiesOf, setEmpties } from './empties.ts';
import styles from './Returns.module.css';

export interface EmptiesFormProps {
  readonly counter: CounterRules;
  readonly empties: Empties;
  readonly onEmpties: (empties: Empties) => void;
  readonly onRecorded: (operation: ReturnRecorded) => void;
}

interface EmptiesRowProps {
  readonly line: SaleLine;
  readonly currency: string;
  readonly onQuantity: (quantity: number) => void;
}

/** One kind of empties: how many of it, and what they give. */
function EmptiesRow({ line: { name, sku, quantity, unitPrice, totalMinor }, currency, onQuantity }: EmptiesRowProps) {
  return (
    <li className={styles.line} data-chosen>
      <span className={styles.what}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span>
          <bdi>{sku}</bdi> · {words('counter.each', { price: formatUnitPrice(unitPrice, currency) })}
        </span>
      </span>
      <span className={styles.quantity}>
        <ActionIcon aria-label={words('returns.oneLess', { name })} onClick={() => onQuantity(quantity - 1)}>
          <IconMinus aria-hidden size={20} />
        </ActionIcon>
        <TextInput
          className={styles.units}
          aria-label={words('sale.quantity', { name })}
          inputMode="numeric"
          autoComplete="off"
          value={String(quantity)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = parseCount(event.currentTarget.value);
            if (typed !== null && typed > 0) onQuantity(typed);
          }}
        />
        <ActionIcon aria-label={words('returns.oneMore', { name })} onClick={() => onQuantity(quantity + 1)}>
          <IconPlus aria-hidden size={20} />
        </ActionIcon>
      </span>
      <span className={styles.lineRefund}>{formatMoney(totalMinor, currency)}</span>
    </li>
  );
}

/** A button for each kind of deposit, where no code can be scanned. */
function EmptiesKeys({ currency, onKey }: { readonly currency: string; readonly onKey: (sku: string) => void }) {
  const { catalog } = useRegister();
  return (
    <div className={styles.formHead} role="group" aria-label={words('empties.kinds')}>
      {catalog.deposits().map(({ sku, name, unitPrice }) => (
        <Button key={sku} variant="default" size="md" onClick={() => onKey(sku)}>
          <span>
            <bdi>{name}</bdi> · {formatUnitPrice(unitPrice, currency)}
          </span>
        </Button>
      ))}
    </div>
  );
}

/** Empties as they are counted, by scanner or by key, and their deposit. Nothing is paid out before somebody has said so twice. */
export function EmptiesForm({ counter, empties, onEmpties, onRecorded }: EmptiesFormProps) {
  const { catalog } = useRegister();
  const hasShift = useView((view) => view.openShift !== null);
  const steps = useSteps();
  const [isAsking, setAsking] = useState(false);
  const { currency, cashRounding } = counter;
  const { lines, totalMinor } = priceCart(
    emptiesLines(empties, (sku) => catalog.product(sku)),
    counter,
  );
  const cash = returnedCash(totalMinor, cashRounding);
  const amount = formatMoney(cash.ownMinor, currency);
  const set = (sku: string, quantity: number) => onEmpties(setEmpties(empties, sku, quantity));

  useScanner((code) => {
    const found = emptiesOf(catalog, code);
    if (!found.ok) return found.refusal;
    onEmpties(addEmpties(empties, found.value));
    return null;
  });

  async function payOut(): Promise<void> {
    setAsking(false);
    const [recorded] = await steps.take([
      ({ nextReceiptNumber, openShift }) => {
        if (openShift === null) return refuse('no_open_shift');
        const taken = takeEmpties({ receiptNumber: nextReceiptNumber, currency, deposits: lines, cashRounding });
        return taken.ok ? accept(goodsReturned.request(taken.value)) : taken;
      },
    ]);
    if (goodsReturned.is(recorded)) onRecorded(recorded);
  }

  return (
    <div className={styles.form}>
      <Saying steps={steps} />
      {lines.length === 0 && <Empty title={words('empties.scan')}>{words('empties.scanText')}</Empty>}
      <ul className={styles.lines} aria-label={words('empties.title')}>
        {lines.map((line) => (
          <EmptiesRow key={line.sku} line={line} currency={currency} onQuantity={(quantity) => set(line.sku, quantity)} />
        ))}
      </ul>
      <EmptiesKeys currency={currency} onKey={(sku) => set(sku, (empties.get(sku) ?? 0) + 1)} />
      <footer className={styles.foot}>
        {!hasShift && <Notice tone="warn">{words('returns.needsShift')}</Notice>}
        <div className={styles.refund}>
          <span aria-live="polite">{richWords('returns.refundCash', { amount: <strong className={styles.amount}>{amount}</strong> })}</span>
          <Button size="lg" disabled={lines.length === 0 || !hasShift} loading={steps.busy} onClick={() => setAsking(true)}>
            {words('empties.payOut')}
          </Button>
        </div>
      </footer>
      <DoubtDialog
        question={
          isAsking
            ? {
                title: words('empties.sure', { amount }),
                text: words('empties.sureText', { count: lines.reduce((sum, { quantity }) => sum + quantity, 0) }),
                confirm: words('empties.payOutNow', { amount }),
                back: words('doubt.back'),
              }
            : null
        }
        onConfirm={() => void payOut()}
        onBack={() => setAsking(false)}
      />
    </div>
  );
}
