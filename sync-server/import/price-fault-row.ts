import type { PriceFault, PriceFaultCode } from '../../domain/price-lists/check-price-list.ts';
import { type ImportFaultCode, importFaultOf } from '../../domain/office/import-fault.ts';
import type { Fault } from './import-rows.ts';

/** What a file calls otherwise than the API. */
const CODE_OF = {
  unknown_currency: 'not_currency',
  unknown_price_list: 'unknown_list',
} as const satisfies Partial<Record<PriceFaultCode, ImportFaultCode>>;

/** What is wrong with a price or a list, by the columns of the file. @param columns of the fields that are called otherwise there. */
export function priceFaultRow(
  { code, field, beside }: Omit<PriceFault, 'issue' | 'fix'>,
  columns: Readonly<Record<string, string>>,
): Fault {
  const [name = ''] = field.split('.');
  const column = columns[name] ?? name;
  if (code === 'prices_overlap' || code === 'lists_overlap') {
    const { sku = '', startsOn = null, listId = '' } = beside ?? {};
    return importFaultOf(column, code, { sku, from: startsOn ?? '–', list: listId });
  }
  if (code === 'unknown_currency' || code === 'unknown_price_list') return importFaultOf(column, CODE_OF[code], {});
  return importFaultOf(column, code, {});
}
