import { expect, it } from 'vitest';
import { promotionFault } from './check-promotion.ts';
import { promotion } from './promotion.ts';

const first = { id: 'P', name: 'P', skus: ['A'], startsOn: '2026-11-01', endsOn: '2026-11-30' };
const percent = { kind: 'percent_off', ...first, basisPoints: 1000 };
const tiers = [
  { fromMinor: 100, basisPoints: 1 },
  { fromMinor: 100, basisPoints: 2 },
];

it.each([
  [percent, null],
  [{ ...percent, endsOn: '2026-10-31' }, 'endsOn'],
  [{ ...percent, skus: [] }, 'skus'],
  [{ ...percent, skus: [], everything: true }, null],
  [{ ...percent, fromTime: '10:00', untilTime: '10:00' }, 'untilTime'],
  [{ ...percent, option: 'a' }, 'option'],
  [{ ...percent, option: 'a', bestOf: 'b' }, null],
  [{ ...percent, usesPerCode: 1 }, 'usesPerCode'],
  [{ kind: 'multi_buy', ...first, buy: 2, pay: 2 }, 'pay'],
  [{ kind: 'multi_buy', ...first, buy: 2, pay: 1 }, null],
  [{ kind: 'buy_get_other', ...first, buy: 1, get: 1, gets: {} }, 'gets'],
  [{ kind: 'bundle', ...first, priceMinor: 1, parts: [{ skus: ['A'], units: 1 }, { units: 1 }] }, 'parts.1'],
  [{ kind: 'bundle', ...first, skus: [], priceMinor: 1, parts: [{ skus: ['A'], units: 1 }] }, null],
  [{ kind: 'tiered', ...first, tiers }, 'tiers.1.fromMinor'],
])('%j: %s', (given, field) => {
  expect(promotionFault(promotion.parse(given))?.field ?? null).toBe(field);
});
