import { type LooseRequest } from '../../test/support/loose-request.ts';
import { declined, unfulfilled } from './documents.ts';
import { fulfillmentOrderDocument } from './documents.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readerOf } from '../../test/support/fulfillment.ts';
import { fulfillmentLineOf, fulfillmentOrderOf, operationOf, STORE } from '../../test/support/examples.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { type FulfillmentOrder, reservedUnits } from './fulfillment-order.ts';

type FulfillmentRequest = LooseRequest;

const hasLeft = (order: FulfillmentOrder) => order.state.status === 'handed_over' || order.state.status === 'shipped';

const ORDERS = ['F1', 'F2'] as const;
const id = fc.constantFrom(...ORDERS);
const lineNo = fc.integer({ min: 1, max: 3 });
const ofAny = fc.oneof(lineNo, fc.constantFrom(10_001, 20_002));
const units = fc.integer({ min: 1, max: 4 });

/** What left: all that was there, or whatever a person put into the box. */
const leaving = fc.option(
  fc.uniqueArray(fc.record({ lineNo: ofAny, sku: fc.constantFrom('A', 'B'), quantity: units }), { selector: (line) => line.lineNo }),
  { freq: 2 },
);

const request: fc.Arbitrary<FulfillmentRequest> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('picking_started' as const),
      payload: fc.record({ waveId: fc.constantFrom('W1', 'W2'), fulfillmentOrderIds: fc.constant<string[]>([...ORDERS]) }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('line_picked' as const),
      payload: fc.record({ fulfillmentOrderId: id, lineNo, quantity: units }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('line_short_picked' as const),
      payload: fc.record({
        fulfillmentOrderId: id,
        lineNo,
        quantity: units,
        reason: fc.constantFrom('not_found' as const, 'damaged' as const, 'sold_in_store' as const),
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('line_substituted' as const),
      payload: fc.record({
        fulfillmentOrderId: id,
        lineNo,
        sku: fc.constantFrom('A', 'B', 'C'),
        quantity: units,
        reason: fc.constantFrom('not_found' as const, 'damaged' as const, 'sold_in_store' as const),
        waveId: fc.constant(null),
        tote: fc.constant(null),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('order_packed' as const), payload: fc.record({ fulfillmentOrderId: id }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('order_staged' as const),
      payload: fc.record({ fulfillmentOrderId: id, stagingLocation: fc.constant('Shelf 1') }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('order_handed_over' as const),
      payload: fc.record({
        fulfillmentOrderId: id,
        verifiedBy: fc.constant('pickup_code' as const),
        lines: leaving,
        notTaken: fc.array(
          fc.record({
            lineNo,
            sku: fc.constantFrom('A', 'B'),
            quantity: units,
            reason: fc.constantFrom('refused' as const, 'damaged' as const),
          }),
          { maxLength: 3 },
        ),
      }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('order_shipped' as const),
      payload: fc.record({ fulfillmentOrderId: id, trackingNumber: fc.constant('T1'), lines: leaving }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('order_rejected' as const),
      payload: fc.record({ fulfillmentOrderId: id, reason: fc.constant('too_busy' as const) }),
    }),
  },
);

const orders = fc.tuple(
  ...ORDERS.map((orderId) =>
    fc
      .array(fc.record({ sku: fc.constantFrom('A', 'B'), quantity: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 3 })
      .map((lines) =>
        fulfillmentOrderOf({
          id: orderId,
          lines: lines.map((line, index) =>
            fulfillmentLineOf({
              ...line,
              lineNo: index + 1,
              ...(index === 0 && { substitutes: ['B', 'A'].map((sku) => ({ sku, gtin: null, name: sku })) }),
            }),
          ),
        }),
      ),
  ),
);

const reservedFor = (all: readonly FulfillmentOrder[], sku: string) =>
  all
    .flatMap((order) => order.lines.filter((line) => line.sku === sku).map((line) => reservedUnits(order, line)))
    .reduce((a, b) => a + b, 0);

/** Units of a line for which the order has a substitute, whatever became of it. */
const insteadOf = (order: FulfillmentOrder, lineNo: number) =>
  order.lines.filter((line) => line.insteadOf?.lineNo === lineNo).reduce((sum, line) => sum + line.quantity, 0);

const damagedOf = (order: FulfillmentOrder | undefined) => (order?.lines ?? []).reduce((sum, line) => sum + (line.damaged ?? 0), 0);

describe('applyFulfillment', () => {
  it('[P2] whatever is recorded in whatever order, reserved is what the orders still hold, and no unit is lost or found', () => {
    fc.assert(
      fc.property(orders, fc.array(request, { maxLength: 40 }), (start, requests) => {
        const view = new StoreOverlay(readerOf(...start));
        const now = () => ORDERS.map((one) => view.get(fulfillmentOrderDocument, one)).filter((one) => one !== undefined);
        const given = new Map<string, number>();
        const left = new Set<string>();
        requests.forEach((one, index) => {
          const before = now();
          const effects = applyOperation(view, operationOf(one, { seq: index + 1 }));
          view.fold(effects);
          for (const units of [...unfulfilled.in(effects), ...declined.in(effects)]) {
            for (const line of units.lines) {
              const key = `${units.fulfillmentOrder.id}/${line.lineNo}`;
              given.set(key, (given.get(key) ?? 0) + line.quantity);
            }
          }
          for (const order of before) if (hasLeft(order)) left.add(order.id);
          for (const order of now()) {
            for (const line of order.lines) {
              expect(line.picked).toBeGreaterThanOrEqual(0);
              expect(line.picked).toBeLessThanOrEqual(line.quantity);
              if (!hasLeft(order)) expect(line.picked + line.short).toBeLessThanOrEqual(line.quantity);
              // The pool was asked for the short units and, once the order was rejected, for all of them: never for more.
              const instead = insteadOf(order, line.lineNo);
              expect([line.short - instead, line.quantity - instead]).toContain(given.get(`${order.id}/${line.lineNo}`) ?? 0);
            }
          }
          for (const sku of ['A', 'B']) {
            const reserved = reservedFor(start, sku) + view.stockChange(STORE, sku).reserved;
            expect(reserved).toBe(reservedFor(now(), sku));
            expect(reserved).toBeGreaterThanOrEqual(0);
          }
          // Goods that have left are gone: nothing brings the order back or takes them from the shelf again.
          for (const order of now()) if (left.has(order.id)) expect(order).toEqual(before.find((one) => one.id === order.id));
        });
      }),
      { numRuns: 500 },
    );
  });

  it('[P2] what leaves the book is what was handed over or shipped, and what was missing or broken', () => {
    fc.assert(
      fc.property(orders, fc.array(request, { maxLength: 40 }), (start, requests) => {
        const view = new StoreOverlay(readerOf(...start));
        let gone = 0;
        requests.forEach((one, index) => {
          const operation = operationOf(one, { seq: index + 1 });
          const target =
            'fulfillmentOrderId' in operation.payload
              ? view.get(fulfillmentOrderDocument, operation.payload.fulfillmentOrderId)
              : undefined;
          const shortBefore = target?.lines.reduce((sum, line) => sum + line.short, 0) ?? 0;
          const damagedBefore = damagedOf(target);
          // Whoever hands over what a customer had left at another counter takes nothing off the book: somebody is asked.
          const wasDeclined = target?.lines.some((line) => (line.refused ?? 0) + (line.damaged ?? 0) > 0) === true;
          const wasGone = target !== undefined && (hasLeft(target) || (wasDeclined && operation.type === 'order_handed_over'));
          const effects = applyOperation(view, operation);
          view.fold(effects);
          const now = target === undefined ? undefined : view.get(fulfillmentOrderDocument, target.id);
          if (now === undefined) return;
          const isMissing = operation.type === 'line_short_picked' || operation.type === 'line_substituted';
          if (isMissing && operation.payload.reason !== 'sold_in_store') {
            gone += now.lines.reduce((sum, line) => sum + line.short, 0) - shortBefore;
          }
          if (!wasGone && (operation.type === 'order_handed_over' || operation.type === 'order_shipped')) {
            const told = operation.payload.lines?.map((line) => line.quantity) ?? now.lines.map((line) => line.picked);
            gone += told.reduce((sum, quantity) => sum + quantity, 0);
            // Broken goods leave the book too, where they are the order's.
            gone += damagedOf(now) - damagedBefore;
          }
        });
        expect(-(view.stockChange(STORE, 'A').onHand + view.stockChange(STORE, 'B').onHand) || 0).toBe(gone);
      }),
      { numRuns: 300 },
    );
  });
});
