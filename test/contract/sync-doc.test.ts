import { storeScope } from '../../domain/base/scope.ts';
import { createPrivateKey, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pino from 'pino';
import { hashedText, sha256Hex } from '../../domain/base/hash-operation.ts';
import { publicKey, signedText } from '../../domain/base/signature.ts';
import { stockPageOf } from '../../domain/stock/stock.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION, pushRequest } from '../../domain/protocol/protocol.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import { transact } from '../../sync-server/db/transact.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { allocateChanges } from '../../sync-server/changes/allocate-changes.ts';
import { signatureFault } from '../../sync-server/registers/check-signature.ts';
import { hashSecret } from '../../sync-server/base/secrets.ts';
import { databases } from './support/databases.ts';
import { fillSmallPool } from './support/order-pool.ts';

const TOKEN = 'token-of-the-example';
/** The private half of the key in the example, for signing anew what is changed there. */
const PRIVATE_KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'PGTmUjVq4-vKXRnBkkInKErvG3Io4txHBjExviHzNp8',
  y: '9kxgMnDH9FL_GOAsXlwHiXFXy33WjYf_0uc8Y_Ka0QQ',
  d: '8oNhAwzkdvYsvYxsBB4OEDWdaPg96wWQ5sDyTEO8DIw',
};
const DOCUMENT = new URL('../../docs/sync.md', import.meta.url);

interface Exchange {
  readonly path: string;
  readonly request: Record<string, unknown>;
  readonly status: number;
  readonly answer: unknown;
}

/** The exchanges of the worked example: a block `json POST /path` and the block `json STATUS` after it. */
function readExample(markdown: string): Exchange[] {
  const block = /```json POST (\S+)\n([\s\S]*?)```[\s\S]*?```json (\d{3})\n([\s\S]*?)```/g;
  return [...markdown.matchAll(block)].map(([, path = '', request = '', status = '', answer = '']) => ({
    path,
    request: JSON.parse(request) as Record<string, unknown>,
    status: Number(status),
    answer: JSON.parse(answer) as unknown,
  }));
}

/** What is another one each time, as the document shows it. */
function settled(answer: unknown): unknown {
  return {
    ...(answer as object),
    serverTime: expect.any(String) as unknown,
    ...('epoch' in (answer as object) ? { epoch: expect.any(String) as unknown } : {}),
  };
}

describe.each(databases)('the example in docs/sync.md on %s', (_name, open) => {
  let database: OpenDatabase;
  let server: RunningServer;

  beforeAll(async () => {
    database = await open();
    const { db } = database;
    await fillSmallPool(db, { stores: 1, stock: [[1, 'A', 100]] });
    await db
      .insertInto('registers')
      .values({ id: 'R-EXAMPLE', store_id: 'S1', prefix: 'EX', token_hash: hashSecret(TOKEN) })
      .execute();
    await transact(db, (tx) =>
      allocateChanges(tx, [
        { scope: 'all', kind: 'company', id: 'company' },
        { scope: 'all', kind: 'catalog_page', id: '0' },
        { scope: storeScope('S1'), kind: 'store', id: 'S1' },
        { scope: storeScope('S1'), kind: 'stock_page', id: String(stockPageOf('A')) },
      ]),
    );
    server = await startServer({ database, host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  it('is what happens', async () => {
    const example = readExample(await readFile(DOCUMENT, 'utf8'));
    expect(example.map(({ path }) => path)).toEqual(['/v1/registers/key', '/v1/pull', '/v1/operations', '/v1/pull', '/v1/operations']);
    let epoch: unknown = null;
    for (const { path, request, status, answer } of example) {
      const response = await fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, [PROTOCOL_HEADER]: String(PROTOCOL_VERSION) },
        body: JSON.stringify(path === '/v1/pull' ? { ...request, epoch } : request),
      });
      const told = (await response.json()) as { epoch?: unknown };
      epoch = told.epoch ?? epoch;
      expect({ status: response.status, answer: told }).toEqual({ status, answer: settled(answer) });
    }
  });

  it('[J2] hashes its operation as the text says', async () => {
    const operations = readExample(await readFile(DOCUMENT, 'utf8')).flatMap(
      ({ request }) => (request['operations'] ?? []) as { hash: string }[],
    );
    expect(operations.length).toBeGreaterThan(0);
    for (const operation of operations) expect(sha256Hex(hashedText(operation))).toBe(operation.hash);
  });

  it('[A4] signs its batches as the text says', async () => {
    const example = readExample(await readFile(DOCUMENT, 'utf8'));
    const named = publicKey.parse(example.find(({ path }) => path === '/v1/registers/key')?.request['publicKey']);
    const batches = example.filter(({ path }) => path === '/v1/operations').map(({ request }) => pushRequest.parse(request));
    expect(batches).toHaveLength(2);
    for (const { operations, signature } of batches) {
      const batch = { registerId: 'R-EXAMPLE', operations, signature };
      if (signatureFault(batch, named) === null) continue;
      const newest = operations.at(-1) as { seq: number; hash: string };
      const key = createPrivateKey({ key: PRIVATE_KEY, format: 'jwk' });
      const value = sign('sha256', Buffer.from(signedText('R-EXAMPLE', newest)), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
      throw new Error(`Put into docs/sync.md: ${JSON.stringify({ seq: newest.seq, hash: newest.hash, value })}`);
    }
  });
});
