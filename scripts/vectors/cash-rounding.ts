import { z } from 'zod';
import { currencyDecimals, isKnownCurrency } from '../../domain/base/iso-4217.ts';
import { type CashRoundingRule, cashDue } from '../../domain/payments/cash-rounding.ts';
import { CASH_ROUNDING_PLACES } from '../../domain/payments/cash-rounding-places.ts';
import { decimal, differs, scaled } from './decimal.ts';
import { defineKind } from './kind.ts';

const optional = decimal.or(z.literal('')).optional();

const row = z.looseObject({
  id: z.string(),
  region: z.string(),
  currency: z.string().refine(isKnownCurrency, 'ISO 4217 has no such currency.'),
  increment: decimal.refine((text) => !text.startsWith('-') && Number(text) > 0, 'An increment is above zero.'),
  total: decimal,
  paid_by_card: optional,
  cash_due_exact: optional,
  cash_due_rounded: optional,
  rounding_line: optional,
  total_paid: optional,
  tendered: optional,
  change: optional,
});

/** A place that the table does not know rounds to the nearest. */
const NEAREST = { mode: 'half_up', refunds: 'rounded', tiny: 'rounded' } as const;

/** Rows of cash rounding: what is due in cash, its rounding and the change. */
export const cashRounding = defineKind(row, (given) => {
  const decimals = currencyDecimals(given.currency);
  const minor = (field: 'total' | 'increment' | 'paid_by_card' | 'tendered') => scaled(given[field] || '0', decimals, field);
  const rule: CashRoundingRule = { ...(CASH_ROUNDING_PLACES[given.region]?.rule ?? NEAREST), incrementMinor: minor('increment') };
  const card = minor('paid_by_card');
  const due = cashDue(minor('total'), card, rule);
  const compare = (field: keyof typeof given & string, got: number) => {
    const expected = given[field];
    return typeof expected === 'string' && expected !== '' ? differs(field, expected, got, decimals) : [];
  };
  return [
    ...compare('cash_due_exact', due.exactMinor),
    ...compare('cash_due_rounded', due.roundedMinor),
    ...compare('rounding_line', due.roundingMinor),
    ...compare('total_paid', card + due.roundedMinor),
    ...(given.tendered ? compare('change', minor('tendered') - due.roundedMinor) : []),
  ];
});
