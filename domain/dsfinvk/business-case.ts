import type { CashMovementKind } from '../shift/cash-movement.ts';
import type { SaleLine } from '../pricing/sale-line.ts';

/** What a line is for the tax office (`GV_TYP`). */
export type BusinessCase =
  | 'Umsatz'
  | 'Pfand'
  | 'PfandRueckzahlung'
  | 'MehrzweckgutscheinKauf'
  | 'MehrzweckgutscheinEinloesung'
  | 'Forderungsentstehung'
  | 'Forderungsaufloesung'
  | 'Geldtransit'
  | 'DifferenzSollIst'
  | 'TrinkgeldAN'
  | 'Auszahlung'
  | 'Einzahlung'
  | 'Rabatt'
  | 'Aufschlag'
  | 'Anfangsbestand';

/** How a receipt was paid (`ZAHLART_TYP`). */
export type PaymentType = 'Bar' | 'Unbar' | 'ECKarte' | 'Kreditkarte' | 'GuthabenKarte' | 'Keine';

const OF_LINE: Readonly<Record<SaleLine['kind'], BusinessCase>> = {
  goods: 'Umsatz',
  service: 'Umsatz',
  fee: 'Umsatz',
  deposit: 'Pfand',
  gift_card: 'MehrzweckgutscheinKauf',
  account_payment: 'Forderungsaufloesung',
};

/** What a line that was sold is. A gift card buys anything, so its tax is due when it is redeemed. */
export function caseOfLine(kind: SaleLine['kind']): BusinessCase {
  return OF_LINE[kind];
}

/** What a line that was taken back is. */
export function caseOfReturned(kind: SaleLine['kind']): BusinessCase {
  return kind === 'deposit' ? 'PfandRueckzahlung' : OF_LINE[kind];
}

/** What cash that moved without a sale is. */
export const OF_MOVEMENT: Readonly<Record<CashMovementKind, BusinessCase>> = {
  pay_in: 'Einzahlung',
  pay_out: 'Auszahlung',
  drop: 'Geldtransit',
};

/**
 * Tenders that are no payment for the tax office but a line that takes off: a gift card that is redeemed, a claim that comes into being,
 * points that make a sale cheaper. What goods that came back pay is no payment and no line: they stand on the receipt themselves.
 */
export const TAKES_OFF: Readonly<Record<string, BusinessCase>> = {
  gift_card: 'MehrzweckgutscheinEinloesung',
  account: 'Forderungsentstehung',
  points: 'Rabatt',
};

/** Schemes of the German debit cards; every other one is taken for a credit card. */
const DEBIT = /giro|ec.?karte|maestro|v.?pay/i;

/** How a tender counts. @param scheme the brand of the card, null where nobody told it. */
export function paymentTypeOf(kind: string, scheme: string | null): PaymentType {
  if (kind === 'cash') return 'Bar';
  if (kind === 'store_credit') return 'GuthabenKarte';
  if (kind !== 'card' || scheme === null) return 'Unbar';
  return DEBIT.test(scheme) ? 'ECKarte' : 'Kreditkarte';
}
