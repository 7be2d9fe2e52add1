import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../sync-server/db/open-database.ts';
import { createDatabase, hasPostgres } from '../tools/test-database.ts';

describe.runIf(hasPostgres)('a database that gives three connections', () => {
  let opened: OpenDatabase;
  let admin: pg.Client;
  const role = `few_${process.pid}`;
  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    admin = new pg.Client(databaseUrl);
    await admin.connect();
    const name = new URL(databaseUrl).pathname.slice(1);
    await admin.query(`create role ${role} login password 'few' connection limit 3`);
    await admin.query(`alter database "${name}" owner to ${role}`);
    await admin.query(`grant all on schema public to ${role}`);
    const url = new URL(databaseUrl);
    url.username = role;
    url.password = 'few';
    opened = await openDatabase({ databaseUrl: url.href });
  });
  afterAll(async () => {
    await opened.close();
    await admin.query(`reassign owned by ${role} to current_user; drop owned by ${role}; drop role ${role}`);
    await admin.end();
  });

  it('lets sixty who come at once wait for one another instead of failing', async () => {
    const asked = await Promise.allSettled(Array.from({ length: 60 }, () => sql`select pg_sleep(0.02)`.execute(opened.db)));
    expect(asked.filter((one) => one.status === 'rejected')).toEqual([]);
    const { rows } = await admin.query<{ count: number }>('select count(*)::int as count from pg_stat_activity where usename = $1', [role]);
    expect(rows[0]?.count).toBeLessThanOrEqual(3);
  });
});
