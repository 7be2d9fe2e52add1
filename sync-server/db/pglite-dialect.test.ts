import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pgliteTemplate } from '../../test/tools/pglite-template.ts';
import { PGliteDialect } from './pglite-dialect.ts';

interface Tables {
  numbers: { n: number };
}

describe('kysely on PGlite', () => {
  let pglite: PGlite;
  let db: Kysely<Tables>;
  beforeAll(async () => {
    pglite = await PGlite.create({ loadDataDir: new Blob([await readFile(await pgliteTemplate('empty'))]) });
    db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    await sql`create table numbers (n integer primary key)`.execute(db);
  });
  afterAll(() => db.destroy());
  beforeEach(() => db.deleteFrom('numbers').execute());

  const insert = (on: Kysely<Tables>, n: number) => on.insertInto('numbers').values({ n }).execute();
  const numbers = async () => (await db.selectFrom('numbers').select('n').orderBy('n').execute()).map(({ n }) => n);

  it('says how many rows a statement has changed', async () => {
    for (const n of [1, 2, 3]) await insert(db, n);
    const { numDeletedRows } = await db.deleteFrom('numbers').where('n', '>', 1).executeTakeFirstOrThrow();
    expect(numDeletedRows).toBe(2n);
  });

  it('keeps what a transaction did that ended well, and nothing of one that did not', async () => {
    await db.transaction().execute((tx) => insert(tx, 1));
    await expect(
      db.transaction().execute(async (tx) => {
        await insert(tx, 2);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await expect(db.transaction().execute((tx) => insert(tx, 1))).rejects.toMatchObject({ code: '23505' });
    expect(await numbers()).toEqual([1]);
  });

  it('goes on after a transaction that hid its fault, and keeps nothing of it', async () => {
    await insert(db, 1);
    await db
      .transaction()
      .execute(async (tx) => {
        await insert(tx, 2);
        await insert(tx, 1).catch(() => undefined);
      })
      .catch(() => undefined);
    expect(await numbers()).toEqual([1]);
  });

  it('lets nobody else write into a transaction, however many want to', async () => {
    const seen: number[][] = [];
    const work = (n: number) =>
      db.transaction().execute(async (tx) => {
        await insert(tx, n);
        seen.push((await tx.selectFrom('numbers').select('n').where('n', '>=', n).execute()).map((row) => row.n));
        if (n % 2 === 0) throw new Error('even');
      });
    await Promise.allSettled([1, 2, 3, 4, 5].flatMap((n) => [work(n), insert(db, -n)]));
    expect(seen).toEqual([[1], [2], [3], [4], [5]]);
    expect(await numbers()).toEqual([-5, -4, -3, -2, -1, 1, 3, 5]);
  });

  it('passes on that a transaction cannot begin, and is free again', async () => {
    let refusing = true;
    const broken = new Proxy(pglite, {
      get: (target, name) => {
        if (name === 'transaction' && refusing) return () => Promise.reject(new Error('the disk is full'));
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const other = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: broken }) });
    await expect(other.transaction().execute((tx) => insert(tx, 7))).rejects.toThrow('the disk is full');
    refusing = false;
    await other.transaction().execute((tx) => insert(tx, 8));
    expect(await numbers()).toEqual([8]);
  });
});
