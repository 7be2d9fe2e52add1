import { saleDocument } from '../../../domain/sale/documents.ts';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cartLineOf, fulfillmentLineOf, fulfillmentOrderOf, nothingKnown, saleOf, shiftOf } from '../../../test/support/examples.ts';
import { portionOf } from '../../../domain/base/money.ts';
import type { GoodsReturned } from '../../../domain/returns/return.ts';
import type { RecordContext } from '../../kit/register-services.ts';
import { decideReturn, whyNoReturn } from './decide-return.ts';
import { chosenLanguage } from '../../../texts/words/chosen-language.ts';
import { NOTHING_STAYS } from './line-terms.ts';
import {
  chooseAll,
  chooseAllCompared,
  chooseLine,
  type Choices,
  limitQuantity,
  lineKey,
  refundSoFar,
  sourceOf,
  unitsChosen,
} from './return-form.ts';

const sale = saleOf([cartLineOf({ quantity: 3, unitPrice: 333_000 }), cartLineOf({ sku: 'B', quantity: 2 })], { returned: { 2: 2 } });
const found = { kind: 'sale', sale } as const;
const source = sourceOf(found);
const at = '2026-03-02T10:00:00.000Z';
const order = {
  kind: 'order',
  orderNumber: 'WEB-1',
  fulfillmentOrders: ['F1', 'F2'].map((id) =>
    fulfillmentOrderOf({
      id,
      state: { status: 'handed_over', at },
      lines: [fulfillmentLineOf({ quantity: 2, picked: 2, totalMinor: 501 })],
    }),
  ),
} as const;
const context = (given: Partial<RecordContext> = {}): RecordContext => ({
  reader: nothingKnown,
  nextReceiptNumber: 'A1-000007',
  openShift: shiftOf(),
  businessDate: '2026-03-02',
  ...given,
});
const some = (key: string, quantity: number): Choices => new Map([[key, { quantity, disposition: 'restock' }]]);
const [firstKey, secondKey] = source.lines.map(lineKey) as [string, string];

describe('the quantity of a returned line', () => {
  it.each([
    [0, '2', 2, null],
    [0, '', 0, null],
    [0, '4', 3, 'No more than 3 can come back: 3 were bought.'],
    [0, '-1', 0, 'Enter a quantity in whole units.'],
    [0, '1.5', 0, 'Enter a quantity in whole units.'],
    [1, '1', 0, 'Nothing of this can come back: 2 were bought and 2 came back before.'],
  ])('line %d, typed %j, is %d: %s', (index, typed, quantity, why) => {
    const line = source.lines[index];
    if (line === undefined) throw new Error('The sale has two lines.');
    expect(limitQuantity(line, typed)).toEqual({ quantity, why });
  });

  it('is read from the digits of Arabic keyboards', () => {
    const [line] = source.lines;
    if (line === undefined) throw new Error('The sale has a line.');
    chosenLanguage.setState({ language: 'ar' });
    try {
      expect(limitQuantity(line, '٢')).toEqual({ quantity: 2, why: null });
    } finally {
      chosenLanguage.setState({ language: 'en' });
    }
  });
});

describe('the refund shown', () => {
  it('[J9] is exactly what the return then refunds', () => {
    fc.assert(
      fc.property(fc.nat(3), (quantity) => {
        const choices = some(firstKey, quantity);
        const decision = decideReturn(found, choices)(context());
        if (quantity === 0) {
          expect(decision).toEqual({ ok: false, refusal: 'nothing_to_return' });
        } else {
          expect(decision).toMatchObject({
            ok: true,
            value: { type: 'goods_returned', payload: { refundMinor: refundSoFar(source, choices), receiptNumber: 'A1-000007' } },
          });
          expect(refundSoFar(source, choices)).toBe(portionOf(sale.lines[0]?.totalMinor ?? 0, 3, 0, quantity));
        }
      }),
    );
  });

  it('everything is all that can still come back', () => {
    const all = chooseAll(source, new Map([[firstKey, { quantity: 1, disposition: 'damaged' }]]));
    expect(unitsChosen(all)).toBe(3);
    expect(all.get(firstKey)).toEqual({ quantity: 3, disposition: 'damaged' });
    expect(refundSoFar(source, all)).toBe(sale.lines[0]?.totalMinor);
  });

  it('tells the deliveries of one order apart', () => {
    const lines = sourceOf(order).lines;
    expect(new Set(lines.map(lineKey)).size).toBe(2);
    expect(refundSoFar(sourceOf(order), chooseAll(sourceOf(order), new Map()))).toBe(1002);
  });
});

describe('the deposits of goods that come back', () => {
  const bottles = { kind: 'deposit', sku: 'BOTTLE', name: 'Bottle', unitPrice: 25_000 } as const;
  const drinks = saleOf([
    cartLineOf({ sku: 'COLA', quantity: 6 }),
    cartLineOf({ ...bottles, quantity: 6, reference: 'COLA' }),
    cartLineOf({ sku: 'CRATE-OF-WATER', quantity: 1 }),
    cartLineOf({ ...bottles, quantity: 20, reference: 'CRATE-OF-WATER' }),
    cartLineOf({ ...bottles, sku: 'CRATE', unitPrice: 150_000, quantity: 1, reference: 'CRATE-OF-WATER' }),
    cartLineOf({ sku: 'LAMP' }),
  ]);
  const form = sourceOf({ kind: 'sale', sale: drinks });
  const of = (place: number) => form.lines[place - 1] as (typeof form.lines)[number];
  const units = (choices: Choices) => form.lines.map((line) => choices.get(lineKey(line))?.quantity ?? 0);
  const choose = (before: Choices, place: number, quantity: number) =>
    chooseLine(form, before, of(place), { quantity, disposition: 'restock' });

  it('come back with them, as many as were paid for these units, and go again with them', () => {
    const two = choose(new Map(), 1, 2);
    expect(units(two)).toEqual([2, 2, 0, 0, 0, 0]);
    const crate = choose(two, 3, 1);
    expect(units(crate)).toEqual([2, 2, 1, 20, 1, 0]);
    expect(units(choose(crate, 3, 0))).toEqual([2, 2, 0, 0, 0, 0]);
    expect(units(choose(crate, 6, 1))).toEqual([2, 2, 1, 20, 1, 1]);
  });

  it('stay where somebody says that the bottle does, whatever becomes of the goods', () => {
    const kept = choose(choose(new Map(), 1, 2), 2, 0);
    expect(units(kept)).toEqual([2, 0, 0, 0, 0, 0]);
    expect(units(chooseLine(form, kept, of(1), { quantity: 2, disposition: 'damaged' }))).toEqual([2, 0, 0, 0, 0, 0]);
  });

  it('stay behind with a piece whose serial number nobody has compared, and with goods that do not come back', () => {
    const pieces = {
      ...form,
      lines: form.lines.map((line) => (line.lineNo === 1 ? { ...line, quantity: 1, serialNumbers: ['SN-1'] } : line)),
    };
    const [cola] = pieces.lines;
    if (cola === undefined) throw new Error('The sale has a line.');
    const left = units(chooseAllCompared(pieces, new Map(), NOTHING_STAYS));
    expect(left.slice(0, 2)).toEqual([0, 0]);
    expect(left.at(-1)).toBeGreaterThan(0);
    const compared = chooseLine(pieces, new Map(), cola, { quantity: 1, disposition: 'restock' });
    expect(units(chooseAllCompared(pieces, compared, NOTHING_STAYS))[1]).toBeGreaterThan(0);
    const stays = ({ lineNo }: typeof cola) => (lineNo === 1 ? ({ term: 'final_sale', until: null } as const) : null);
    expect(units(chooseAllCompared(form, new Map(), stays)).slice(0, 3)).toEqual([0, 0, 1]);
  });

  it('are no more than can still come back', () => {
    const before = sourceOf({ kind: 'sale', sale: { ...drinks, returned: { 2: 5 } } });
    const [cola] = before.lines;
    if (cola === undefined) throw new Error('The sale has a line.');
    const chosen = chooseLine(before, new Map(), cola, { quantity: 6, disposition: 'restock' });
    expect(units(chosen)).toEqual([6, 1, 0, 0, 0, 0]);
  });
});

describe('decideReturn', () => {
  it('cash needs an open shift; a refund by the web shop does not', () => {
    expect(decideReturn(found, some(firstKey, 1))(context({ openShift: null }))).toEqual({ ok: false, refusal: 'no_open_shift' });
    const choices = chooseAll(sourceOf(order), new Map());
    expect(decideReturn(order, choices)(context({ openShift: null }))).toMatchObject({
      ok: true,
      value: { payload: { tenders: [{ kind: 'original_payment' }], refundMinor: 1002 } },
    });
  });

  it('looks at what has come back by the moment it is recorded', () => {
    const reader = DocumentMap.of(saleDocument, { ...sale, returned: { 1: 2, 2: 2 } });
    expect(decideReturn(found, some(firstKey, 2))(context({ reader }))).toEqual({ ok: false, refusal: 'more_than_was_bought' });
    expect(decideReturn(found, some(firstKey, 1))(context({ reader })).ok).toBe(true);
  });

  it('[A1] is a void where a whole sale is taken back, with the reason on each line', () => {
    const whole = { kind: 'sale', sale: { ...sale, returned: {} } } as const;
    const all = chooseAll(sourceOf(whole), new Map());
    const voiding = { reason: 'wrong_payment', shiftId: shiftOf().id };
    const decision = decideReturn(whole, all, { voiding })(context());
    expect(decision).toMatchObject({ ok: true, value: { payload: { isVoid: true } } });
    const payload = decision.ok ? (decision.value.payload as GoodsReturned) : null;
    expect(payload?.lines.map(({ lineNo, reason }) => [lineNo, reason])).toEqual([
      [1, 'wrong_payment'],
      [2, 'wrong_payment'],
    ]);
    expect(decideReturn(found, chooseAll(source, new Map()), { voiding })(context())).toEqual({
      ok: false,
      refusal: 'more_than_was_bought',
    });
    const later = context({ openShift: shiftOf({ id: 'LATER' }) });
    expect(decideReturn(whole, all, { voiding })(later)).toEqual({ ok: false, refusal: 'void_too_late' });
    expect(decideReturn(whole, all, { voiding })(context({ openShift: null }))).toEqual({ ok: false, refusal: 'void_too_late' });
    const givenBack = [{ refundId: 'F1', amountMinor: 1 }];
    expect(decideReturn(whole, all, { voiding, givenBack })(later).ok).toBe(true);
    expect(decideReturn(found, some(firstKey, 1))(context())).toMatchObject({
      value: { payload: { isVoid: false, lines: [{ reason: null }] } },
    });
  });

  it('[J5] is recorded as the form showed it once a terminal has given money back, whatever came back elsewhere meanwhile', () => {
    const reader = DocumentMap.of(saleDocument, { ...sale, returned: { 1: 3, 2: 2 } });
    const choices = some(firstKey, 2);
    const givenBack = [{ refundId: 'F1', amountMinor: refundSoFar(source, choices) }];
    const wanted = { found, choices, to: 'original', givenBack, voiding: null } as const;
    expect(whyNoReturn(wanted, context({ reader }), false)).toBe('more_than_was_bought');
    expect(whyNoReturn(wanted, context({ reader }), true)).toBeNull();
    expect(whyNoReturn(wanted, context(), false)).toBeNull();
    expect(decideReturn(found, choices, { givenBack })(context({ reader }))).toMatchObject({
      ok: true,
      value: { payload: { tenders: [{ kind: 'card', reference: 'F1' }] } },
    });
  });

  it('never returns more than was bought', () => {
    expect(decideReturn(found, some(secondKey, 1))(context())).toEqual({ ok: false, refusal: 'more_than_was_bought' });
  });
});
