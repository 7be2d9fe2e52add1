import { defineSetting } from '../settings/define-setting.ts';
import { z } from 'zod';

/**
 * How often a receipt may be printed again. `marked`: as often as wanted, each marked as a copy. `counted`: as often as wanted, each
 * recorded and with its number, as France wants it. `one`: once, recorded, as Sweden wants it. (receipt_fields_by_country of the facts.)
 */
export const receiptCopies = defineSetting({
  key: 'receipt.copies',
  levels: ['company', 'store'],
  schema: z.enum(['marked', 'counted', 'one']),
  standard: 'marked',
});
