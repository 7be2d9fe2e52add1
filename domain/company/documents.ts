import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { entityId } from '../base/envelope.ts';
import { currency } from '../base/money.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { text } from '../base/text.ts';

/** What holds for the whole company. */
export const company = z.strictObject({ name: text, currency, pricesIncludeTax: z.boolean() });

/** The store of the register. */
export const store = z.strictObject({
  id: entityId,
  name: text,
  address: text,
  /** IANA name. */
  timezone: text,
  /** Parts per million by tax class. */
  taxRates: z.record(text, z.number().int().min(0).max(1_000_000)),
  stagingLocations: z.array(text),
});

export type Company = z.infer<typeof company>;
export type Store = z.infer<typeof store>;

export const companyDocument = defineDocument({
  kind: 'company',
  schema: company,
  scope: 'all',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
});

export const storeDocument = defineDocument({
  kind: 'store',
  schema: store,
  scope: 'store',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
});
