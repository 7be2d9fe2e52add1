import { Button } from '@mantine/core';
import { formatMoney } from '../../../texts/say/format-money.ts';
import type { GoodsReturned } from '../../../domain/returns/return.ts';
import { Notice } from '../../kit/Notice.tsx';
import { doneWords } from '../returns/ReturnDone.tsx';
import { IconCircleCheck } from '../../kit/icons.ts';
import { PrintedReceipt } from './PrintedReceipt.tsx';
import styles from './ReceiptView.module.css';
import type { CompletedSale } from './record-sale.ts';
import { useSaidTenders } from '../../kit/use-said-tenders.ts';
import { words } from '../../../texts/words/words.ts';

export interface ReceiptViewProps {
  readonly sale: CompletedSale;
  /** How many units of the next sale have been scanned already. */
  readonly nextCount: number;
  readonly onNext: () => void;
}

/** A sale that has just been recorded: the change, what paid it, its receipt, and the way to the next one. */
export function ReceiptView({ sale, nextCount, onNext }: ReceiptViewProps) {
  const { receiptNumber, totalMinor, currency } = sale.payload;
  const others = useSaidTenders(sale.payload.tenders);
  return (
    <div className={styles.layout}>
      <section className={styles.done} aria-label={words('payment.done')}>
        <header className={styles.doneHead}>
          <IconCircleCheck aria-hidden size={44} className={styles.check} />
          <div>
            <p className={styles.label} role="status">
              {words(sale.back === undefined ? 'sale.complete' : 'exchange.complete', { number: receiptNumber })}
            </p>
            <p className={styles.hint}>{formatMoney(totalMinor, currency)}</p>
          </div>
        </header>
        {sale.isPickup === true && <Notice tone="good">{words('pickup.goodbye')}</Notice>}
        {sale.back === undefined ? <Change sale={sale} /> : <Exchanged sale={sale} back={sale.back} />}
        {others.length > 0 && (
          <ul className={styles.tenders} aria-label={words('payment.tenders')}>
            {others.map(({ name, approvalCode, isOffline, amountMinor, tipMinor }, index) => (
              <li key={index}>
                <span>{name}</span>
                <strong>{formatMoney(amountMinor, currency)}</strong>
                {tipMinor > 0 && <span>{words('payment.tip', { amount: formatMoney(tipMinor, currency) })}</span>}
                {isOffline && <span className={styles.offline}>{words('payment.title.offline')}</span>}
                {approvalCode !== null && <span className={styles.hint}>{words('payment.approvalCode', { code: approvalCode })}</span>}
              </li>
            ))}
          </ul>
        )}
        <div className={styles.nextSale}>
          <p className={styles.hint}>{nextCount > 0 ? words('payment.nextHas', { count: nextCount }) : words('sale.orScanNext')}</p>
          <Button size="xl" autoFocus onClick={onNext}>
            {words('sale.next')} <kbd className={styles.key}>Enter</kbd>
          </Button>
        </div>
      </section>
      <PrintedReceipt sale={sale} firstId={sale.id} />
    </div>
  );
}

/** What goes back for goods that came back, or the change for what was paid besides. */
function Exchanged({ sale, back }: { readonly sale: CompletedSale; readonly back: GoodsReturned }) {
  const given = back.tenders.filter(({ kind, amountMinor }) => kind !== 'exchange' && amountMinor !== 0);
  const isPaid = sale.payload.tenders.some(({ kind }) => kind === 'cash');
  return (
    <>
      {isPaid && <Change sale={sale} />}
      {given.map(({ kind, reference, amountMinor, currency }) => (
        <Notice key={`${kind} ${reference}`} tone="good">
          {doneWords(kind, formatMoney(amountMinor, currency), null)}
        </Notice>
      ))}
      {!isPaid && given.length === 0 && <p className={styles.noChange}>{words('exchange.evenDone')}</p>}
    </>
  );
}

/** What goes back, readable from the customer's side. */
function Change({ sale: { payload } }: { readonly sale: CompletedSale }) {
  const { currency, roundingMinor } = payload;
  const cash = payload.tenders.filter((tender) => tender.kind === 'cash');
  if (cash.length === 0) return <p className={styles.noChange}>{words('payment.noChange')}</p>;
  const changeMinor = cash.reduce((sum, tender) => sum + tender.changeMinor, 0);
  const given = cash
    .filter(({ givenMinor }) => givenMinor > 0 || cash.length === 1)
    .map((one) => formatMoney(one.givenMinor, one.currency))
    .join(' + ');
  return (
    <div className={styles.changeBlock}>
      <span>{words('sale.change')}</span>
      <span className={styles.change}>{formatMoney(changeMinor, currency)}</span>
      <span>
        {roundingMinor === 0
          ? words('payment.fromCash', { given })
          : words('payment.fromCashRounded', { given, rounding: formatMoney(roundingMinor, currency) })}
      </span>
    </div>
  );
}
