import type { ListedKey } from '../../domain/access/access-protocol.ts';
import { formatMoment } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';

/** Whether a key opens anything, in words. @param timezone of who reads it. */
export function keyStateWords({ withdrawnAt, expiresAt }: ListedKey, now: Date, timezone: string): string {
  if (withdrawnAt !== null) return words('access.state.withdrawn', { when: formatMoment(withdrawnAt, timezone) });
  if (expiresAt === null) return words('access.state.active');
  const when = formatMoment(expiresAt, timezone);
  return new Date(expiresAt) <= now ? words('access.state.expired', { when }) : words('access.state.expires', { when });
}
