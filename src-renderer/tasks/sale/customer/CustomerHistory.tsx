import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Purchase } from '../../../../domain/customers/purchase.ts';
import type { Answered } from '../../../kit/customer-services.ts';
import { formatMoney } from '../../../../texts/say/format-money.ts';
import { formatMoment } from '../../../../texts/say/format-time.ts';
import { useRegister, useView } from '../../../kit/register-context.tsx';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import styles from './Customer.module.css';

/** How many purchases are shown. */
const SHOWN = 10;

export interface CustomerHistoryProps {
  readonly customerId: string;
  /** A purchase whose goods come back; left out where that is not asked. */
  readonly onReturn?: (receiptNumber: string) => void;
}

/** What a customer bought and brought back, the newest first. */
export function CustomerHistory({ customerId, onReturn }: CustomerHistoryProps) {
  const { customers } = useRegister();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [answered, setAnswered] = useState<Answered<Purchase> | null>(null);
  useEffect(() => {
    let isOver = false;
    void customers.purchases(customerId).then((answer) => {
      if (!isOver) setAnswered(answer);
    });
    return () => {
      isOver = true;
    };
  }, [customers, customerId]);
  if (answered === null) return null;
  const { items, from } = answered;
  return (
    <section className={styles.section} aria-label={words('customer.history')}>
      <h3>{words('customer.history')}</h3>
      {from === 'device' && <p className={side.text}>{words('customer.historyHere')}</p>}
      {items.length === 0 && <p className={side.text}>{words('customer.noHistory')}</p>}
      {items.slice(0, SHOWN).map(({ kind, receiptNumber, storeName, at, currency, totalMinor, lines }) => (
        <div key={receiptNumber} className={styles.purchase}>
          <div>
            <bdi>{lines.map(({ name }) => name).join(', ')}</bdi>
            <small>
              <bdi>{`${formatMoment(at, timezone)} · ${storeName} · ${receiptNumber}`}</bdi>
            </small>
          </div>
          <bdi>{`${kind === 'return' ? '−' : ''}${formatMoney(totalMinor, currency)}`}</bdi>
          {onReturn !== undefined && kind === 'sale' && (
            <Button variant="default" size="md" onClick={() => onReturn(receiptNumber)}>
              {words('noReceipt.returnFrom', { number: receiptNumber })}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
