import { describe, expect, it } from 'vitest';
import { type Figures, noFigures, type ShiftSummary } from './shift-summary.ts';
import { addUpShifts, netOf } from './till-report.ts';

const summary = (given: Partial<ShiftSummary>, figures: Partial<Figures> = {}): ShiftSummary => ({
  shiftId: 'X',
  registerId: 'R1',
  businessDate: '2026-03-02',
  currency: 'USD',
  openedAt: '2026-03-02T10:00:00.000Z',
  openedBy: 'ANN',
  closedAt: '2026-03-02T18:00:00.000Z',
  ...given,
  figures: { ...noFigures(), ...figures },
});

const amount = (count: number, minor: number) => ({ count, minor });

const MONDAY = summary(
  { shiftId: 'X1' },
  {
    sales: amount(2, 2140),
    gross: amount(3, 2200),
    discounts: { promotion: amount(1, -200) },
    taxAddedMinor: 140,
    taxes: [{ code: 'A', ratePpm: 70_000, baseMinor: 2000, taxMinor: 140 }],
    tenders: [
      { kind: 'card', scheme: 'VISA', paid: amount(1, 1000), refunded: amount(0, 0) },
      { kind: 'cash', scheme: null, paid: amount(1, 1140), refunded: amount(0, 0) },
    ],
    departments: { Tea: 1500, Mugs: 500 },
    hours: { 10: amount(1, 1500), 11: amount(1, 500) },
    associates: { ANN: { sales: amount(2, 2140), watched: { no_sale: amount(1, 0), discount: amount(1, 300) } } },
  },
);

const TUESDAY = summary(
  { shiftId: 'X2', registerId: 'R2', businessDate: '2026-03-03', openedBy: 'BEN', closedAt: null },
  {
    sales: amount(1, 1070),
    gross: amount(1, 1000),
    taxAddedMinor: 70,
    returns: amount(1, 535),
    returnedNetMinor: 500,
    voids: amount(1, 535),
    roundingMinor: -2,
    tips: { BEN: 100 },
    taxes: [
      { code: 'A', ratePpm: 70_000, baseMinor: 500, taxMinor: 35 },
      { code: 'A', ratePpm: 19_000, baseMinor: 0, taxMinor: 0 },
    ],
    tenders: [{ kind: 'cash', scheme: null, paid: amount(1, 1070), refunded: amount(1, 535) }],
    departments: { Tea: 1000 },
    hours: { 10: amount(1, 1000) },
    associates: {
      ANN: { sales: amount(0, 0), watched: { void: amount(1, 535) } },
      BEN: { sales: amount(1, 1070), watched: { discount: amount(2, 50) } },
    },
  },
);

describe('a report over several shifts', () => {
  it('adds up figures by day, register, associate, hour, tender, department and tax, and names what is open', () => {
    expect(addUpShifts([TUESDAY, MONDAY])).toEqual([
      {
        currency: 'USD',
        shifts: 2,
        figures: {
          ...noFigures(),
          sales: amount(3, 3210),
          gross: amount(4, 3200),
          discounts: { promotion: amount(1, -200) },
          taxAddedMinor: 210,
          returns: amount(1, 535),
          returnedNetMinor: 500,
          voids: amount(1, 535),
          roundingMinor: -2,
          tips: { BEN: 100 },
          taxes: [
            { code: 'A', ratePpm: 19_000, baseMinor: 0, taxMinor: 0 },
            { code: 'A', ratePpm: 70_000, baseMinor: 2500, taxMinor: 175 },
          ],
          tenders: [
            { kind: 'cash', scheme: null, paid: amount(2, 2210), refunded: amount(1, 535) },
            { kind: 'card', scheme: 'VISA', paid: amount(1, 1000), refunded: amount(0, 0) },
          ],
          departments: { Tea: 2500, Mugs: 500 },
          hours: { 10: amount(2, 2500), 11: amount(1, 500) },
          associates: {
            ANN: { sales: amount(2, 2140), watched: { no_sale: amount(1, 0), discount: amount(1, 300), void: amount(1, 535) } },
            BEN: { sales: amount(1, 1070), watched: { discount: amount(2, 50) } },
          },
        },
        days: [
          { date: '2026-03-02', sales: 2, returns: 0, netMinor: 2000 },
          { date: '2026-03-03', sales: 1, returns: 1, netMinor: 500 },
        ],
        registers: [
          { registerId: 'R1', sales: 2, returns: 0, netMinor: 2000 },
          { registerId: 'R2', sales: 1, returns: 1, netMinor: 500 },
        ],
        open: [{ shiftId: 'X2', registerId: 'R2', openedAt: '2026-03-02T10:00:00.000Z', openedBy: 'BEN' }],
      },
    ]);
  });

  it('leaves the shifts as they were', () => {
    const before = structuredClone([MONDAY, TUESDAY]);
    addUpShifts([MONDAY, TUESDAY, MONDAY]);
    expect([MONDAY, TUESDAY]).toEqual(before);
  });

  it('[M1] adds no two currencies: each has a report of its own, and of nothing there is none', () => {
    const euros = summary({ currency: 'EUR' }, { gross: amount(1, 99) });
    expect(addUpShifts([euros, MONDAY, TUESDAY]).map(({ currency, shifts }) => [currency, shifts])).toEqual([
      ['USD', 2],
      ['EUR', 1],
    ]);
    expect(addUpShifts([])).toEqual([]);
  });

  it('is net of discounts and of what came back', () => {
    expect(netOf({ gross: amount(4, 3200), discounts: { a: amount(1, -200), b: amount(1, 50) }, returnedNetMinor: 500 })).toBe(2550);
  });
});
