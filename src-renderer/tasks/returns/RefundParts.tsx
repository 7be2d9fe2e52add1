import { SegmentedControl } from '@mantine/core';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import { voucherKinds } from '../../../domain/payments/settings.ts';
import type { RefundPart } from '../../../domain/returns/plan-refund.ts';
import type { CashBack } from '../../../domain/returns/void-cash.ts';
import { lastFourOf } from '../../../domain/stored-value/stored-value.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { useDocuments, useSetting } from '../../kit/register-context.tsx';
import { cardName } from '../../../texts/say/card-name.ts';
import { voucherName } from '../../../texts/say/tender-words.ts';
import styles from './Returns.module.css';
import type { Refund, RefundChoice } from './use-refund.ts';
import { words } from '../../../texts/words/words.ts';

interface RefundPartsProps {
  readonly parts: readonly RefundPart[];
  readonly currency: string;
  /** The cash that leaves the drawer. */
  readonly cash: CashBack;
}

function Part({ name, amount }: { readonly name: string; readonly amount: string }) {
  return (
    <li>
      <span>{name}</span>
      <strong className={styles.amount}>{amount}</strong>
    </li>
  );
}

/** Where the parts of a refund go, and how much in each. */
export function RefundParts({ parts, currency, cash }: RefundPartsProps) {
  const payments = useDocuments(cardPaymentDocument);
  const vouchers = useSetting(voucherKinds);
  const nameOf = (kind: Exclude<RefundPart['kind'], 'cash'>, reference: string | null): string => {
    const approval = reference === null ? null : (payments.get(reference)?.approval ?? null);
    if (kind === 'card' && approval !== null) return cardName(approval);
    if (kind === 'gift_card' || kind === 'store_credit')
      return words('payment.cardEnding', { scheme: words(`payment.kind.${kind}`), digits: lastFourOf(reference ?? '') });
    if (kind === 'voucher') return voucherName(reference, vouchers);
    return kind === 'original_payment' ? words('returns.by.original') : words(`payment.kind.${kind}`);
  };
  return (
    <ul className={styles.parts} aria-label={words('returns.whereTo')}>
      {parts.map(
        ({ kind, reference, amountMinor }) =>
          kind !== 'cash' && (
            <Part key={`${kind} ${reference}`} name={nameOf(kind, reference)} amount={formatMoney(amountMinor, currency)} />
          ),
      )}
      {cash.notes.map(({ currency: of, givenMinor }) => (
        <Part key={of} name={words('returns.notesOf', { currency: of })} amount={formatMoney(givenMinor, of)} />
      ))}
      {cash.ownMinor > 0 && <Part name={words('sale.cash')} amount={formatMoney(cash.ownMinor, currency)} />}
      {cash.ownMinor < 0 && <Part name={words('returns.changeBack')} amount={formatMoney(-cash.ownMinor, currency)} />}
    </ul>
  );
}

/** As it was paid, in cash, or on store credit. */
export function RefundChoices({ refund }: { readonly refund: Refund }) {
  if (refund.choices.length === 1) return null;
  return (
    <SegmentedControl
      className={styles.by ?? ''}
      size="lg"
      aria-label={words('returns.giveBackBy')}
      disabled={refund.isFixed}
      value={refund.choice}
      onChange={(value) => refund.choose(value as RefundChoice)}
      data={refund.choices.map((value) => ({ value, label: words(`returns.by.${value}`) }))}
    />
  );
}
