import type { DocumentKey } from '../../../domain/base/define-document.ts';
import type { PullResponse } from '../../../domain/protocol/protocol.ts';
import { LiveView } from '../../../src-renderer/register/live-view.ts';
import { Replica } from '../../../src-renderer/replica/replica.ts';
import { openReplicaDatabase } from '../../../src-renderer/storage/replica-database.ts';
import { workerStorage } from '../../../src-renderer/storage/worker-storage.ts';

const PAGE = 200;
const SERVER_TIME = '2026-03-02T10:00:00.000Z';

/** A sale as the feed brings it, of the usual size. */
function saleAt(n: number): unknown {
  const line = (lineNo: number) => ({
    lineNo,
    sku: `SKU-${(n + lineNo) % 5_000}`,
    gtin: null,
    name: `A product with a name of the usual length ${n}`,
    quantity: 1,
    unitPrice: 1_299_000,
    grossMinor: 1299,
    discountMinor: 0,
    promotionIds: [],
    taxClass: 'standard',
    taxRatePpm: 88_750,
    taxMinor: 115,
    totalMinor: 1414,
  });
  return {
    receiptNumber: `B1-${n}`,
    saleId: `sale-${n}`,
    storeId: 'S1',
    registerId: 'B',
    associateId: 'A',
    businessDate: '2026-03-02',
    at: SERVER_TIME,
    currency: 'USD',
    pricesIncludeTax: false,
    totalMinor: 4242,
    taxMinor: 345,
    tenders: [{ kind: 'cash', givenMinor: 5000, changeMinor: 758 }],
    returned: {},
    lines: [1, 2, 3].map(line),
  };
}

/** A register that was away takes in what happened meanwhile, from a server that answers at once. @returns milliseconds. */
export async function comeBack(documents: number): Promise<number> {
  const database = await openReplicaDatabase(`behind-${crypto.randomUUID()}`, workerStorage('replica'));
  const replica = new Replica(database.replica);
  await replica.load();
  const view = new LiveView('R1', replica.base);
  const show = (changes: readonly DocumentKey[]) => view.update(true, changes);
  await replica.take(
    replica.checkpoint,
    { changes: [], checkpoint: { 'store:S1': 1 }, complete: true, appliedSeq: 0, serverTime: SERVER_TIME },
    0,
    show,
  );
  const pages: PullResponse[] = [];
  for (let from = 0; from < documents; from += PAGE) {
    const changes = Array.from({ length: Math.min(PAGE, documents - from) }, (_, n) => ({
      scope: 'store:S1',
      seq: 2 + from + n,
      kind: 'sale',
      id: `B1-${from + n}`,
      body: saleAt(from + n),
    }));
    pages.push({
      changes,
      checkpoint: { 'store:S1': 1 + from + changes.length },
      complete: from + PAGE >= documents,
      appliedSeq: 0,
      serverTime: SERVER_TIME,
    });
  }
  const started = performance.now();
  for (const page of pages) await replica.take(replica.checkpoint, page, Date.now(), show);
  const took = performance.now() - started;
  await database.remove();
  return took;
}
