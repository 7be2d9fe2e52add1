import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { SCOPE_SETS } from '../../domain/access/scopes.ts';
import { listKeys } from '../../sync-server/access/keys.ts';
import { version1, version2 } from '../support/old-versions.ts';
import { ofThisRun } from '../tools/test-database.ts';
import { openOldPool } from './support/old-pool.ts';

const kinds = ofThisRun([
  ['PGlite', 'pglite'],
  ['PostgreSQL', 'postgres'],
] as const);

describe.each(kinds)('keys of before there were scopes, on %s', (_name, kind) => {
  it('keep what they opened: orders and availability, or everything', async () => {
    const opened = await openOldPool(version2, kind, (db) =>
      sql`insert into api_keys (key_hash, name, scope, withdrawn_at) values
        ('a', 'my shop', 'web_shop', null), ('b', 'my office', 'office', null), ('c', 'gone', 'office', now())`.execute(db),
    );
    const keys = (await listKeys(opened.db)).filter(({ id }) => ['a', 'b', 'c'].includes(id));
    expect(keys.map(({ name, scopes, expiresAt, lastUsedAt }) => [name, scopes, expiresAt, lastUsedAt])).toEqual([
      ['gone', SCOPE_SETS.everything, null, null],
      ['my office', SCOPE_SETS.everything, null, null],
      ['my shop', SCOPE_SETS.web_shop, null, null],
    ]);
    expect(keys.map(({ withdrawnAt }) => withdrawnAt !== null)).toEqual([true, false, false]);
    await opened.close();
  });

  it('and those of version 1, which knew one kind, by their name', async () => {
    const opened = await openOldPool(version1, kind, (db) =>
      sql`insert into api_keys (key_hash, name) values ('a', 'web shop'), ('b', 'any other')`.execute(db),
    );
    const keys = (await listKeys(opened.db)).filter(({ id }) => ['a', 'b'].includes(id));
    expect(keys.map(({ name, scopes }) => [name, scopes])).toEqual([
      ['any other', SCOPE_SETS.everything],
      ['web shop', SCOPE_SETS.web_shop],
    ]);
    await opened.close();
  });
});
