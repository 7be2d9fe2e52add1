import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CatalogPage } from '../../domain/catalog/product.ts';
import { importPictures } from '../../sync-server/pictures/import-pictures.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { insertKey } from '../support/api-keys.ts';
import { openPool } from './support/databases.ts';
import { type Enrolled, pullAll } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const drawn = (color: string) => sharp({ create: { width: 400, height: 200, channels: 3, background: color } });

describe('pictures of products', () => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  let red: Buffer;
  useSyncServer(openPool, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'head office', ['products']);
    red = await drawn('red').png().toBuffer();
  });

  const ask = (path: string, token: string, init: RequestInit = {}) =>
    fetch(`${server.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
  const put = (sku: string, body: Buffer<ArrayBufferLike>, type = 'image/png') =>
    ask(`/v1/products/${sku}/picture`, key, { method: 'PUT', body: new Uint8Array(body), headers: { 'content-type': type } });
  const page = async () => (await pullAll(db, register)).documents.get('all catalog_page 0') as CatalogPage;
  const kept = async () => (await db.selectFrom('pictures').select('hash').execute()).length;

  it('[R1] come to registers as a hash in their page; a page without any is as before there were pictures', async () => {
    const before = JSON.stringify(await page());
    expect(before).not.toContain('picture');
    const written = (await (await put('B', red)).json()) as { sku: string; picture: string };
    expect((await page()).picture).toEqual([null, written.picture, null]);
    const fetched = await ask(`/v1/pictures/${written.picture}`, register.token);
    expect([fetched.status, fetched.headers.get('content-type'), fetched.headers.get('cache-control')]).toEqual([
      200,
      'image/webp',
      'private, max-age=31536000, immutable',
    ]);
    const { width, height, format } = await sharp(Buffer.from(await fetched.arrayBuffer())).metadata();
    expect([width, height, format]).toEqual([256, 128, 'webp']);
    expect((await ask('/v1/products/B/picture', key, { method: 'DELETE' })).status).toBe(200);
    expect(JSON.stringify(await page())).toBe(before);
    expect((await ask(`/v1/pictures/${written.picture}`, register.token)).status).toBe(404);
  });

  it('that several products share are kept once, until none has them; the same again changes nothing', async () => {
    await put('A', red);
    await put('B', red);
    const { seen } = await pullAll(db, register);
    await put('A', red);
    expect((await pullAll(db, register)).seen).toEqual(seen);
    expect(await kept()).toBe(1);
    await put('A', await drawn('blue').webp().toBuffer(), 'image/webp');
    expect(await kept()).toBe(2);
    await put('B', await drawn('blue').jpeg().toBuffer(), 'image/jpeg');
    const { items } = (await (await ask('/v1/products?text=article', key)).json()) as { items: { sku: string; picture: string | null }[] };
    expect(items.map(({ sku, picture }) => [sku, picture === null])).toEqual([
      ['A', false],
      ['B', false],
      ['C', true],
    ]);
    const actions = await db.selectFrom('office_actions').select(['action', 'subject']).execute();
    expect(actions.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'picture.put A',
      'picture.put B',
      'picture.put A',
      'picture.put B',
    ]);
  });

  it.each<[string, string, () => Buffer, string, number, string]>([
    ['a drawing under a false name', 'A', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/png', 400, 'picture_type'],
    ['a product that is not there', 'NONE', () => red, 'image/png', 404, 'unknown_product'],
    ['a file that was cut off', 'A', () => red.subarray(0, 60), 'image/png', 400, 'picture_unreadable'],
    ['more than 5 MB', 'A', () => Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', 413, 'body_too_large'],
  ])('are refused, and nothing is written: %s', async (_what, sku, bytes, type, status, code) => {
    const answer = await put(sku, bytes(), type);
    const { error } = (await answer.json()) as { error: { code: string } };
    expect([answer.status, error.code, await kept()]).toEqual([status, code, 0]);
  });

  it('[A1] are written with the scope for it, and read by registers or with it', async () => {
    const other = await insertKey(db, 'other', ['orders']);
    expect((await ask('/v1/products', other)).status).toBe(403);
    expect((await ask('/v1/products', register.token)).status).toBe(401);
    expect((await ask(`/v1/pictures/${'0'.repeat(64)}`, key)).status).toBe(401);
    expect((await ask('/v1/products/A/picture', key)).status).toBe(404);
  });

  it('come from a folder, each file named after a SKU or a barcode', async () => {
    await db.updateTable('products').set({ gtin: '00012345678905' }).where('sku', '=', 'C').execute();
    const folder = await mkdtemp(join(tmpdir(), 'pictures-'));
    try {
      const files = { 'A.png': red, '012345678905.png': red, 'Z.png': red, 'B.png': Buffer.from('no picture'), '.hidden': red };
      for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
      const report = await importPictures(db, folder);
      expect(report).toEqual({
        files: 4,
        accepted: 2,
        refused: [
          { file: 'B.png', code: 'picture_type' },
          { file: 'Z.png', code: 'unknown_product' },
        ],
      });
      expect(await importPictures(db, folder)).toEqual(report);
      expect((await page()).picture.map((hash) => hash !== null)).toEqual([true, false, true]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
