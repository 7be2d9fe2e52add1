import type { LoggedAction } from '../../domain/access/access-protocol.ts';
import { settingWords } from '../settings/setting-words.ts';
import { valueWords } from '../settings/value-words.ts';
import { words } from '../../texts/words/words.ts';

/** Who did something, and from where. */
export function whoWords({ by: { kind, name }, address }: Pick<LoggedAction, 'by' | 'address'>): string {
  const who = kind === 'key' ? words('access.by.key', { name }) : kind === 'command' ? words('access.by.command', { name }) : name;
  return address === null ? who : words('access.fromAddress', { who, address });
}

/** The setting and the place that a changed setting is told with: `tax.rates store S1`; null for any other action. */
function settingIn({ action, subject }: Pick<LoggedAction, 'action' | 'subject'>) {
  const [, key, level, place] = (action === 'setting.change' && /^(\S+) (company|store|register) (.*)$/.exec(subject)) || [];
  return key === undefined || place === undefined ? null : { key, level, place };
}

/** What it was done to, in words; null where only its id is known. @param storeNames by their ids. */
export function subjectWords(
  item: Pick<LoggedAction, 'action' | 'subject' | 'subjectName'>,
  storeNames: ReadonlyMap<string, string>,
): string | null {
  const setting = settingIn(item);
  if (setting === null) return item.subjectName;
  const { key, level, place } = setting;
  const where = level === 'company' ? words('settings.ofCompany') : (storeNames.get(place) ?? place);
  return words('access.settingFor', { setting: settingWords(key).name, place: where });
}

/** What was changed, as ids and codes, the values of settings as their page shows them; null where the action says it all. */
export function changeWords(item: Pick<LoggedAction, 'action' | 'subject' | 'before' | 'after'>, currency: string): string | null {
  const { before, after } = item;
  const setting = settingIn(item);
  const shown = (value: unknown) =>
    setting === null || value === null ? JSON.stringify(value) : valueWords(setting.key, value, currency).replaceAll('\n', ', ');
  const [old, next] = [shown(before), shown(after)];
  if (before === null) return after === null ? null : words('access.after', { after: next });
  return after === null ? words('access.before', { before: old }) : words('access.beforeAfter', { before: old, after: next });
}
