import Dexie from 'dexie';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import { priceSale } from '../../../domain/pricing/price-sale.ts';
import { oneTaxPerClass } from '../../../domain/tax/tax-rules.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { openJournal } from '../../../src-renderer/journal/journal.ts';
import { journalStorage } from '../../../src-renderer/storage/journal-storage.ts';
import { LiveView } from '../../../src-renderer/register/live-view.ts';
import { createRecorder } from '../../../src-renderer/register/recorder.ts';
import { openJournalDatabase } from '../../../src-renderer/storage/register-database.ts';
import { openReplicaDatabase } from '../../../src-renderer/storage/replica-database.ts';
import { Replica } from '../../../src-renderer/replica/replica.ts';

const IDENTITY = { registerId: 'BENCH', storeId: 'S1', storeName: 'Bench', prefix: 'B1' };

const CART = Array.from({ length: 6 }, (_, index) => ({
  sku: `SKU-${index}`,
  gtin: null,
  name: `A product with a name of the usual length ${index}`,
  quantity: 1 + (index % 3),
  unitPrice: 1_299_000 + index * 1000,
  taxClass: 'standard',
}));

async function openBoth() {
  const journal = openJournal((await openJournalDatabase('BENCH', journalStorage())).journal, () => undefined);
  const replica = new Replica((await openReplicaDatabase('BENCH', getRxStorageMemory())).replica);
  const view = new LiveView('BENCH', replica.base);
  const record = createRecorder({
    identity: IDENTITY,
    journal,
    view,
    tail: await journal.tail(),
    now: () => Date.now(),
    clockOffsetMs: () => 0,
    associateId: () => 'A',
    answerTo: () => ({ kind: 'allowed' }),
    isStopped: () => false,
    onRecorded: () => undefined,
    onError: (error) => console.error(error),
  });
  const bare = new Dexie('bare', { chromeTransactionDurability: 'strict' });
  bare.version(1).stores({ operations: 'id' });
  return { record, bare };
}

let opened: ReturnType<typeof openBoth> | null = null;

/** Milliseconds from "complete sale" to durable, for each of `count` sales. */
export async function recordSales(count: number): Promise<{ readonly ms: number[]; readonly last: Operation | null }> {
  const { record } = await (opened ??= openBoth());
  const ms: number[] = [];
  let last: Operation | null = null;
  for (let index = 0; index < count; index += 1) {
    const start = performance.now();
    const result = await record((context) => {
      const priced = priceSale(CART, {
        pricesIncludeTax: false,
        taxes: oneTaxPerClass({ standard: 88_750 }),
        promotions: [],
        date: context.businessDate,
      });
      const sale = completeSale({
        priced,
        currency: 'USD',
        pricesIncludeTax: false,
        cashGivenMinor: 100_000,
        receiptNumber: context.nextReceiptNumber,
      });
      return sale.ok ? { ok: true, value: { type: 'sale_completed', payload: sale.value } } : sale;
    });
    ms.push(performance.now() - start);
    if (!result.ok) throw new Error(result.refusal);
    last = result.value;
  }
  return { ms, last };
}

/** Milliseconds for each of `count` bare strict Dexie puts of the same document. */
export async function bareStrictPut(operation: Operation, count: number): Promise<number[]> {
  const { bare } = await (opened ??= openBoth());
  const ms: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const document = { ...operation, id: crypto.randomUUID() };
    const start = performance.now();
    await bare.table('operations').put(document);
    ms.push(performance.now() - start);
  }
  return ms;
}
