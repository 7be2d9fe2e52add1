import { SegmentedControl } from '@mantine/core';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import { voucherKinds } from '../../../domain/payments/settings.ts';
import type { RefundPart } from '../../../domain/returns/plan-refund.ts';
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
  /** The cash that leaves the drawer, rounded, in minor units. */
  readonly cashMinor: number;
}

/** Where the parts of a refund go, and how much in each. */
export function RefundParts({ parts, currency, cashMinor }: RefundPartsProps) {
  const payments = useDocuments(cardPaymentDocument);
  const vouchers = useSetting(voucherKinds);
  const nameOf = ({ kind, reference }: RefundPart): string => {
    const approval = reference === null ? null : (payments.get(reference)?.approval ?? null);
    if (kind === 'card' && approval !== null) return cardName(approval);
    if (kind === 'gift_card' || kind === 'store_credit')
      return words('payment.cardEnding', { scheme: words(`payment.kind.${kind}`), digits: lastFourOf(reference ?? '') });
    if (kind === 'voucher') return voucherName(reference, vouchers);
    return kind === 'cash'
      ? words('sale.cash')
      : kind === 'original_payment'
        ? words('returns.by.original')
        : words(`payment.kind.${kind}`);
  };
  return (
    <ul className={styles.parts} aria-label={words('returns.whereTo')}>
      {parts.map((part) => (
        <li key={`${part.kind} ${part.reference}`}>
          <span>{nameOf(part)}</span>
          <strong className={styles.amount}>{formatMoney(part.kind === 'cash' ? cashMinor : part.amountMinor, currency)}</strong>
        </li>
      ))}
    </ul>
  );
}

/** As it was paid, in cash, or on store credit. */
export function RefundChoices({ refund }: { readonly refund: Refund }) {
  if (refund.choices.length === 1) return null;
  return (
    <SegmentedControl
      className={styles.by ?? ''}
      aria-label={words('returns.giveBackBy')}
      disabled={refund.isFixed}
      value={refund.choice}
      onChange={(value) => refund.choose(value as RefundChoice)}
      data={refund.choices.map((value) => ({ value, label: words(`returns.by.${value}`) }))}
    />
  );
}
