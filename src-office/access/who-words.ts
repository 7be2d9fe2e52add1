import type { LoggedAction } from '../../domain/access/access-protocol.ts';
import { words } from '../../src-renderer/words/words.ts';

/** Who did something, and from where. */
export function whoWords({ by: { kind, name }, address }: Pick<LoggedAction, 'by' | 'address'>): string {
  const who = kind === 'key' ? words('access.by.key', { name }) : kind === 'command' ? words('access.by.command', { name }) : name;
  return address === null ? who : words('access.fromAddress', { who, address });
}
