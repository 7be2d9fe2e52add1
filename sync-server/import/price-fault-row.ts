import type { PriceFault } from '../../domain/price-lists/check-price-list.ts';
import type { Fault } from './import-rows.ts';

/** What is wrong with a price or a list, in the words of the file. @param columns of the fields that are called otherwise there. */
export function priceFaultRow({ field, issue, fix }: Omit<PriceFault, 'code'>, columns: Readonly<Record<string, string>>): Fault {
  const columnOf = (name: string): string => columns[name] ?? name;
  return {
    field: columnOf(field.split('.')[0] ?? ''),
    reason: `${issue}. ${fix.replace(/\.$/, '')}`.replaceAll(/`(\w+)`/g, (_, name: string) => columnOf(name)),
  };
}
