import { PGlite } from '@electric-sql/pglite';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pgliteTemplate } from '../../test/tools/pglite-template.ts';
import { prepareStatements } from './prepared-statements.mjs';

describe('statements that PGlite has prepared', () => {
  let pg: PGlite;
  beforeAll(async () => {
    pg = await PGlite.create({ loadDataDir: new Blob([await readFile(await pgliteTemplate('empty'))]) });
  });
  afterAll(() => pg.close());
  beforeEach(() => pg.exec('deallocate all; drop table if exists things; create table things (id integer primary key, body jsonb)'));

  const names = async () =>
    (await pg.query<{ name: string }>('select name from pg_prepared_statements order by 1')).rows.map(({ name }) => name);

  it.each<[string, unknown[]]>([
    ['select $1::int as n, $2::text as t', [7, null]],
    ['select $1::text[] as list, cardinality($1::text[]) as size', [['a', 'b,"c"', '']]],
    ['select $1::jsonb as body, $1::jsonb -> $2::text as part', [{ a: [1, { b: 'ü' }] }, 'a']],
    ['select $1::timestamptz as at', [new Date('2026-03-29T01:30:00.000Z')]],
    ['select $1::bigint as big, $2::bytea as bytes, $3::boolean as yes', [9_007_199_254_740_991n, new Uint8Array([0, 255]), false]],
    ['select id from things where id = $1', [1]],
    ['insert into things (id) select n from generate_series(1, $1::int) n on conflict do nothing', [3]],
    ['update things set body = $1::jsonb where id > $2 returning id', [JSON.stringify({ a: 1 }), 0]],
  ])('answers %s as PGlite itself does, however often it is asked', async (sql, params) => {
    const statements = prepareStatements(pg, 10);
    const untouched = async (ask: () => Promise<unknown>) => {
      await pg.exec('begin');
      const answer = await ask();
      await pg.exec('rollback');
      return answer;
    };
    const expected = await untouched(() => pg.query(sql, params));
    for (const _time of [1, 2, 3]) expect(await untouched(() => statements.query(sql, params))).toEqual(expected);
    expect(await names()).toEqual(['s1']);
  });

  it('tells what was wrong, and goes on', async () => {
    const statements = prepareStatements(pg, 10);
    const insert = (id: unknown) => statements.query('insert into things (id) values ($1)', [id]);
    for (const id of [1, 2]) await insert(id);
    await expect(insert(2)).rejects.toMatchObject({ code: '23505', constraint: 'things_pkey', table: 'things' });
    await expect(insert('x')).rejects.toMatchObject({ code: '22P02' });
    for (const _time of [1, 2, 3]) await expect(statements.query('select nothing', [])).rejects.toMatchObject({ code: '42703' });
    await insert(3);
    expect((await pg.query('select id from things')).rows).toHaveLength(3);
  });

  it('keeps statements apart that are asked at the same time, in their order', async () => {
    const statements = prepareStatements(pg, 10);
    const asked = Array.from({ length: 30 }, (_, n) => statements.query(`select ${n % 3} as kind, $1::int as n`, [n]));
    expect((await Promise.all(asked)).map(({ rows }) => rows[0])).toEqual(Array.from({ length: 30 }, (_, n) => ({ kind: n % 3, n })));
  });

  it('gives the columns of today after a table was changed', async () => {
    const statements = prepareStatements(pg, 10);
    const read = () => statements.query('select * from things', []);
    await statements.query('insert into things (id) values (1)', []);
    for (const _time of [1, 2]) expect((await read()).rows).toEqual([{ id: 1, body: null }]);
    await statements.query('alter table things add column more text', []);
    for (const _time of [1, 2]) expect((await read()).rows).toEqual([{ id: 1, body: null, more: null }]);
  });

  it('keeps as many as it is told, those that are used', async () => {
    const statements = prepareStatements(pg, 2);
    const ask = (n: number) => statements.query(`select ${n}`, []);
    for (const n of [1, 1, 2, 2, 1, 3, 3]) await ask(n);
    // The second one went when the third was asked for the first time.
    expect(await names()).toEqual(['s1', 's3']);
  });
});
