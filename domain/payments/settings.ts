import { z } from 'zod';
import { defineSetting } from '../settings/define-setting.ts';
import { cashRoundingRule, NOT_ROUNDED } from './cash-rounding.ts';
import { foreignCurrency } from './foreign-cash.ts';
import { offlineCardCaps } from './offline-cards.ts';
import { voucherKind } from './voucher.ts';

/** How cash is rounded. Only what is paid in cash is rounded, as a line of its own (rule M3). */
export const cashRounding = defineSetting({
  key: 'cash.rounding',
  levels: ['company', 'store'],
  schema: cashRoundingRule,
  standard: NOT_ROUNDED,
});

const isEachOnce = (names: readonly string[]) => new Set(names).size === names.length;

/** Currencies whose notes the store takes, each at its rate. Change is given in the company's currency. */
export const foreignCurrencies = defineSetting({
  key: 'cash.foreign',
  levels: ['company', 'store'],
  schema: z
    .array(foreignCurrency)
    .max(20)
    .refine((all) => isEachOnce(all.map(({ currency }) => currency)), 'Each currency stands once.'),
  standard: [],
});

/** The kinds of voucher that the store takes. */
export const voucherKinds = defineSetting({
  key: 'payment.vouchers',
  levels: ['company', 'store'],
  schema: z
    .array(voucherKind)
    .max(50)
    .refine((all) => isEachOnce(all.map(({ id }) => id)), 'Each kind of voucher stands once.'),
  standard: [],
});

/** How much a terminal may approve without its bank. */
export const offlineCards = defineSetting({
  key: 'cards.offline_caps',
  levels: ['company', 'store'],
  schema: offlineCardCaps,
  standard: { paymentMinor: null, dayMinor: null, hours: null },
});
