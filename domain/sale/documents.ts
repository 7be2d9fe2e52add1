import { defineDocument } from '../base/define-document.ts';
import { TEN_YEARS } from '../base/retention.ts';
import { sale } from './sale.ts';
import { upgradeSale } from './upgrade-sale.ts';

export const saleDocument = defineDocument({
  kind: 'sale',
  schema: sale,
  scope: 'store',
  stored: {
    in: 'table',
    table: 'sales',
    key: 'receipt_number',
    columns: {
      sale_id: { path: ['saleId'], type: 'text' },
      store_id: { path: ['storeId'], type: 'text' },
      register_id: { path: ['registerId'], type: 'text' },
      business_date: { path: ['businessDate'], type: 'text' },
      total_minor: { path: ['totalMinor'], type: 'bigint' },
      tax_minor: { path: ['taxMinor'], type: 'bigint' },
    },
  },
  held: 'disk',
  retention: { ...TEN_YEARS, register: { daysAfterEnd: 'salesOnRegisters' }, feed: { daysAfterEnd: 'salesOnRegisters' } },
  personal: [],
  idOf: (one) => one.receiptNumber,
  storeOf: (one) => one.storeId,
  endOf: (one) => one.at,
  datedBy: ['businessDate'],
  completed: upgradeSale,
});
