import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import type { FulfillmentOrder } from '../../domain/fulfillment/fulfillment-order.ts';
import { orderNoteDocument } from '../../domain/notes/order-note.ts';
import { returnableOfOrder, returnGoods } from '../../domain/returns/return-goods.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { mustBeOnline } from '../../domain/payments/offline-cards.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { companySettingsDocument } from '../../domain/settings/documents.ts';
import type { Change } from '../../domain/protocol/protocol.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { approvalOf, cardPaymentOf, cartLineOf, fulfillmentLineOf, fulfillmentOrderOf, saleOf } from '../../test/support/examples.ts';
import { memoryDisk, type OpenDatabases } from '../../test/support/memory-databases.ts';
import { openJournal } from '../journal/journal.ts';
import { currentOf, documentsOf } from '../kit/register-services.ts';
import { Replica } from '../replica/replica.ts';
import { ServerUnreachable } from '../base/http-client.ts';
import type { ServerClient } from '../sync/server-client.ts';
import { findReturnable, recallOrders } from './find-returnable.ts';
import { LiveView } from './live-view.ts';
import { createRecorder } from './recorder.ts';

const IDENTITY = { registerId: 'R1', storeId: 'S1', storeName: 'Store', prefix: 'A1' };
const HOUR = 3_600_000;
const NOW = Date.parse('2026-03-31T10:00:00.000Z');
const daysAgo = (days: number) => new Date(NOW - days * 24 * HOUR).toISOString();

const orderOf = (id: string, state: FulfillmentOrder['state'], placedAt = daysAgo(40)) =>
  fulfillmentOrderOf({
    id,
    orderNumber: `WEB-${id}`,
    placedAt,
    state,
    lines: [fulfillmentLineOf({ quantity: 3, picked: 3, totalMinor: 300 })],
  });

const ORDERS = [
  orderOf('open', { status: 'open' }),
  orderOf('old', { status: 'handed_over', at: daysAgo(15) }),
  orderOf('recent', { status: 'shipped', trackingNumber: 'T', at: daysAgo(13) }),
  orderOf('cancelled', { status: 'cancelled' }),
  orderOf('in-hand', { status: 'cancelled', putBack: { stagingLocation: null } }),
];
const NOTES = ['open', 'old'].map((id) => ({
  id: `note-${id}`,
  storeId: 'S1',
  fulfillmentOrderId: id,
  text: 'Two boxes.',
  at: daysAgo(39),
  associateId: null,
}));

describe('what a register lets go of', () => {
  const disk = memoryDisk();
  let databases: OpenDatabases;
  let replica: Replica;
  let view: LiveView;
  let record: ReturnType<typeof createRecorder>;

  async function start(): Promise<void> {
    databases = await disk.open('R1');
    replica = new Replica(databases.replica);
    await replica.load();
    const journal = openJournal(databases.journal, () => undefined);
    view = new LiveView('R1', replica.base);
    const pending = (await journal.after(replica.base.appliedSeq, 1_000)).map(upgradeOperation);
    await replica.holdFor(pending);
    view.resume(pending, replica.base, true);
    view.letGo(NOW);
    record = createRecorder({
      identity: IDENTITY,
      journal,
      view,
      tail: await journal.tail(),
      now: () => NOW,
      clockOffsetMs: () => null,
      associateId: () => null,
      answerTo: () => ({ kind: 'allowed' }),
      isStopped: () => false,
      holdFor: (operation) => replica.holdFor([operation]),
      onRecorded: () => undefined,
      onError: (error) => {
        throw error;
      },
    });
  }

  let reached = 0;
  const pull = (changes: readonly Omit<Change, 'scope' | 'seq'>[], appliedSeq = replica.base.appliedSeq) =>
    replica.take(
      replica.checkpoint,
      {
        changes: changes.map((one) => ({ ...one, scope: 'store:S1', seq: (reached += 1) })),
        checkpoint: { 'store:S1': reached },
        complete: true,
        appliedSeq,
        serverTime: daysAgo(0),
      },
      NOW,
      (brought) => view.update(true, brought),
    );

  beforeEach(async () => {
    await start();
    await pull([
      ...ORDERS.map((body) => ({ kind: fulfillmentOrderDocument.kind, id: body.id, body })),
      ...NOTES.map((body) => ({ kind: orderNoteDocument.kind, id: body.id, body })),
    ]);
    view.letGo(NOW + HOUR);
  });
  afterEach(async () => {
    await pull([
      ...[...ORDERS, ...NOTES].map(({ id }) => ({
        kind: id.startsWith('note') ? orderNoteDocument.kind : 'fulfillment_order',
        id,
        body: null,
      })),
      { kind: companySettingsDocument.kind, id: 'company', body: null },
    ]);
    await databases.close();
  });

  const shown = () => [...documentsOf(view.store.getState(), fulfillmentOrderDocument).keys()].sort();
  const notes = () => [...documentsOf(view.store.getState(), orderNoteDocument).keys()].sort();
  const recall = (number: string) => recallOrders({ replica, view }, number);

  it('[R3] is what ended more than 14 days ago, and never what somebody has to work on', () => {
    expect(shown()).toEqual(['in-hand', 'open', 'recent']);
    expect(notes()).toEqual(['note-open']);
    expect([...currentOf(view.store.getState(), fulfillmentOrderDocument).keys()].sort()).toEqual(['in-hand', 'open']);
  });

  it('comes back by its number, with what was noted, for at least an hour', async () => {
    expect(await recall('WEB-none')).toBe(false);
    expect(await recall(' web-OLD ')).toBe(true);
    expect([shown(), notes()]).toEqual([
      ['in-hand', 'old', 'open', 'recent'],
      ['note-old', 'note-open'],
    ]);
    view.letGo(NOW + 1.5 * HOUR);
    view.letGo(NOW + 2 * HOUR);
    expect(shown()).toContain('old');
    view.letGo(NOW + 3 * HOUR);
    expect([shown(), notes()]).toEqual([['in-hand', 'open', 'recent'], ['note-open']]);
    expect(await recall('WEB-old')).toBe(true);
  });

  it('[S1] is what the company says', async () => {
    await pull([
      { kind: companySettingsDocument.kind, id: 'company', body: { id: 'company', values: { 'retention.days': { ordersInMemory: 2 } } } },
    ]);
    view.letGo(NOW + 2 * HOUR);
    expect(shown()).toEqual(['in-hand', 'open']);
  });

  it('is not let in again by a restart, and is found after it', async () => {
    await databases.close();
    await start();
    expect([shown(), notes()]).toEqual([['in-hand', 'open', 'recent'], ['note-open']]);
    expect(await recall('WEB-old')).toBe(true);
  });

  it('is gone once the feed has let go of it', async () => {
    await pull([{ kind: fulfillmentOrderDocument.kind, id: 'old', body: null }]);
    expect(await recall('WEB-old')).toBe(false);
  });

  async function takeBack(id: string): Promise<void> {
    const order = ORDERS.find((one) => one.id === id);
    const [line] = returnableOfOrder(order === undefined ? [] : [order]);
    if (line === undefined) throw new Error('Nothing can come back.');
    const result = await record(({ nextReceiptNumber }) => {
      const goods = returnGoods({
        receiptNumber: nextReceiptNumber,
        origin: { kind: 'order', orderNumber: `WEB-${id}` },
        currency: 'USD',
        choices: [{ line, quantity: 1, disposition: 'restock' }],
      });
      return goods.ok ? { ok: true, value: goodsReturned.request(goods.value) } : goods;
    });
    expect(result.ok).toBe(true);
  }
  const returned = () => documentsOf(view.store.getState(), fulfillmentOrderDocument).get('old')?.lines[0]?.returned;

  it('[R3] [J5] is there again for an operation about it, stays while that is pending, and after a restart', async () => {
    await takeBack('old');
    expect(returned()).toBe(1);
    expect(view.store.getState().exceptions).toEqual([]);
    for (const hours of [2, 3, 4]) view.letGo(NOW + hours * HOUR);
    expect(returned()).toBe(1);
    await databases.close();
    await start();
    expect(returned()).toBe(1);
    expect(view.store.getState().exceptions).toEqual([]);

    const [old] = ORDERS.filter(({ id }) => id === 'old');
    const body = { ...old, lines: old?.lines.map((line) => ({ ...line, returned: 1 })) };
    await pull([{ kind: fulfillmentOrderDocument.kind, id: 'old', body }], 1);
    expect([returned(), view.isSettled]).toEqual([1, true]);
    for (const hours of [5, 6, 7]) view.letGo(NOW + hours * HOUR);
    expect(returned()).toBeUndefined();
    await recall('WEB-old');
    expect(returned()).toBe(1);
  });

  it('[R3] stays at hand for what is pending about it when the feed lets go of it, and no longer', async () => {
    await takeBack('old');
    await pull([{ kind: fulfillmentOrderDocument.kind, id: 'old', body: null }]);
    expect(view.reader.get(fulfillmentOrderDocument, 'old')?.lines[0]?.returned).toBe(1);
    expect(view.store.getState().exceptions).toEqual([]);
    await pull([], view.pendingOperations.at(-1)?.seq);
    expect(view.isSettled).toBe(true);
    expect(view.reader.get(fulfillmentOrderDocument, 'old')).toBeUndefined();
  });

  it('is found for a return without the server', async () => {
    const client = { findReturnable: () => Promise.reject(new ServerUnreachable('The cable is cut.')) } as unknown as ServerClient;
    const find = (number: string) => findReturnable({ replica, view, client }, number);
    expect(await find('WEB-old')).toMatchObject({ kind: 'order', fulfillmentOrders: [{ id: 'old' }] });
    expect(await find('WEB-none')).toBe('not_here');
  });

  it('[E2] gives a card its money back long after its payment has left the memory', async () => {
    const payment = cardPaymentOf({ status: 'booked', approval: approvalOf(), startedAt: daysAgo(5), endedAt: daysAgo(5) });
    const tender = { kind: 'card', currency: 'USD', amountMinor: 100, tipMinor: 0, reference: payment.id, state: 'captured' } as const;
    const sale = saleOf([cartLineOf()], { at: daysAgo(5), tenders: [tender] });
    await pull([
      { kind: saleDocument.kind, id: sale.receiptNumber, body: sale },
      { kind: cardPaymentDocument.kind, id: payment.id, body: payment },
    ]);
    view.letGo(NOW);
    expect(view.reader.get(cardPaymentDocument, payment.id)).toBeUndefined();
    await findReturnable({ replica, view, client: {} as ServerClient }, sale.receiptNumber);
    expect(view.reader.get(cardPaymentDocument, payment.id)).toEqual(payment);
    expect(documentsOf(view.store.getState(), cardPaymentDocument).get(payment.id)).toEqual(payment);
  });

  it('[E2] counts what a terminal approved without its bank after a clock was a day ahead and is set right', async () => {
    const alone = { ...approvalOf(), isOnline: false };
    const at = new Date(NOW - HOUR).toISOString();
    const payment = cardPaymentOf({ status: 'booked', approval: alone, amountMinor: 900, startedAt: at, endedAt: at });
    await pull([{ kind: cardPaymentDocument.kind, id: payment.id, body: payment }]);
    view.letGo(NOW + 24 * HOUR);
    const caps = { paymentMinor: null, dayMinor: alone.authorizedMinor, hours: null };
    const known = [...documentsOf(view.store.getState(), cardPaymentDocument).values()];
    expect(mustBeOnline(caps, known, 1, NOW)).toBe(true);
  });
});
