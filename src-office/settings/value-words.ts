import type { PermissionTable } from '../../domain/permissions/roles.ts';
import { formatNumber, formatMoney } from '../../src-renderer/kit/format-money.ts';
import type { secondFactor } from '../../domain/access/settings.ts';
import { rateText } from './rate-text.ts';
import { knownWords, words } from '../../src-renderer/words/words.ts';

interface ReceiptText {
  readonly header: readonly string[];
  readonly footer: readonly string[];
}

const DOUBT_AMOUNTS: readonly string[] = ['changeMinor', 'floatMinor'];

/** Each value under its own label. */
function labelled(
  values: Readonly<Record<string, number>>,
  labelOf: (name: string) => string | null,
  valueOf = (_name: string, value: number) => formatNumber(value),
): string {
  return Object.entries(values)
    .map(([name, value]) => `${labelOf(name) ?? name}: ${valueOf(name, value)}`)
    .join('\n');
}

const VALUES: Readonly<Record<string, (value: never, currency: string) => string>> = {
  'tax.rates': (rates: Readonly<Record<string, number>>) =>
    Object.entries(rates)
      .map(([name, ppm]) => `${name} ${rateText(ppm)} %`)
      .join(', '),
  'pickup.staging_locations': (names: readonly string[]) => names.join(', '),
  'receipt.text': ({ header, footer }: ReceiptText) => [...header, ...footer].join('\n'),
  'picking.wave_orders': (orders: number) => formatNumber(orders),
  'company.time_zone': (zone: string) => zone || words('settings.zoneOfStores'),
  'retention.days': (days: Readonly<Record<string, number>>) => labelled(days, (name) => knownWords(`settings.retention.${name}`)),
  'stock.silent_stores': (values: Readonly<Record<string, number>>) => labelled(values, (name) => knownWords(`settings.silent.${name}`)),
  'till.asked_about': (limits: Readonly<Record<string, number>>, currency) =>
    labelled(
      limits,
      (name) => knownWords(`settings.doubts.${name}`, { currency }),
      (name, value) => (DOUBT_AMOUNTS.includes(name) ? formatMoney(value, currency) : formatNumber(value)),
    ),
  'people.lock_after_minutes': (minutes: number) => words('settings.minutes', { count: minutes }),
  'people.pins_offline_days': (days: number) => words('settings.days', { count: days }),
  'office.second_factor': (demand: typeof secondFactor.standard) => words(`settings.secondFactor.${demand}`),
  'people.roles': (table: PermissionTable) => {
    const rules = Object.values(table).reduce((sum, one) => sum + Object.keys(one ?? {}).length, 0);
    return rules === 0 ? words('settings.everybody') : words('settings.restrictions', { count: rules });
  },
};

/** A value of a setting in a line or a few; `Nothing` where it is empty. @param currency of the company, for amounts. */
export function valueWords(key: string, value: unknown, currency: string): string {
  const written = VALUES[key] as ((value: unknown, currency: string) => string) | undefined;
  return (written === undefined ? JSON.stringify(value) : written(value, currency)) || words('settings.nothing');
}
