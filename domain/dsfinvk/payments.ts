import type { RefundTender, Tender } from '../payments/tender.ts';
import { paymentTypeOf, TAKES_OFF } from './business-case.ts';
import type { Payment } from './receipt.ts';

/** The brand of a card payment or card refund, by its id; null where nobody told it. */
export type SchemeOf = (reference: string | null) => string | null;

/** What was paid with, or that nothing was. */
export function orNone(payments: readonly Payment[], currency: string): readonly Payment[] {
  return payments.length > 0 ? payments : [{ type: 'Keine', name: 'Keine', currency, amountMinor: 0, baseMinor: 0 }];
}

const isMoney = (kind: string): boolean => kind !== 'exchange' && !(kind in TAKES_OFF);

/** What a tender paid, tip included. Notes of another currency and the change for them are two payments. */
export function paymentsOf(tender: Tender, currency: string, schemeOf: SchemeOf): Payment[] {
  const { kind, amountMinor } = tender;
  if (!isMoney(kind)) return [];
  const scheme = kind === 'card' ? schemeOf(tender.reference) : null;
  const type = paymentTypeOf(kind, scheme);
  const name = scheme ?? kind;
  if (kind !== 'cash' || tender.currency === currency) return [{ type, name, currency, amountMinor, baseMinor: amountMinor }];
  const { givenMinor, changeMinor } = tender;
  const given = { type, name, currency: tender.currency, amountMinor: givenMinor, baseMinor: amountMinor + changeMinor };
  return changeMinor === 0 ? [given] : [given, { type, name, currency, amountMinor: -changeMinor, baseMinor: -changeMinor }];
}

/** What went back by a tender: negative. Notes of another currency in their own. */
export function refundsOf(tender: RefundTender, schemeOf: SchemeOf): Payment[] {
  const { kind, currency, amountMinor, notes } = tender;
  if (!isMoney(kind)) return [];
  const scheme = kind === 'card' ? schemeOf(tender.reference) : null;
  return [
    {
      type: paymentTypeOf(kind, scheme),
      name: scheme ?? kind,
      currency,
      amountMinor: -(notes?.givenMinor ?? amountMinor),
      baseMinor: -amountMinor,
    },
  ];
}
