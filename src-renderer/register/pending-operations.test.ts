import { type DocumentDefinition } from '../../domain/base/define-document.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { definitionOf, type Operation, type OperationOf } from '../../domain/registry/operations.ts';
import { fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { JournalBuilder } from '../../test/support/journal-builder.ts';
import { ReplicaBase } from '../replica/replica-base.ts';
import { PendingOperations } from './pending-operations.ts';

type Step = { readonly do: 'sell' | 'return' | 'shift' | 'pick' | 'hand_over' | 'reject' | 'cancel' | 'pull'; readonly n: number };

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('sell', 'sell', 'return', 'shift', 'pick', 'hand_over', 'reject', 'cancel', 'pull', 'pull'),
  n: fc.integer({ min: 0, max: 5 }),
});

function orders(): FulfillmentOrder[] {
  return [1, 2, 3].map((n) =>
    fulfillmentOrderOf({
      id: `FO-${n}`,
      orderNumber: `W-${n}`,
      locationId: 'S1',
      lines: [fulfillmentLineOf({ lineNo: 1, sku: 'A', quantity: 2 })],
    }),
  );
}

/** An operation of a journal with the fields that hold their default, as it is read. */
const whole = (operation: Operation) => definitionOf(operation).completed(operation) as Operation;

/** A server that takes operations in their order, and a register that lays the others on top of what it pulled. */
class Shop {
  readonly base = new ReplicaBase();
  readonly pending = new PendingOperations(this.base);
  readonly journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
  private readonly known = new Map(orders().map((order) => [order.id, order]));
  private readonly server = new StoreOverlay(DocumentMap.of(fulfillmentOrderDocument, ...this.known.values()));
  private applied = 0;

  constructor() {
    for (const order of this.known.values()) this.base.put('fulfillment_order', order.id, order);
  }

  take(step: Step): void {
    const { journal } = this;
    const before = journal.operations.length;
    const order = this.known.get(`FO-${1 + (step.n % 3)}`);
    const sales = journal.operations.filter((one): one is OperationOf<'sale_completed'> => one.type === 'sale_completed');
    const sale = sales[step.n % Math.max(1, sales.length)];
    if (step.do === 'sell')
      journal.sell([
        ['A', 1 + step.n],
        ['B', 1],
      ]);
    else if (step.do === 'return' && sale !== undefined) journal.takeBack(sale, 1);
    else if (step.do === 'shift') journal.openShift();
    else if (step.do === 'pick' && order !== undefined) journal.pick(order);
    else if (step.do === 'hand_over' && order !== undefined) journal.handOver(order);
    else if (step.do === 'reject' && order !== undefined) journal.reject(order);
    else if (step.do === 'cancel' && order !== undefined) this.cancel(order);
    else if (step.do === 'pull') this.pull(step.n);
    for (const operation of journal.operations.slice(before)) this.pending.add(whole(operation));
  }

  private cancel(order: FulfillmentOrder): void {
    this.server.fold([fulfillmentOrderDocument.put({ ...order, state: { status: 'cancelled', at: '2026-03-02T10:00:00.000Z' } as never })]);
  }

  /** The server takes `count` more operations; then everything that it holds is pulled. */
  private pull(count: number): void {
    for (const operation of this.journal.operations.slice(this.applied, this.applied + count))
      this.server.fold(applyOperation(this.server, whole(operation)));
    this.applied = Math.min(this.journal.operations.length, this.applied + count);
    const kinds = {
      fulfillment_order: this.server.changedOf(fulfillmentOrderDocument),
      sale: this.server.changedOf(saleDocument),
      shift: this.server.changedOf(shiftDocument),
      exception: this.server.changedOf(exceptionDocument),
    };
    const changes = Object.entries(kinds).flatMap(([kind, documents]) => [...documents].map(([id, body]) => ({ kind, id, body })));
    for (const { kind, id, body } of changes) this.base.put(kind, id, body);
    this.pending.settle(this.applied, changes);
  }

  /** Everything that is pending, laid over the replica anew. */
  fromScratch(): StoreOverlay {
    const overlay = new StoreOverlay(this.base);
    for (const operation of this.journal.operations.slice(this.applied)) overlay.fold(applyOperation(overlay, whole(operation)));
    return overlay;
  }
}

function contents(overlay: StoreOverlay) {
  const moved = [...overlay.stock].filter(([, { onHand, reserved }]) => onHand !== 0 || reserved !== 0);
  const documents = [fulfillmentOrderDocument, saleDocument, shiftDocument, exceptionDocument].map((definition) =>
    overlay.changedOf(definition as DocumentDefinition),
  );
  return [...documents, new Map(moved)].map((known) => [...known].sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('PendingOperations', () => {
  it('[R3] looks after every pull as if all that is pending had been laid on anew', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const shop = new Shop();
        for (const one of steps) {
          shop.take(one);
          expect(contents(shop.pending.overlay)).toEqual(contents(shop.fromScratch()));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lays nothing on anew for a pull that touches nothing of it', () => {
    const base = new ReplicaBase();
    const pending = new PendingOperations(base);
    const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
    const laid: Operation[] = [journal.openShift(), journal.sell([['A', 1]]), journal.sell([['B', 1]])];
    for (const operation of laid) pending.add(whole(operation));
    const shown = [...pending.overlay.changedOf(saleDocument).values()];
    expect([
      ...pending.settle(0, [
        { kind: 'catalog_page', id: '1' },
        { kind: 'fulfillment_order', id: 'FO-1' },
      ]),
    ]).toEqual([{ kind: 'fulfillment_order', id: 'FO-1' }]);
    expect([...pending.overlay.changedOf(saleDocument).values()].every((sale, index) => sale === shown[index])).toBe(true);
  });
});
