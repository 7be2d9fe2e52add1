import { describe, expect, it } from 'vitest';
import { signIn } from '../../sync-server/access/sign-in.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { ensureOfficeUser } from '../../sync-server/start/ensure-office-user.ts';
import type { KeptKeys } from '../../sync-server/start/kept-keys.ts';
import { insertUser } from '../support/office-user.ts';
import { databases } from './support/databases.ts';
import { emptyEverything } from './support/sync-pool.ts';
import { useSyncPool } from './support/use-sync-pool.ts';

describe.each(databases)('the first user of the head office, on %s', (_name, open) => {
  let db: Db;
  let keys: KeptKeys;
  useSyncPool(open, (pool) => {
    ({ db } = pool);
    keys = { registerCodes: {}, pins: {} };
  });
  const signInAs = (name: string, password: string) => signIn(db, { name, password }, '127.0.0.1', new Date());

  it('is made for the sample, told at each start, and may do everything', async () => {
    const told = await ensureOfficeUser(db, keys, true);
    expect(told).toMatch(/^Admin, password ([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    const signedIn = await signInAs('admin', keys.officeUser?.password ?? '');
    expect(signedIn).toMatchObject({ ok: true, value: { user: { name: 'Admin', duty: null } } });
    expect(await ensureOfficeUser(db, keys, true)).toBe(told);
    expect(await db.selectFrom('office_users').select('id').execute()).toHaveLength(1);
    // After a reset of the sample the same password opens it.
    await emptyEverything(db);
    expect(await ensureOfficeUser(db, keys, true)).toBe(told);
    expect((await signInAs('admin', keys.officeUser?.password ?? '')).ok).toBe(true);
  });

  it('is told no more once the password was changed, or where somebody else is there', async () => {
    await ensureOfficeUser(db, keys, true);
    const other = JSON.stringify({
      ...(await db.selectFrom('office_users').select('password').executeTakeFirstOrThrow()).password,
      salt: 'x',
    });
    await db.updateTable('office_users').set({ password: other }).execute();
    expect(await ensureOfficeUser(db, keys, true)).toBeNull();
    await emptyEverything(db);
    await insertUser(db, 'Ada', ['office']);
    expect(await ensureOfficeUser(db, { registerCodes: {}, pins: {} }, true)).toBeNull();
    expect(await db.selectFrom('office_users').select('name').execute()).toEqual([{ name: 'Ada' }]);
  });

  it('is made by a person where the company is not the sample, who is told how', async () => {
    expect(await ensureOfficeUser(db, keys, false)).toBe('none yet: npm run users -- add NAME');
    expect(await db.selectFrom('office_users').select('id').execute()).toEqual([]);
    await insertUser(db, 'Ada', ['office']);
    expect(await ensureOfficeUser(db, keys, false)).toBeNull();
  });
});
