import { saleCompleted } from '../../domain/sale/operations.ts';
import { version2 } from '../../test/support/old-versions.ts';
import { associateDocument } from '../../domain/associates/documents.ts';
import type { DocumentKey } from '../../domain/base/define-document.ts';
import { companySettingsDocument, storeSettingsDocument } from '../../domain/settings/documents.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { fulfillmentOrderDocument } from '../../domain/fulfillment/documents.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, PullResponse } from '../../domain/protocol/protocol.ts';
import { cartLineOf, fulfillmentOrderOf, saleOf } from '../../test/support/examples.ts';
import { type MemoryDisk, memoryDisk, type OpenDatabases } from '../../test/support/memory-databases.ts';
import { Replica } from './replica.ts';

const STORE = 'store:S1';

function change(seq: number, kind: string, id: string, body: unknown): Change {
  return { scope: STORE, seq, kind, id, body };
}

function pulled(changes: Change[], given: Partial<PullResponse> = {}): PullResponse {
  return {
    changes,
    checkpoint: { [STORE]: Math.max(0, ...changes.map((one) => one.seq)) },
    complete: true,
    appliedSeq: 0,
    serverTime: '2026-03-02T10:00:00.000Z',
    ...given,
  };
}

const sale = saleOf([cartLineOf({ quantity: 3 })]);
const FIRST = [
  change(1, 'fulfillment_order', 'F1', fulfillmentOrderOf()),
  change(2, 'sale', sale.receiptNumber, sale),
  change(3, 'stock_page', '7', { page: 7, levels: [{ sku: 'A', onHand: 4, reserved: 1, safetyStock: 0, stalenessBuffer: 0, bin: 'B2' }] }),
];

describe('the replica', () => {
  let disk: MemoryDisk;
  let databases: OpenDatabases;
  let replica: Replica;

  async function reopen() {
    await databases.close();
    databases = await disk.open('R1');
    replica = new Replica(databases.replica);
    await replica.load();
  }

  beforeEach(async () => {
    disk = memoryDisk();
    databases = await disk.open('R1');
    replica = new Replica(databases.replica);
    await replica.load();
  });
  afterEach(() => databases.close());

  it('is the same after a restart, with its checkpoint', async () => {
    await replica.take(replica.checkpoint, pulled(FIRST, { appliedSeq: 5 }), 1000);
    await reopen();
    expect(replica.checkpoint).toEqual({ [STORE]: 3 });
    expect(replica.base.appliedSeq).toBe(5);
    expect(replica.completeAt).toBe(1000);
    expect(replica.base.get(fulfillmentOrderDocument, 'F1')).toEqual(fulfillmentOrderOf());
    expect(replica.base.stock.get('A')?.bin).toBe('B2');
  });

  it('keeps sales on the disk until somebody asks for one, and then keeps it up to date', async () => {
    await replica.take(replica.checkpoint, pulled(FIRST), 0);
    await reopen();
    expect(replica.base.get(saleDocument, sale.receiptNumber)).toBeUndefined();
    expect(await replica.hold(saleDocument, sale.receiptNumber)).toEqual(sale);
    expect(await replica.hold(saleDocument, 'A1-999999')).toBeUndefined();
    await replica.take(replica.checkpoint, pulled([change(4, 'sale', sale.receiptNumber, { ...sale, returned: { 1: 2 } })]), 0);
    expect(replica.base.get(saleDocument, sale.receiptNumber)?.returned).toEqual({ 1: 2 });
  });

  it('completes a sale that a version before wrote to the disk', async () => {
    const [, old] = version2.journal.filter(({ type }) => type === saleCompleted.type);
    const body = {
      ...(old?.payload as object),
      receiptNumber: 'A1-000777',
      saleId: 'S',
      storeId: 'S1',
      registerId: 'R1',
      associateId: null,
    };
    const whole = { ...body, businessDate: '2026-03-02', at: '2026-03-02T10:00:00.000Z', returned: {} };
    await replica.take(replica.checkpoint, pulled([change(1, 'sale', 'A1-000777', whole)]), 0);
    const held = await replica.hold(saleDocument, 'A1-000777');
    expect(saleDocument.schema.parse(held)).toEqual(held);
  });

  it('forgets a document that is gone, also after a restart', async () => {
    await replica.take(replica.checkpoint, pulled(FIRST), 0);
    await replica.take(
      replica.checkpoint,
      pulled([change(4, 'fulfillment_order', 'F1', null), change(5, 'stock_page', '7', { page: 7, levels: [] })]),
      0,
    );
    expect(replica.base.get(fulfillmentOrderDocument, 'F1')).toBeUndefined();
    await reopen();
    expect(replica.base.get(fulfillmentOrderDocument, 'F1')).toBeUndefined();
    expect(replica.base.stock.size).toBe(0);
  });

  it('[R3] takes the answers of one pull in together, and begins it again when the app ended in between', async () => {
    await replica.take(replica.checkpoint, pulled(FIRST), 0);
    const half = pulled([change(4, 'fulfillment_order', 'F2', fulfillmentOrderOf({ id: 'F2' }))], { complete: false, appliedSeq: 6 });
    await replica.take(replica.checkpoint, half, 0);
    expect(replica.checkpoint).toEqual({ [STORE]: 4 });
    expect([replica.base.get(fulfillmentOrderDocument, 'F2'), replica.base.appliedSeq]).toEqual([undefined, 0]);
    await reopen();
    expect(replica.checkpoint).toEqual({ [STORE]: 3 });
    await replica.take(replica.checkpoint, half, 0);
    await replica.take(replica.checkpoint, pulled([change(5, 'fulfillment_order', 'F1', null)], { appliedSeq: 7 }), 0);
    for (const from of ['memory', 'disk']) {
      if (from === 'disk') await reopen();
      expect(
        [replica.base.get(fulfillmentOrderDocument, 'F1'), replica.base.get(fulfillmentOrderDocument, 'F2')?.id, replica.base.appliedSeq],
        from,
      ).toEqual([undefined, 'F2', 7]);
    }
  });

  it('leaves alone a kind that a newer server invented', async () => {
    await replica.take(replica.checkpoint, pulled([change(1, 'hologram', 'H1', { shape: 'cube' })]), 0);
    await reopen();
    expect(replica.checkpoint).toEqual({ [STORE]: 1 });
  });

  it('[R5] can be thrown away and pulled again, and is what it was', async () => {
    await replica.take(replica.checkpoint, pulled(FIRST), 0);
    await replica.throwAway();
    expect(replica.checkpoint).toEqual({});
    expect(replica.base.get(fulfillmentOrderDocument, 'F1')).toBeUndefined();
    await reopen();
    expect(replica.checkpoint).toEqual({});
    await replica.take(replica.checkpoint, pulled(FIRST), 0);
    await reopen();
    expect(replica.base.get(fulfillmentOrderDocument, 'F1')).toEqual(fulfillmentOrderOf());
    expect(await replica.hold(saleDocument, sale.receiptNumber)).toEqual(sale);
  });

  it('[R5] goes on by the rules that it knew until all is pulled again, and then by those that came', async () => {
    const company = { name: 'Company', currency: 'EUR', pricesIncludeTax: true };
    const people = ['P1', 'P2'].map((id, index) =>
      change(5 + index, 'associate', id, { id, name: id, storeId: 'S1', role: 'senior', pin: null }),
    );
    const rules = [
      change(4, 'company', 'company', company),
      ...people,
      change(7, 'company_settings', 'company', { id: 'company', values: { roles: 1 } }),
      change(8, 'store_settings', 'S1', { id: 'S1', values: { x: 1 } }),
    ];
    await replica.take(replica.checkpoint, pulled([...FIRST, ...rules]), 0);
    await replica.throwAway();
    const { base } = replica;
    expect([base.company?.currency, [...base.all(associateDocument).keys()]]).toEqual(['EUR', ['P1', 'P2']]);
    expect([base.get(companySettingsDocument, 'company')?.values, base.get(storeSettingsDocument, 'S1')?.values]).toEqual([
      { roles: 1 },
      { x: 1 },
    ]);
    expect([base.get(fulfillmentOrderDocument, 'F1'), base.stock.size, replica.completeAt]).toEqual([undefined, 0, null]);

    const shown: string[] = [];
    const show = (keys: readonly DocumentKey[]) => void shown.push(...keys.map(({ kind, id }) => `${kind} ${id}`));
    const first = change(5, 'associate', 'P1', { id: 'P1', name: 'P1', storeId: 'S1', role: 'picker', pin: null });
    await replica.take(replica.checkpoint, pulled([first], { complete: false }), 0, show);
    expect([...base.all(associateDocument).values()].map(({ role }) => role)).toEqual(['picker', 'senior']);
    await replica.take(replica.checkpoint, pulled([change(6, 'company', 'company', { ...company, currency: 'CHF' })]), 0, show);
    expect([base.company?.currency, [...base.all(associateDocument).keys()]]).toEqual(['CHF', ['P1']]);
    expect(base.get(storeSettingsDocument, 'S1')).toBeUndefined();
    expect(shown).toEqual(['associate P1', 'company company', 'associate P2', 'company_settings company', 'store_settings S1']);
  });

  it('[R5] drops the answer to a question from before it was thrown away', async () => {
    await replica.take(replica.checkpoint, pulled(FIRST), 0);
    const asked = replica.checkpoint;
    const answer = pulled([change(9, 'fulfillment_order', 'F2', fulfillmentOrderOf({ id: 'F2' }))]);
    await Promise.all([replica.throwAway(), replica.take(asked, answer, 0)]);
    expect(replica.checkpoint).toEqual({});
    expect(replica.base.get(fulfillmentOrderDocument, 'F2')).toBeUndefined();
  });

  it.each([
    ['an older', undefined, true],
    ['another', 99, false],
  ] as const)('[R5] keeps the copy of %s app only when its format is the same', async (_name, format, kept) => {
    await replica.take(replica.checkpoint, pulled(FIRST, { appliedSeq: 5 }), 1000);
    const note = await databases.replica.findOne('!checkpoint').exec(true);
    await note.patch({ body: JSON.stringify({ ...(JSON.parse(note.body) as object), format }) });
    await reopen();
    expect([replica.base.get(fulfillmentOrderDocument, 'F1')?.id, replica.checkpoint[STORE], replica.base.appliedSeq]).toEqual(
      kept ? ['F1', 3, 5] : [undefined, undefined, 0],
    );
    await replica.take(replica.checkpoint, pulled(FIRST, { appliedSeq: 5 }), 1000);
    await reopen();
    expect(replica.base.get(fulfillmentOrderDocument, 'F1')).toEqual(fulfillmentOrderOf());
  });
});
