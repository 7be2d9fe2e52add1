import { z } from 'zod';
import { entityId, quantity } from '../base/envelope.ts';
import { unitPrice } from '../base/money.ts';
import { text } from '../base/text.ts';

/** The bundle that a line of goods is part of. Each of its lines says the same. */
export const lineBundle = z.strictObject({
  /** Tells one bundle on the counter from the next, even of the same article. */
  key: entityId,
  sku: entityId,
  name: text.max(500),
  /** What one bundle costs, in thousandths of a minor unit. */
  unitPrice,
  /** How many bundles these lines are. */
  quantity,
});

export type LineBundle = z.infer<typeof lineBundle>;
