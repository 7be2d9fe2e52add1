import { exceptionDocument } from '../exceptions/documents.ts';
import { DocumentMap } from '../base/document-map.ts';
import { fulfillmentOrderDocument, waveDocument } from './documents.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fulfillmentLineOf, fulfillmentOrderOf, operationOf } from '../../test/support/examples.ts';
import { applyTo, exceptionsIn, orderAfter, readerOf, waveOf } from '../../test/support/fulfillment.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { accept, refuse } from '../base/result.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { type FulfillmentOrder, type FulfillmentState, unitsToPick } from './fulfillment-order.ts';
import { pickItem, pickLine } from './pick-item.ts';
import type { Wave } from './wave.ts';

const picking: FulfillmentState = { status: 'picking', waveId: 'W' };
const first = fulfillmentOrderOf({
  id: 'F1',
  state: picking,
  lines: [fulfillmentLineOf({ quantity: 2, picked: 2 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' })],
});
const second = fulfillmentOrderOf({ id: 'F2', state: picking, lines: [fulfillmentLineOf({ quantity: 3, picked: 1, short: 1 })] });
const cancelled = fulfillmentOrderOf({ id: 'F3', state: { status: 'cancelled' }, lines: [fulfillmentLineOf({ sku: 'C' })] });
const wave = [first, second, cancelled];

describe('pickItem', () => {
  it.each([
    [
      'A',
      accept({
        type: 'line_picked',
        payload: { fulfillmentOrderId: 'F2', lineNo: 1, quantity: 1, serialNumbers: [], bin: null, waveId: null, tote: null },
      }),
    ],
    [
      'B',
      accept({
        type: 'line_picked',
        payload: { fulfillmentOrderId: 'F1', lineNo: 2, quantity: 1, serialNumbers: [], bin: null, waveId: null, tote: null },
      }),
    ],
    ['C', refuse('already_picked')],
    ['D', refuse('wrong_item')],
  ])('scanning %s gives %o', (sku, decision) => {
    expect(pickItem(wave, sku)).toEqual(decision);
  });

  it('one scan after the other picks every unit of the wave once, and not one more', () => {
    const order = fc.array(fc.record({ sku: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(
        fc.array(order, { minLength: 1, maxLength: 4 }),
        fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 60 }),
        (drawn, scans) => {
          const orders = drawn.map((lines, index) =>
            fulfillmentOrderOf({
              id: `F${index}`,
              state: picking,
              lines: lines.map((one, at) => fulfillmentLineOf({ ...one, lineNo: at + 1 })),
            }),
          );
          const view = new StoreOverlay(DocumentMap.of(fulfillmentOrderDocument, ...orders));
          const now = () => orders.map((one) => view.get(fulfillmentOrderDocument, one.id) ?? one);
          const wanted = new Map<string, number>();
          for (const line of orders.flatMap((one) => one.lines)) wanted.set(line.sku, (wanted.get(line.sku) ?? 0) + line.quantity);
          scans.forEach((sku, index) => {
            const left = wanted.get(sku);
            const decision = pickItem(now(), sku);
            expect(decision.ok).toBe(left !== undefined && left > 0);
            if (!decision.ok) {
              expect(decision.refusal).toBe(left === undefined ? 'wrong_item' : 'already_picked');
              return;
            }
            wanted.set(sku, (left ?? 0) - 1);
            if (decision.value.type !== 'line_picked') throw new Error('A pick is a line_picked.');
            const effects = applyOperation(view, operationOf(decision.value, { seq: index + 1 }));
            expect(exceptionDocument.in(effects)).toEqual([]);
            view.fold(effects);
          });
          for (const [sku, left] of wanted) {
            expect(
              now()
                .flatMap((one) => one.lines)
                .filter((line) => line.sku === sku)
                .reduce((sum, line) => sum + unitsToPick(line), 0),
            ).toBe(left);
          }
        },
      ),
    );
  });
});

describe('pickLine', () => {
  const order = fulfillmentOrderOf({ state: picking, lines: [fulfillmentLineOf({ quantity: 5, picked: 1, short: 1 })] });
  it.each([1, 2, 3])('picks %d of the three that are left', (quantity) => {
    expect(pickLine(order, 1, quantity)).toEqual(
      accept({
        type: 'line_picked',
        payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity, serialNumbers: [], bin: null, waveId: null, tote: null },
      }),
    );
  });

  it.each([
    [order, 1, 4, 'already_picked'],
    [order, 1, 0, 'quantity_not_valid'],
    [order, 1, 1.5, 'quantity_not_valid'],
    [order, 2, 1, 'nothing_to_pick'],
    [cancelled, 1, 1, 'order_has_ended'],
  ] as const)('refuses from %o, line %d, %d units with %s', (from, lineNo, quantity, refusal) => {
    expect(pickLine(from, lineNo, quantity)).toEqual(refuse(refusal));
  });
});

describe('units that were picked', () => {
  it('[J5] units picked beyond what is asked for are told, and what was asked for still counts', () => {
    const effects = applyTo(fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 2 })] }), {
      type: 'line_picked',
      payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 3 },
    });
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 2 }], state: { status: 'picked' } });
    expect(exceptionsIn(effects)).toEqual(['picked_too_many']);
  });

  it('[J5] two tablets that each picked all of an order of 3 are told as 3 more, not 1 more', () => {
    const view = new StoreOverlay(readerOf(fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3 })] })));
    for (let seq = 1; seq <= 6; seq += 1)
      view.fold(
        applyOperation(view, operationOf({ type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity: 1 } }, { seq })),
      );
    expect([...view.changedOf(exceptionDocument).values()]).toMatchObject([
      {
        kind: 'picked_too_many',
        goods: [{ sku: 'A', quantity: 3 }],
        facts: { order: 'WEB-1', line: 1, known: 'yes' },
      },
    ]);
  });

  const picked = (quantity: number) =>
    operationOf({ type: 'line_picked', payload: { fulfillmentOrderId: 'F1', lineNo: 1, quantity, waveId: 'W' } });
  const after = (order: FulfillmentOrder, wave: Partial<Wave>, quantity: number) => {
    const view = new StoreOverlay(readerOf(order));
    view.fold([waveDocument.put(waveOf({ pickerId: 'ASSOCIATE', ...wave }))]);
    return applyOperation(view, picked(quantity));
  };

  it('[J5] for an order that another wave has do not count, and who has them puts them back', () => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3 })], state: { status: 'picking', waveId: 'FIRST' } });
    const effects = after(order, { lost: [{ fulfillmentOrderId: 'F1', pickerId: 'MARCUS' }] }, 2);
    expect(orderAfter(effects)).toBeUndefined();
    expect(exceptionDocument.in(effects)).toMatchObject([
      {
        id: 'picked_by_two:F1:W',
        goods: [{ sku: 'A', quantity: 2 }],
        facts: { order: 'WEB-1', picker: 'ASSOCIATE', other: 'MARCUS' },
      },
    ]);
  });

  it('[J5] in a wave that a colleague took over count as far as they are asked for, and what is too many names both', () => {
    const order = fulfillmentOrderOf({ lines: [fulfillmentLineOf({ quantity: 3, picked: 2 })], state: { status: 'picking', waveId: 'W' } });
    const effects = after(order, { pickerId: 'MARCUS', takenFrom: 'ASSOCIATE' }, 2);
    expect(orderAfter(effects)).toMatchObject({ lines: [{ picked: 3 }], state: { status: 'picked' } });
    expect(exceptionDocument.in(effects)).toMatchObject([
      { kind: 'picked_by_two', goods: [{ sku: 'A', quantity: 1 }], facts: { picker: 'ASSOCIATE', other: 'MARCUS' } },
    ]);
  });

  it('too many by the picker of the wave alone are told as before', () => {
    const order = fulfillmentOrderOf({ state: { status: 'picking', waveId: 'W' } });
    expect(exceptionsIn(after(order, {}, 2))).toEqual(['picked_too_many']);
  });
});
