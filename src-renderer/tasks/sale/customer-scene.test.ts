import { describe, expect, it } from 'vitest';
import { type SaleLine, saleLine } from '../../../domain/pricing/sale-line.ts';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';
import { planPayment, type PlannedTender } from '../payment/payment-plan.ts';
import { saleScene, thanksScene } from './customer-scene.ts';

function lineOf(given: Partial<SaleLine>): SaleLine {
  const plain = { lineNo: 1, sku: 'TEA', name: 'Tea', quantity: 1, unitPrice: 400, grossMinor: 400, taxClass: 'standard' };
  return saleLine.parse({ ...plain, taxes: [], taxMinor: 0, totalMinor: 400, ...given });
}

const RUNNING: PlannedTender = { id: 'T1', kind: 'card', state: 'running', askedMinor: 300, tender: null };

function sceneOf(given: Partial<Parameters<typeof saleScene>[0]> = {}, givenMinor: number | null = null, tenders = [] as PlannedTender[]) {
  const plan = planPayment(1_000, tenders, givenMinor, NOT_ROUNDED);
  const sale = { lines: [lineOf({})], totalMinor: 1_000, taxMinor: 80, currency: 'USD', pricesIncludeTax: false, marked: 0 };
  return saleScene({ ...sale, names: new Map([['P1', 'Three for two']]), plan, isPaying: false, ...given });
}

describe('what the customer sees of a sale', () => {
  it('is nothing of an empty one', () => {
    expect(sceneOf({ lines: [] })).toBeNull();
  });

  it('leaves out notes, reasons and who allowed a price', () => {
    const adjustments: SaleLine['adjustments'] = [
      { source: 'line_discount', sourceId: null, amountMinor: -100, reason: 'damaged', approvedBy: 'A7' },
      { source: 'promotion', sourceId: 'P1', amountMinor: -50, reason: null, approvedBy: null },
    ];
    expect(sceneOf({ lines: [lineOf({ note: 'for the rude one', adjustments, serialNumbers: ['S-1'] })] })?.lines).toEqual([
      {
        kind: 'goods',
        name: 'Tea',
        lastFour: null,
        quantity: 1,
        unit: 'piece',
        quantityDecimals: 0,
        unitPrice: 400,
        grossMinor: 400,
        amountMinor: 250,
        promotions: ['Three for two'],
        isMarked: true,
      },
    ]);
  });

  it('has the last digits of a gift card alone, and nothing of an account', () => {
    const reference = `SV-4711-${'0'.repeat(32)}`;
    const lines = [lineOf({ kind: 'gift_card', reference }), lineOf({ kind: 'account_payment', reference: 'AC-1' })];
    expect(sceneOf({ lines })?.lines.map(({ lastFour }) => lastFour)).toEqual(['4711', null]);
  });

  it('says the tax where prices do not include it', () => {
    expect([sceneOf()?.taxMinor, sceneOf({ pricesIncludeTax: true })?.taxMinor]).toEqual([80, null]);
  });

  it.each([
    ['the newest', 29, [6, 'G6', 'G29']],
    ['an earlier one that was touched', 2, [0, 'G0', 'G23']],
    ['none', -1, [6, 'G6', 'G29']],
  ])('has 24 lines of 30 around %s', (_what, marked, expected) => {
    const scene = sceneOf({ lines: Array.from({ length: 30 }, (_, index) => lineOf({ name: `G${index}` })), marked });
    expect([scene?.earlierLines, scene?.lines[0]?.name, scene?.lines.at(-1)?.name]).toEqual(expected);
    expect(scene?.itemCount).toBe(30);
  });
});

describe('what the customer sees of the payment', () => {
  it.each([
    ['nothing before it begins', sceneOf()?.payment, null],
    ['what is left, not the cash that is still typed', sceneOf({ isPaying: true }, 500)?.payment, { left: 1_000, given: null, change: 0 }],
    ['what waits for the card', sceneOf({ isPaying: true }, null, [RUNNING])?.payment, { left: 700, given: null, change: 0 }],
    ['the change, once it is enough', sceneOf({}, 2_000)?.payment, { left: 0, given: 2_000, change: 1_000 }],
  ])('%s', (_what, payment, expected) => {
    const seen = payment && { left: payment.leftMinor, given: payment.givenMinor, change: payment.changeMinor };
    expect(seen).toEqual(expected);
  });

  it('ends with the change of the cash, or with none', () => {
    const sale = saleOf([cartLineOf()]);
    const cash = { kind: 'cash', currency: 'USD', amountMinor: 400, givenMinor: 1_000, changeMinor: 600, tipMinor: 0, rate: null } as const;
    const endOf = (tenders: typeof sale.tenders) => thanksScene({ at: '2026-03-02T10:00:00.000Z', payload: { ...sale, tenders } });
    expect(endOf([cash])).toMatchObject({ kind: 'thanks', currency: 'USD', changeMinor: 600, at: '2026-03-02T10:00:00.000Z' });
    expect(endOf([])).toMatchObject({ changeMinor: null });
  });
});
