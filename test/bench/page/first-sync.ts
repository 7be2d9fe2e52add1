import PouchDB from 'pouchdb-browser';
import { createRxDatabase, type RxCollection } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Product } from '../../../domain/catalog/product.ts';
import { openReplicaDatabase } from '../../../src-renderer/storage/replica-database.ts';
import { Replica } from '../../../src-renderer/replica/replica.ts';
import { workerStorage } from '../../../src-renderer/storage/worker-storage.ts';
import { createConnectionState } from '../../../src-renderer/sync/connection-state.ts';
import { startPulling } from '../../../src-renderer/sync/pull-loop.ts';
import { serverClient } from '../../../src-renderer/sync/server-client.ts';

/** Time for a first sync, and how many products the page has then. */
export interface FirstSync {
  readonly ms: number;
  readonly products: number;
}

/** Our own: the pull loop into the replica in its worker, as the app does it, until the whole catalog can be looked up. */
export async function syncOutpost(name: string, token: string): Promise<FirstSync> {
  const start = performance.now();
  const database = await openReplicaDatabase(name, workerStorage('replica'));
  const replica = new Replica(database.replica);
  await replica.load();
  await new Promise<void>((resolve, reject) => {
    const link = createConnectionState(() => Date.now(), null);
    const loop = startPulling({
      client: serverClient('', token),
      link: { ...link, failed: reject },
      random: Math.random,
      checkPlace: () => Promise.resolve(true),
      checkpoint: () => replica.checkpoint,
      epoch: () => replica.epoch,
      take: async (from, response) => {
        await replica.take(from, response, Date.now());
        if (!response.complete) return;
        loop.stop();
        resolve();
      },
      startOver: () => Promise.reject(new Error('No pool is set back here.')),
      confirmedSeq: () => 0,
      sendAgain: () => undefined,
    });
  });
  const ms = performance.now() - start;
  const products = replica.base.catalog.size;
  await database.close();
  return { ms, products };
}

interface After {
  readonly after: string;
}

async function openProducts(name: string): Promise<{ readonly products: RxCollection<Product>; close(): Promise<unknown> }> {
  const database = await createRxDatabase<{ products: RxCollection<Product> }>({
    name,
    storage: getRxStorageDexie(),
    multiInstance: false,
  });
  await database.addCollections({
    products: {
      schema: {
        version: 0,
        primaryKey: 'sku',
        type: 'object',
        properties: {
          sku: { type: 'string', maxLength: 100 },
          gtin: { type: ['string', 'null'] },
          name: { type: 'string' },
          brand: { type: 'string' },
          category: { type: 'string' },
          size: { type: 'string' },
          unitPrice: { type: 'number' },
          taxClass: { type: 'string' },
        },
        required: ['sku'],
      },
    },
  });
  return { products: database.products, close: () => database.close() };
}

/** RxDB's own replication over HTTP, as its documentation sets it up, of single documents. */
export async function syncStockRxdb(name: string, batchSize: number): Promise<FirstSync> {
  const start = performance.now();
  const { products, close } = await openProducts(name);
  const replication = replicateRxCollection<Product, After>({
    collection: products,
    replicationIdentifier: 'products',
    live: false,
    pull: {
      batchSize,
      handler: async (checkpoint, limit) => {
        const response = await fetch(`/pull?after=${encodeURIComponent(checkpoint?.after ?? '')}&limit=${limit}`);
        const { documents, checkpoint: next } = (await response.json()) as { documents: Product[]; checkpoint: After };
        return { documents: documents.map((document) => ({ ...document, _deleted: false })), checkpoint: next };
      },
    },
  });
  await replication.awaitInitialReplication();
  const ms = performance.now() - start;
  const count = await products.count().exec();
  await close();
  return { ms, products: count };
}

/** PouchDB on IndexedDB, from a server that speaks CouchDB's protocol. */
export async function syncPouch(name: string, batchSize: number): Promise<FirstSync> {
  const start = performance.now();
  const local = new PouchDB(name);
  const done = await PouchDB.replicate(`${location.origin}/products`, local, { batch_size: batchSize, batches_limit: 10 });
  if (!done.ok) throw new Error('PouchDB did not replicate.');
  const ms = performance.now() - start;
  return { ms, products: (await local.info()).doc_count };
}
