import type { TaxRounding } from '../../domain/tax/round-taxes.ts';
import { ALWAYS, type TaxTable, taxTable } from '../../domain/tax/tax-table.ts';
import type { SamplePlace } from './places.ts';

/** All taxes of a sale are rounded together, as if they were one. */
export const SAMPLE_ROUNDING: TaxRounding = { scope: 'per_document_combined', mode: 'half_up' };

/** The taxes of a place as a setting. */
export function taxesOf({ bears }: Pick<SamplePlace, 'bears'>): TaxTable {
  const rates = Object.assign({}, ...Object.values(bears)) as Readonly<Record<string, number>>;
  return taxTable.parse({
    taxes: Object.fromEntries(Object.entries(rates).map(([code, ratePpm]) => [code, { rates: [{ from: ALWAYS, ratePpm }] }])),
    classes: Object.fromEntries(Object.entries(bears).map(([name, borne]) => [name, Object.keys(borne).map((tax) => ({ tax }))])),
  });
}
