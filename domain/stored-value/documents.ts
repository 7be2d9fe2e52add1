import { defineDocument } from '../base/define-document.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { storedValue } from './stored-value.ts';

/** One that is used up stays known: a store that forgot it would take it once more. */
export const storedValueDocument = defineDocument({
  kind: 'stored_value',
  since: 2,
  schema: storedValue,
  scope: 'store',
  stored: { in: 'documents' },
  held: 'disk',
  retention: TEN_YEARS,
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
});
