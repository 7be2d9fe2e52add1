import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { OperationOf } from '../../domain/operation/operation.ts';
import type { Returnable } from '../../domain/orders/order-intake.ts';
import { unitsReturnable } from '../../domain/returns/return-goods.ts';
import { formatMoney } from '../app/format-money.ts';
import { Empty, Notice } from '../app/Notice.tsx';
import { useView } from '../app/register-context.tsx';
import { unitWords } from '../picking/order-words.ts';
import { Saying } from '../picking/Saying.tsx';
import { useSteps } from '../picking/use-steps.ts';
import { decideReturn } from './decide-return.ts';
import { chooseAll, type Choices, lineKey, NO_CHOICE, refundSoFar, sourceOf, unitsChosen } from './return-form.ts';
import { ReturnLineRow } from './ReturnLineRow.tsx';
import styles from './Returns.module.css';

export interface ReturnFormProps {
  readonly found: Returnable;
  readonly onRecorded: (operation: OperationOf<'goods_returned'>) => void;
  readonly onCancel: () => void;
}

/** Lines, quantities and what becomes of the goods, with the refund as it grows. */
export function ReturnForm({ found, onRecorded, onCancel }: ReturnFormProps) {
  const openShift = useView((view) => view.openShift);
  const source = useMemo(() => sourceOf(found), [found]);
  const [choices, setChoices] = useState<Choices>(new Map());
  const steps = useSteps();
  const refund = refundSoFar(source, choices);
  const units = unitsChosen(choices);
  const cash = source.origin.kind === 'sale';
  const first = source.lines.find((line) => unitsReturnable(line) > 0);
  const left = first !== undefined;

  async function confirm(): Promise<void> {
    const [recorded] = await steps.take([decideReturn(found, choices)]);
    if (recorded?.type === 'goods_returned') onRecorded(recorded);
  }

  return (
    <div className={styles.form}>
      <div className={styles.formHead}>
        <h2 className={styles.number}>
          {cash ? 'Receipt' : 'Online order'} {source.number}
        </h2>
        <Button variant="default" onClick={onCancel}>
          Another number
        </Button>
        {left && (
          <Button variant="default" onClick={() => setChoices(chooseAll(source, choices))}>
            Return everything
          </Button>
        )}
      </div>
      <Saying steps={steps} />
      {source.lines.length === 0 && <Empty title="Nothing of this order has left a store yet">What has not been handed over or shipped cannot come back.</Empty>}
      {source.lines.length > 0 && !left && <Notice tone="info">Everything on it has come back already.</Notice>}
      <ul className={styles.lines} aria-label="Items bought">
        {source.lines.map((line) => (
          <ReturnLineRow
            key={lineKey(line)}
            line={line}
            choice={choices.get(lineKey(line)) ?? NO_CHOICE}
            currency={source.currency}
            first={line === first}
            onChange={(choice) => setChoices(new Map(choices).set(lineKey(line), choice))}
          />
        ))}
      </ul>
      {left && (
        <footer className={styles.foot}>
          {cash && openShift === null && (
            <Notice tone="warn" action={<Button component={Link} href="/shift" variant="default">Open the shift</Button>}>
              Cash can be refunded only from the drawer of an open shift.
            </Notice>
          )}
          <div className={styles.refund}>
            <span aria-live="polite">
              Refund <strong className={styles.amount}>{formatMoney(refund, source.currency)}</strong>{' '}
              {cash ? 'in cash' : 'to the original payment'}
            </span>
            <Button size="lg" disabled={units === 0 || (cash && openShift === null)} loading={steps.busy} onClick={() => void confirm()}>
              Return {unitWords(units)}
            </Button>
          </div>
        </footer>
      )}
    </div>
  );
}
