import { defineDocument } from '../base/define-document.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { shift } from './shift.ts';

export const shiftDocument = defineDocument({
  kind: 'shift',
  schema: shift,
  scope: 'store',
  stored: {
    in: 'table',
    table: 'shifts',
    key: 'id',
    columns: { store_id: { path: ['storeId'], type: 'text' }, register_id: { path: ['registerId'], type: 'text' } },
  },
  held: 'memory',
  retention: TEN_YEARS,
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
  endOf: (one) => one.closed?.at ?? null,
  datedBy: ['openedAt'],
});
