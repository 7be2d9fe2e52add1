import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReturnRecorded } from '../../../domain/returns/operations.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { takeEmpties } from '../../../domain/returns/take-empties.ts';
import { returnedCash } from '../../../domain/returns/void-cash.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { accept, refuse } from '../../../domain/base/result.ts';
import { formatMoney, formatUnitPrice, parseCount } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { DoubtDialog, type DoubtQuestion } from '../../kit/DoubtDialog.tsx';
import { IconMinus, IconPlus } from '../../kit/icons.ts';
import { Empty, Notice } from '../../kit/Notice.tsx';
import { useRegister, useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { richWords } from '../../words/rich-words.tsx';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { type CounterRules, priceCart } from '../sale/price-cart.ts';
import { addEmpties, type Empties, emptiesLines, emptiesOf, setEmpties } from './empties.ts';
import styles from '../returns/Returns.module.css';

export interface EmptiesFormProps {
  readonly counter: CounterRules;
  readonly empties: Empties;
  /** Of the store credit that it may give, also after a restart. */
  readonly creditNumber: string;
  readonly onEmpties: (empties: Empties) => void;
  /** @param creditNumber of the store credit that was given; null where none was. */
  readonly onRecorded: (operation: ReturnRecorded, creditNumber: string | null) => void;
}

type Way = 'cash' | 'store_credit';
const WAYS: readonly Way[] = ['cash', 'store_credit'];

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

/** What is asked before anything is given. */
function questionOf(way: Way, amount: string, count: number): DoubtQuestion {
  const isCash = way === 'cash';
  return {
    title: words(isCash ? 'empties.sure' : 'empties.sureCredit', { amount }),
    text: words(isCash ? 'empties.sureText' : 'empties.sureCreditText', { count }),
    confirm: words(isCash ? 'empties.payOutNow' : 'empties.giveCreditNow', { amount }),
    back: words('doubt.back'),
  };
}

interface EmptiesFootProps {
  readonly way: Way;
  /** What is given, as text. */
  readonly amount: string;
  readonly isEmpty: boolean;
  readonly busy: boolean;
  readonly onWay: (way: Way) => void;
  readonly onGive: () => void;
}

/** How the deposit is given, how much it is, and the button that asks before it gives. */
function EmptiesFoot({ way, amount, isEmpty, busy, onWay, onGive }: EmptiesFootProps) {
  const hasShift = useView((view) => view.openShift !== null);
  const isCash = way === 'cash';
  const lacksShift = isCash && !hasShift;
  return (
    <footer className={styles.foot}>
      {lacksShift && <Notice tone="warn">{words('returns.needsShift')}</Notice>}
      <SegmentedControl
        className={styles.by ?? ''}
        size="lg"
        aria-label={words('returns.giveBackBy')}
        value={way}
        onChange={(value) => onWay(value === 'store_credit' ? 'store_credit' : 'cash')}
        data={WAYS.map((value) => ({ value, label: words(`returns.by.${value}`) }))}
      />
      <div className={styles.refund}>
        <span aria-live="polite">
          {richWords(isCash ? 'returns.refundCash' : 'returns.refundAll', { amount: <strong className={styles.amount}>{amount}</strong> })}
        </span>
        <Button size="lg" disabled={isEmpty || lacksShift} loading={busy} onClick={onGive}>
          {words(isCash ? 'empties.payOut' : 'empties.giveCredit')}
        </Button>
      </div>
    </footer>
  );
}

/** Empties as they are counted, by scanner or by key, and their deposit. Nothing is given before somebody has said so twice. */
export function EmptiesForm({ counter, empties, creditNumber, onEmpties, onRecorded }: EmptiesFormProps) {
  const { catalog } = useRegister();
  const steps = useSteps();
  const [isAsking, setAsking] = useState(false);
  const [way, setWay] = useState<Way>('cash');
  const { currency, cashRounding } = counter;
  const { lines, totalMinor } = priceCart(
    emptiesLines(empties, (sku) => catalog.product(sku)),
    counter,
  );
  const cash = returnedCash(totalMinor, cashRounding);
  const amount = formatMoney(way === 'cash' ? cash.ownMinor : totalMinor, currency);
  const set = (sku: string, quantity: number) => onEmpties(setEmpties(empties, sku, quantity));

  useScanner((code) => {
    const found = emptiesOf(catalog, code);
    if (!found.ok) return found.refusal;
    onEmpties(addEmpties(empties, found.value));
    return null;
  });

  async function give(): Promise<void> {
    setAsking(false);
    const [recorded] = await steps.take([
      ({ nextReceiptNumber, openShift }) => {
        if (way === 'cash' && openShift === null) return refuse('no_open_shift');
        const to = way === 'cash' ? way : { storeCredit: storedValueId(creditNumber) };
        const taken = takeEmpties({ receiptNumber: nextReceiptNumber, currency, deposits: lines, cashRounding, to });
        return taken.ok ? accept(goodsReturned.request(taken.value)) : taken;
      },
    ]);
    if (goodsReturned.is(recorded)) onRecorded(recorded, way === 'cash' ? null : creditNumber);
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
      <EmptiesFoot way={way} amount={amount} isEmpty={lines.length === 0} busy={steps.busy} onWay={setWay} onGive={() => setAsking(true)} />
      <DoubtDialog
        question={
          isAsking
            ? questionOf(
                way,
                amount,
                lines.reduce((sum, { quantity }) => sum + quantity, 0),
              )
            : null
        }
        onConfirm={() => void give()}
        onBack={() => setAsking(false)}
      />
    </div>
  );
}
