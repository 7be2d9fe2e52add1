import type { SettingDefinition } from '../../domain/settings/define-setting.ts';
import { cashRounding } from '../../domain/payments/settings.ts';
import { promotionDocument } from '../../domain/promotions/documents.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { taxes, taxRounding } from '../../domain/tax/settings.ts';
import { documentsOf, type StoreView } from '../../src-renderer/kit/register-services.ts';
import type { CounterView } from '../../src-renderer/tasks/sale/price-cart.ts';

/** What a register's view says about prices, as its screens read it. */
export function counterView(view: StoreView): CounterView {
  const said = <V>(setting: SettingDefinition<string, V>): V =>
    settingOf({ get: (document, id) => documentsOf(view, document).get(id) }, setting, { storeId: view.store?.id });
  return {
    company: view.company,
    store: view.store,
    promotions: [...documentsOf(view, promotionDocument).values()],
    taxTable: said(taxes),
    taxRounding: said(taxRounding),
    cashRounding: said(cashRounding),
  };
}
