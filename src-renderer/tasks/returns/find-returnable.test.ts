import { complete } from '../../../test/support/loose-request.ts';
import { documentsOf } from '../../kit/register-services.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { saleDocument } from '../../../domain/sale/documents.ts';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Operation } from '../../../domain/registry/operations.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { applyReturn } from '../../../domain/returns/apply-return.ts';
import { type ReturnableLine, returnableOfOrder, returnableOfSale, unitsReturnable } from '../../../domain/returns/return-goods.ts';
import { cartLineOf, fulfillmentLineOf, fulfillmentOrderOf, saleOf } from '../../../test/support/examples.ts';
import { memoryDisk, type OpenDatabases } from '../../../test/support/memory-databases.ts';
import { openJournal } from '../../journal/journal.ts';
import { LiveView } from '../../register/live-view.ts';
import { createRecorder } from '../../register/recorder.ts';
import { Replica } from '../../replica/replica.ts';
import { ServerUnreachable } from '../../base/http-client.ts';
import type { ServerClient } from '../../sync/server-client.ts';
import { decideReturn } from './decide-return.ts';
import { findReturnable } from '../../register/find-returnable.ts';
import { lineKey } from './return-form.ts';

const IDENTITY = { registerId: 'R1', storeId: 'S1', storeName: 'Store', prefix: 'B1' };
const NUMBER = { sale: 'A9-000001', order: 'WEB-1' };

/** What another store sold or delivered: three units of one article. */
const elsewhere: Record<'sale' | 'order', Returnable> = {
  sale: { kind: 'sale', sale: saleOf([cartLineOf({ quantity: 3 })], { receiptNumber: NUMBER.sale, storeId: 'S9' }) },
  order: {
    kind: 'order',
    orderNumber: NUMBER.order,
    fulfillmentOrders: [
      fulfillmentOrderOf({
        locationId: 'S9',
        lines: [fulfillmentLineOf({ quantity: 3, picked: 3, totalMinor: 300 })],
        state: { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T10:00:00.000Z' },
      }),
    ],
  },
};

function linesOf(found: Returnable): ReturnableLine[] {
  return found.kind === 'sale' ? returnableOfSale(found.sale) : returnableOfOrder(found.fulfillmentOrders);
}

describe.each(['sale', 'order'] as const)('finding a %s of another store', (kind) => {
  let databases: OpenDatabases;
  let replica: Replica;
  let view: LiveView;
  let record: ReturnType<typeof createRecorder>;
  let atServer: Returnable;
  let reachable: boolean;

  const client = {
    findReturnable: () => (reachable ? Promise.resolve(atServer) : Promise.reject(new ServerUnreachable('The cable is cut.'))),
  } as unknown as ServerClient;
  const find = () => findReturnable({ replica, view, client }, NUMBER[kind]);

  beforeEach(async () => {
    databases = await memoryDisk().open('R1');
    replica = new Replica(databases.replica);
    await replica.load();
    view = new LiveView('R1', replica.base);
    const journal = openJournal(databases.journal, () => undefined);
    record = createRecorder({
      identity: IDENTITY,
      journal,
      view,
      tail: await journal.tail(),
      now: () => Date.parse('2026-03-02T10:00:00.000Z'),
      clockOffsetMs: () => null,
      associateId: () => null,
      answerTo: () => ({ kind: 'allowed' }),
      isStopped: () => false,
      onRecorded: () => undefined,
      onError: () => undefined,
    });
    await record(() => ({ ok: true, value: complete({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 10_000 } }) }));
    atServer = elsewhere[kind];
    reachable = true;
  });
  afterEach(() => databases.close());

  async function unitsLeft(): Promise<number | string> {
    const found = await find();
    return typeof found === 'string' ? found : linesOf(found).reduce((sum, line) => sum + unitsReturnable(line), 0);
  }

  async function takeBack(quantity: number): Promise<Operation | string> {
    const found = await find();
    if (typeof found === 'string') return found;
    const result = await record(
      decideReturn(found, new Map(linesOf(found).map((line) => [lineKey(line), { quantity, disposition: 'restock' as const }]))),
    );
    return result.ok ? result.value : result.refusal;
  }

  /** What the server makes of the return, and the pull that says so; the document itself is in a scope that this store does not pull. */
  function applyAtServer(operation: Operation): void {
    if (operation.type !== 'goods_returned') throw new Error('This is no return.');
    const known = atServer;
    const reader =
      known.kind === 'sale'
        ? DocumentMap.of(saleDocument, known.sale)
        : DocumentMap.of(fulfillmentOrderDocument, ...known.fulfillmentOrders);
    const effects = applyReturn(reader, operation);
    for (const sale of saleDocument.in(effects)) atServer = { kind: 'sale', sale };
    for (const order of fulfillmentOrderDocument.in(effects)) {
      atServer = { kind: 'order', orderNumber: NUMBER.order, fulfillmentOrders: [order] };
    }
  }
  async function pull(appliedSeq: number): Promise<void> {
    await replica.take(
      replica.checkpoint,
      { changes: [], checkpoint: {}, complete: true, appliedSeq, serverTime: '2026-03-02T10:00:00.000Z' },
      0,
      (changes) => view.update(true, changes),
    );
  }

  it('[J9] refunds no unit twice, while the return travels and after it has arrived', async () => {
    expect(await unitsLeft()).toBe(3);
    const operation = await takeBack(2);
    if (typeof operation === 'string') throw new Error(operation);
    expect(await unitsLeft()).toBe(1);
    applyAtServer(operation);
    expect(await takeBack(2)).toBe('more_than_was_bought');
    await pull(operation.seq);
    expect(await unitsLeft()).toBe(1);
    expect(await takeBack(2)).toBe('more_than_was_bought');
    expect([...documentsOf(view.store.getState(), fulfillmentOrderDocument)]).toEqual([]);
  });

  it('[J9] sees what came back elsewhere since it looked last', async () => {
    expect(await unitsLeft()).toBe(3);
    const operation = await takeBack(1);
    if (typeof operation === 'string') throw new Error(operation);
    applyAtServer(operation);
    applyAtServer({ ...operation, id: 'another' });
    await pull(operation.seq);
    expect(await unitsLeft()).toBe(1);
  });

  it('[J9] refunds nothing from memory that has grown old once the cable is cut', async () => {
    const operation = await takeBack(3);
    if (typeof operation === 'string') throw new Error(operation);
    applyAtServer(operation);
    await pull(operation.seq);
    reachable = false;
    expect(await unitsLeft()).toBe('not_here');
  });
});
