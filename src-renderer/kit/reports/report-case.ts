import type { ReportCase } from '../../../domain/reports/report.ts';
import { timeInZone } from '../../../domain/base/zoned-date.ts';
import type { RegisterServices } from '../register-services.ts';

/** What a report asks about the store and its goods. */
export function reportCase({ catalog, view }: Pick<RegisterServices, 'catalog' | 'view'>): ReportCase {
  const { store, company } = view.getState();
  const timezone = store?.timezone ?? 'UTC';
  return {
    departmentOf: (sku) => catalog.product(sku)?.category ?? null,
    hourOf: (at) => Number(timeInZone(new Date(at), timezone).slice(0, 2)),
    pricesIncludeTax: company?.pricesIncludeTax ?? false,
  };
}
