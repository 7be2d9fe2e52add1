import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalOf } from '../../test/support/examples.ts';
import { mustBeOnline, type OfflineCardCaps, offlineCardCaps } from './offline-cards.ts';

const NOW = Date.parse('2026-03-02T12:00:00.000Z');
const NO_CAPS: OfflineCardCaps = { paymentMinor: null, dayMinor: null, hours: null };
const paid = (hoursAgo: number, isOnline: boolean, authorizedMinor = 1000) => ({
  startedAt: new Date(NOW - hoursAgo * 3_600_000).toISOString(),
  approval: approvalOf({ isOnline, authorizedMinor }),
  status: 'booked' as const,
  amountMinor: authorizedMinor,
});
const unpaid = (hoursAgo: number, status: 'started' | 'not_charged') => ({ ...paid(hoursAgo, false), approval: null, status });
const declined = unpaid(0, 'not_charged');

describe('a card that the bank has to approve', () => {
  it.each<[what: string, caps: Partial<OfflineCardCaps>, payments: Parameters<typeof mustBeOnline>[1], amount: number, must: boolean]>([
    ['no limits', {}, [paid(1, false, 9_000_000)], 9_000_000, false],
    ['as much as one payment may be', { paymentMinor: 5000 }, [], 5000, false],
    ['more than one payment may be', { paymentMinor: 5000 }, [], 5001, true],
    ['none at all', { paymentMinor: 0 }, [], 1, true],
    ['the rest of a day', { dayMinor: 3000 }, [paid(1, false), paid(2, false)], 1000, false],
    ['more than the rest of a day', { dayMinor: 3000 }, [paid(1, false), paid(2, false)], 1001, true],
    ['a day that is over', { dayMinor: 3000 }, [paid(24, false), paid(2, false)], 2000, false],
    ['what the bank approved does not count', { dayMinor: 3000 }, [paid(1, true, 9000), declined], 3000, false],
    ['a payment without an answer may have been approved alone', { dayMinor: 3000 }, [unpaid(1, 'started')], 2001, true],
    ['a payment without an answer and the rest of a day', { dayMinor: 3000 }, [unpaid(1, 'started')], 2000, false],
    ['a payment without an answer of the day before', { dayMinor: 3000 }, [unpaid(24, 'started')], 3000, false],
    ['not alone for so long', { hours: 4 }, [paid(3.9, false)], 1, false],
    ['alone for too long', { hours: 4 }, [paid(4, false), paid(1, false)], 1, true],
    ['the bank answered after it', { hours: 4 }, [paid(5, false), paid(3, true), paid(1, false)], 1, false],
    ['the bank answered before it only', { hours: 4 }, [paid(6, true), paid(5, false)], 1, true],
    ['no hour alone', { hours: 0 }, [], 1, true],
  ])('%s', (_what, caps, payments, amount, must) => {
    expect(mustBeOnline(offlineCardCaps.parse({ ...NO_CAPS, ...caps }), payments, amount, NOW)).toBe(must);
  });

  it('[E2] what is approved without the bank never comes to more than a day allows', () => {
    const asked = fc.array(
      fc.record({ amount: fc.integer({ min: 1, max: 2000 }), hoursLater: fc.double({ min: 0, max: 5, noNaN: true }) }),
    );
    fc.assert(
      fc.property(asked, fc.integer({ min: 0, max: 5000 }), (wanted, dayMinor) => {
        const payments: ReturnType<typeof paid>[] = [];
        let at = NOW;
        for (const { amount, hoursLater } of wanted) {
          at += Math.round(hoursLater * 3_600_000);
          if (mustBeOnline({ ...NO_CAPS, dayMinor }, payments, amount, at)) continue;
          payments.push({ ...paid(0, false, amount), startedAt: new Date(at).toISOString() });
          const inDay = payments.filter(({ startedAt }) => at - Date.parse(startedAt) < 24 * 3_600_000);
          expect(inDay.reduce((sum, { approval }) => sum + approval.authorizedMinor, 0)).toBeLessThanOrEqual(dayMinor);
        }
      }),
    );
  });

  it.each([{ paymentMinor: -1 }, { hours: 25 }, { hours: 1.5 }])('%j is no limit', (wrong) => {
    expect(offlineCardCaps.safeParse({ ...NO_CAPS, ...wrong }).success).toBe(false);
  });
});
