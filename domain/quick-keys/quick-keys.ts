import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { defineOperation } from '../base/define-operation.ts';
import { entityId } from '../base/envelope.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { quickKeyPages } from '../sale/settings.ts';

/** The quick keys of a store, as somebody laid them out at a till. Until then those of the company count (`sale.quick_keys`). */
export const quickKeysDocument = defineDocument({
  kind: 'quick_keys',
  since: 2,
  schema: z.strictObject({ storeId: entityId, pages: quickKeyPages }),
  scope: 'store',
  stored: { in: 'documents' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  idOf: ({ storeId }) => storeId,
  storeOf: ({ storeId }) => storeId,
});

/** Somebody laid out the quick keys of the store. The last layout counts: the journal has those before. */
export const quickKeysLaidOut = defineOperation({
  type: 'quick_keys_laid_out',
  since: 3,
  permission: 'quick_keys.lay_out',
  payload: z.strictObject({ pages: quickKeyPages }),
  apply: (_reader, { storeId, payload: { pages } }) => [quickKeysDocument.put({ storeId, pages })],
});
