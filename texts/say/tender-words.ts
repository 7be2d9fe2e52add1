import type { CardPayment } from '../../domain/payments/card-payment.ts';
import type { NamedTender } from '../../domain/payments/tender.ts';
import type { VoucherKind } from '../../domain/payments/voucher.ts';
import { lastFourOf } from '../../domain/stored-value/stored-value.ts';
import { words } from '../words/words.ts';
import { cardName } from './card-name.ts';

/** A tender that a sale has recorded, as people know it. */
export interface SaidTender {
  readonly name: string;
  /** The code of the approval, by which a bank finds it; null where there is none. */
  readonly approvalCode: string | null;
  /** Whether whoever pays has not confirmed it yet. */
  readonly isOffline: boolean;
}

/** What a kind of voucher is called; those that the store no longer takes are vouchers. */
export function voucherName(id: string | null, kinds: readonly VoucherKind[]): string {
  return kinds.find((kind) => kind.id === id)?.name ?? words('payment.kind.voucher');
}

/**
 * What to say of a tender.
 * @param payments the card payments that this register knows; old ones are gone. @param vouchers the kinds that the store takes.
 */
export function saidTender(tender: NamedTender, payments: ReadonlyMap<string, CardPayment>, vouchers: readonly VoucherKind[]): SaidTender {
  if (tender.kind === 'voucher') return { name: voucherName(tender.reference, vouchers), approvalCode: null, isOffline: false };
  if ((tender.kind === 'gift_card' || tender.kind === 'store_credit') && tender.reference !== null) {
    const scheme = words(`payment.kind.${tender.kind}`);
    const name = words('payment.cardEnding', { scheme, digits: lastFourOf(tender.reference) });
    return { name, approvalCode: null, isOffline: tender.state === 'offline' };
  }
  const approval = tender.reference === null ? null : (payments.get(tender.reference)?.approval ?? null);
  return {
    name: tender.kind === 'card' && approval !== null ? cardName(approval) : words(`payment.kind.${tender.kind}`),
    approvalCode: approval?.approvalCode ?? null,
    isOffline: tender.state === 'offline',
  };
}
