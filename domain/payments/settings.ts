import { defineSetting } from '../settings/define-setting.ts';
import { cashRoundingRule, NOT_ROUNDED } from './cash-rounding.ts';

/** How cash is rounded. Only what is paid in cash is rounded, as a line of its own (rule M3). */
export const cashRounding = defineSetting({
  key: 'cash.rounding',
  levels: ['company', 'store'],
  schema: cashRoundingRule,
  standard: NOT_ROUNDED,
});
