import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { rowsOf } from '../device/print-document.ts';
import { defineSetting } from '../settings/define-setting.ts';

/** Lines that stand on every receipt, above and below what was sold. */
export const receiptText = defineSetting({
  key: 'receipt.text',
  levels: ['company', 'store'],
  schema: z.strictObject({ header: z.array(text.max(80)).max(10), footer: z.array(text.max(80)).max(20) }),
  standard: { header: [], footer: [] },
});

/** Who sells, as the law of the country wants it on a receipt: by its legal name and its numbers (tax, register of companies). */
export const receiptSeller = defineSetting({
  key: 'receipt.seller',
  levels: ['company', 'store'],
  schema: z.strictObject({
    /** Empty where it is the name of the store. */
    legalName: text.max(80),
    numbers: z.array(z.strictObject({ name: text.min(1).max(30), number: text.min(1).max(40) })).max(8),
  }),
  standard: { legalName: '', numbers: [] },
});

/** The largest logo, in dots: as wide as paper of 58 mm. */
export const LOGO = { width: 384, rows: 240 } as const;

/** A logo above receipts, as printers print it: black dots on white, row by row, a bit each. Null for none. */
export const receiptLogo = defineSetting({
  key: 'receipt.logo',
  levels: ['company', 'store'],
  schema: z
    .strictObject({ width: z.number().int().min(8).max(LOGO.width).multipleOf(8), bits: z.base64().min(1).max(20_000) })
    .refine(
      (logo) => Number.isInteger(rowsOf(logo)) && rowsOf(logo) <= LOGO.rows,
      `A logo has whole rows, and ${LOGO.rows} of them at most.`,
    )
    .nullable(),
  standard: null,
});

/**
 * The languages of receipts: of the customers, whatever the person speaks who sells. The second stands below the first. Without any it is
 * that of the device.
 */
export const receiptLanguages = defineSetting({
  key: 'receipt.languages',
  levels: ['company', 'store'],
  schema: z
    .array(z.enum(['en', 'de', 'ar']))
    .max(2)
    .refine((all) => new Set(all).size === all.length, 'Each language is named once.'),
  standard: [],
});

/** How a receipt names who served: by name, by a code that stands for them, or not at all. */
export const receiptAssociate = defineSetting({
  key: 'receipt.associate',
  levels: ['company', 'store'],
  schema: z.enum(['name', 'code', 'nobody']),
  standard: 'name',
});

/** Whether the receipt of a sale is printed at once, or when somebody asks for it, as in France. */
export const receiptPrinting = defineSetting({
  key: 'receipt.printing',
  levels: ['company', 'store'],
  schema: z.enum(['at_once', 'on_request']),
  standard: 'at_once',
});

/** Whether the serial number of the till stands on a receipt, as Germany wants it. It is the one of the export for its tax office. */
export const receiptTillSerial = defineSetting({
  key: 'receipt.till_serial',
  levels: ['company', 'store'],
  schema: z.enum(['shown', 'hidden']),
  standard: 'hidden',
});

/**
 * Whether goods may be ordered in a sale while the server cannot be asked what the pool has. The customer pays at once: without the
 * server nobody can say whether there is anything to send.
 */
export const orderOffline = defineSetting({
  key: 'sale.order_offline',
  levels: ['company', 'store'],
  schema: z.enum(['refused', 'allowed']),
  standard: 'refused',
});

/** For how many days a quote holds, unless somebody says otherwise when they give it. */
export const quoteDays = defineSetting({
  key: 'sale.quote_days',
  levels: ['company', 'store'],
  schema: z.number().int().min(1).max(365),
  standard: 14,
});

/** A page of quick keys has three columns and four rows. */
export const QUICK_KEYS_OF_A_PAGE = 12;

/** Pages of quick keys. A place without an article is null. */
export const quickKeyPages = z
  .array(z.strictObject({ name: text.min(1).max(30), skus: z.array(entityId.nullable()).max(QUICK_KEYS_OF_A_PAGE) }))
  .max(8);

/** Articles that are sold by a key instead of a scan. A store may lay out its own. */
export const quickKeys = defineSetting({
  key: 'sale.quick_keys',
  levels: ['company'],
  schema: z.strictObject({ pages: quickKeyPages }),
  standard: { pages: [] },
});

export type QuickKeyPage = z.infer<typeof quickKeyPages>[number];
