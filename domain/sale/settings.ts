import { z } from 'zod';
import { text } from '../base/text.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** Lines that stand on every receipt, above and below what was sold. */
export const receiptText = defineSetting({
  key: 'receipt.text',
  levels: ['company', 'store'],
  schema: z.strictObject({ header: z.array(text.max(80)).max(10), footer: z.array(text.max(80)).max(20) }),
  standard: { header: [], footer: [] },
});
