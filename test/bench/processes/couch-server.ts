import expressPouchDB from 'express-pouchdb';
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import memoryAdapter from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { productAt } from '../scale-pool.ts';
import { answerParent } from './answer-parent.ts';

export interface CouchServerJob {
  readonly products: number;
  /** The folder of the page that replicates, so that it comes from the same origin. */
  readonly page: string;
  /** Where it may write its log. */
  readonly folder: string;
}

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };

/** A CouchDB-compatible server from npm, which keeps the products as single documents in memory. */
answerParent<CouchServerJob>(async ({ products, page, folder }) => {
  const InMemory = PouchDB.plugin(memoryAdapter).defaults({ adapter: 'memory' });
  const database = new InMemory('products');
  const documents = Array.from({ length: products }, (_, n) => {
    const { sku, ...rest } = productAt(n);
    return { _id: sku, ...rest };
  });
  await database.bulkDocs(documents);
  const couch = expressPouchDB(InMemory, { mode: 'minimumForPouchDB', inMemoryConfig: true, logPath: join(folder, 'couch.log') });
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
    const file = join(page, path === '/' ? 'index.html' : path);
    if (request.method !== 'GET' || !existsSync(file)) return couch(request, response);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
});
