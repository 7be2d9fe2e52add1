import type { SettingDefinition } from '../../domain/settings/define-setting.ts';
import { cashRounding } from '../../domain/payments/settings.ts';
import {
  couponUseDocument,
  promotionDocument,
  promotionUseDocument,
  storePromotionUseDocument,
} from '../../domain/promotions/documents.ts';
import { knownUses } from '../../domain/promotions/known-uses.ts';
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
    usedCodes: new Map([...documentsOf(view, couponUseDocument)].map(([id, { uses }]) => [id, uses])),
    usedMinor: new Map([...documentsOf(view, couponUseDocument)].map(([id, { amountMinor = 0 }]) => [id, amountMinor])),
    used: knownUses(
      documentsOf(view, promotionUseDocument).values(),
      documentsOf(view, storePromotionUseDocument).values(),
      view.store?.id ?? '',
    ),
    taxTable: said(taxes),
    taxRounding: said(taxRounding),
    cashRounding: said(cashRounding),
  };
}
