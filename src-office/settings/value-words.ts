import type { PermissionTable } from '../../domain/permissions/roles.ts';
import { rateText } from './rate-text.ts';
import { words } from '../../src-renderer/words/words.ts';

interface ReceiptText {
  readonly header: readonly string[];
  readonly footer: readonly string[];
}

const VALUES: Readonly<Record<string, (value: never) => string>> = {
  'tax.rates': (rates: Readonly<Record<string, number>>) =>
    Object.entries(rates)
      .map(([name, ppm]) => `${name} ${rateText(ppm)} %`)
      .join(', '),
  'pickup.staging_locations': (names: readonly string[]) => names.join(', '),
  'receipt.text': ({ header, footer }: ReceiptText) => [...header, ...footer].join('\n'),
  'people.lock_after_minutes': (minutes: number) => words('settings.minutes', { count: minutes }),
  'people.roles': (table: PermissionTable) => {
    const rules = Object.values(table).reduce((sum, one) => sum + Object.keys(one ?? {}).length, 0);
    return rules === 0 ? words('settings.everybody') : words('settings.restrictions', { count: rules });
  },
};

/** A value of a setting in a line or two; `Nothing` where it is empty. */
export function valueWords(key: string, value: unknown): string {
  const written = VALUES[key] as ((value: unknown) => string) | undefined;
  return (written === undefined ? JSON.stringify(value) : written(value)) || words('settings.nothing');
}
