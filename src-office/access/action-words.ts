import type { LoggedAction } from '../../domain/access/access-protocol.ts';
import { words } from '../../src-renderer/words/words.ts';

/** Who did something, and from where. */
export function whoWords({ by: { kind, name }, address }: Pick<LoggedAction, 'by' | 'address'>): string {
  const who = kind === 'key' ? words('access.by.key', { name }) : kind === 'command' ? words('access.by.command', { name }) : name;
  return address === null ? who : words('access.fromAddress', { who, address });
}

/** What was changed, as ids and codes; null where the action says it all. */
export function changeWords({ before, after }: Pick<LoggedAction, 'before' | 'after'>): string | null {
  const [old, next] = [JSON.stringify(before), JSON.stringify(after)];
  if (before === null) return after === null ? null : words('access.after', { after: next });
  return after === null ? words('access.before', { before: old }) : words('access.beforeAfter', { before: old, after: next });
}
