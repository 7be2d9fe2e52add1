import { describe, expect, it } from 'vitest';
import type { DocumentDefinition } from '../../domain/base/define-document.ts';
import type { Kept } from '../../domain/base/retention.ts';
import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { retentionDays } from '../../domain/retention/settings.ts';

const ALL = (DOCUMENTS as readonly DocumentDefinition[]).map((definition) => [definition.kind, definition] as const);

/** How long that is at least, in days. */
function daysOf(kept: Kept): number {
  if ('while' in kept) return 0;
  if ('years' in kept) return kept.years * 365;
  return typeof kept.daysAfterEnd === 'number' ? kept.daysAfterEnd : retentionDays.standard[kept.daysAfterEnd];
}

describe.each(ALL)('how long a %s is kept', (_kind, { retention, held, ends, endsWith, datedBy, stored }) => {
  it('is said for the register, the feed and the server, and no copy outlives what it is copied from', () => {
    expect(Object.keys(retention).sort()).toEqual(['feed', 'register', 'server']);
    const [register, feed, server] = [retention.register, retention.feed, retention.server].map(daysOf);
    expect(feed).toBeLessThanOrEqual(server ?? 0);
    expect(register).toBeLessThanOrEqual(feed ?? 0);
    if (held === 'disk') expect(retention.register).toEqual(retention.feed);
  });

  it('can be told where it is counted from its end', () => {
    const counted = Object.values(retention).some((kept) => 'daysAfterEnd' in kept);
    if (!counted) return;
    expect(ends || endsWith.length > 0).toBe(true);
    expect(datedBy).not.toEqual([]);
    expect(stored.in).not.toBe('projection');
  });
});
