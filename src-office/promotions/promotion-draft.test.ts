import { describe, expect, it } from 'vitest';
import { type Promotion, promotion } from '../../domain/promotions/promotion.ts';
import { copyOf, draftOf, newDraft, readDraft } from './promotion-draft.ts';
import { fieldAt, FIELDS, FIELDS_OF_KIND, fieldsOf, KINDS } from './promotion-fields.ts';

const common = { id: 'P', name: 'P', startsOn: '2026-11-01', endsOn: '2026-11-30', skus: ['A', 'B'] };
const OF_KIND: Readonly<Record<Promotion['kind'], object>> = {
  percent_off: { basisPoints: 1250 },
  amount_off: { amountMinor: 100 },
  fixed_price: { priceMinor: 0 },
  multi_buy: { buy: 3, pay: 2, basisPoints: 5000, spread: 'cheaper_units', cheapestOf: 'all' },
  buy_get_other: { buy: 2, get: 1, gets: { skus: ['C'], categories: ['Tea'], brands: [] } },
  mix_and_match: { units: 3, priceMinor: 1000 },
  bundle: {
    skus: [],
    parts: [
      { skus: ['A', 'B'], categories: ['Tea'], units: 2 },
      { skus: ['C'], units: 1 },
    ],
    priceMinor: 500,
  },
  cheapest_off: { basisPoints: 5000 },
  sale_percent: { basisPoints: 1000 },
  sale_amount: { amountMinor: 500 },
  tiered: {
    tiers: [
      { fromMinor: 5000, basisPoints: 500 },
      { fromMinor: 10_000, basisPoints: 1000 },
    ],
  },
  points: { pointValue: 1500 },
};
const CONDITIONS = {
  ...{ excludedSkus: ['X'], excludedCategories: ['Old'], weekdays: [1, 7], fromTime: '09:00', untilTime: '12:00', storeIds: ['S1'] },
  ...{ customerGroups: ['staff'], codes: ['TEN', 'TWENTY'], usesPerCode: 1, priority: 0, stacking: 'stops', bestOf: 'G', option: 'O' },
  ...{ minimumMinor: 100, minimumUnits: 2, maxPerSale: 3, capMinor: 400, budgetMinor: 500, maxUses: 6, maxUsesPerCustomer: 7 },
  ...{ maxMinorPerCustomer: 800, customerPeriod: 'month' },
};
const made = (kind: Promotion['kind'], given: object = {}) => promotion.parse({ kind, ...common, ...OF_KIND[kind], ...given });

describe('a promotion that is being written', () => {
  it.each(KINDS.flatMap((kind) => [made(kind), made(kind, CONDITIONS)]))('$kind is read as it was', (before) => {
    const draft = draftOf(before, 'USD');
    expect(readDraft(draft, 'USD')).toEqual({ ok: true, value: before });
    const { id: _, ...rest } = before;
    expect(readDraft({ ...copyOf(before, 'USD'), texts: { ...draft.texts, id: 'Q' } }, 'USD')).toEqual({
      ok: true,
      value: { ...rest, id: 'Q' },
    });
  });

  it.each(KINDS)('%s is written from nothing by its texts alone', (kind) => {
    // Fractions of a minor unit, and parts that name categories, come from elsewhere.
    const given = kind === 'points' ? { pointValue: 2000 } : kind === 'bundle' ? { parts: [{ skus: ['A', 'B'], units: 2 }] } : {};
    const wanted = made(kind, { ...CONDITIONS, ...given });
    expect(readDraft({ ...newDraft(kind, '2026-11-01'), texts: draftOf(wanted, 'USD').texts }, 'USD')).toEqual({ ok: true, value: wanted });
  });

  it('keeps what its text cannot say, as long as nobody changes it', () => {
    const points = made('points');
    const draft = draftOf(points, 'USD');
    expect(draft.texts.pointValue).toBe('0.02');
    const renamed = readDraft({ ...draft, texts: { ...draft.texts, name: 'New' } }, 'USD');
    expect(renamed).toMatchObject({ ok: true, value: { name: 'New', pointValue: 1500 } });
    const changed = readDraft({ ...draft, texts: { ...draft.texts, pointValue: '0.03' } }, 'USD');
    expect(changed).toMatchObject({ ok: true, value: { pointValue: 3000 } });
  });

  it.each([
    ['percent', { percent: '120' }],
    ['percent', { percent: '' }],
    ['name', { name: '' }],
    ['endsOn', { endsOn: '2026-10-01' }],
    ['skus', { skus: '' }],
    ['untilTime', { fromTime: '10:00', untilTime: '10:00' }],
    ['budget', { budget: 'much' }],
    ['weekdays', { weekdays: '1, 8' }],
    ['weekdays', { weekdays: 'Monday' }],
    ['usesPerCode', { usesPerCode: '1' }],
    ['option', { option: 'O' }],
  ] as const)('names the field that is wrong: %s', (field, texts) => {
    const draft = draftOf(made('percent_off'), 'USD');
    expect(readDraft({ ...draft, texts: { ...draft.texts, ...texts } }, 'USD')).toEqual({ ok: false, refusal: field });
  });

  it.each([
    ['tiered', 'tiers', '100.00: 10\n50.00: 5'],
    ['tiered', 'tiers', '100.00 10'],
    ['bundle', 'parts', 'A'],
    ['bundle', 'parts', ': 2'],
    ['buy_get_other', 'getSkus', ''],
  ] as const)('names the field of a %s that is wrong: %s %j', (kind, field, text) => {
    const draft = draftOf(made(kind, kind === 'buy_get_other' ? { gets: { skus: ['C'] } } : {}), 'USD');
    expect(readDraft({ ...draft, texts: { ...draft.texts, [field]: text } }, 'USD')).toEqual({ ok: false, refusal: field });
  });
});

describe('the fields of the form', () => {
  it('are all that a promotion of each kind has', () => {
    for (const option of promotion.options) {
      const kind = option.shape.kind.value;
      const paths = new Set(fieldsOf(kind).map((name) => FIELDS[name].path.split('.')[0]));
      expect([...Object.keys(option.shape)].filter((key) => key !== 'kind' && !paths.has(key))).toEqual([]);
      expect(FIELDS_OF_KIND[kind].length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['tiers.1.fromMinor', 'tiers'],
    ['gets', 'getSkus'],
    ['gets.brands.0', 'getBrands'],
    ['basisPoints', 'percent'],
    ['nothing', 'name'],
  ])('%s is written in %s', (path, field) => {
    expect(fieldAt(path)).toBe(field);
  });
});
