import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { UserCaller } from '../../sync-server/access/find-user.ts';
import { createKey } from '../../sync-server/access/keys.ts';
import { confirmSecondFactor } from '../../sync-server/access/second-factor.ts';
import { changePassword, signIn } from '../../sync-server/access/sign-in.ts';
import { createUser, resetPassword, resetSecondFactor, withdrawUser } from '../../sync-server/access/users.ts';
import { hashSecret } from '../../sync-server/base/secrets.ts';
import { COMMAND_LINE } from '../../sync-server/access/actor.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { codeOf, insertSignIn, insertUser, PASSWORD } from '../support/office-user.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const NEW_PASSWORD = 'a better password';

/** The database, of which something else is done just before a transaction begins. */
function justBefore(db: Db, work: () => Promise<unknown>): Db {
  return new Proxy(db, {
    get: (target, name) => {
      if (name !== 'transaction') {
        const found: unknown = Reflect.get(target, name, target);
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      }
      return () => ({
        execute: async (inside: Parameters<ReturnType<Db['transaction']>['execute']>[0]) => (
          await work(), db.transaction().execute(inside)
        ),
      });
    },
  });
}

describe.each(databases)('whoever may not ask any more, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let ada: string;
  let boss: string;
  useSyncServer(open, async (pool) => {
    ({ db, server } = pool);
    ada = await insertUser(db, 'Ada', ['office', 'users', 'keys']);
    boss = await insertUser(db, 'Boss', ['office', 'users', 'keys']);
  });

  const callerOf = async (id: string): Promise<UserCaller> => {
    const token = await insertSignIn(db, id);
    return { kind: 'user', id, name: 'Ada', scopes: ['office.read', 'office', 'users', 'keys'], duty: null, tokenHash: hashSecret(token) };
  };
  const signInsOf = (id: string) => db.selectFrom('office_sign_ins').select('user_id').where('user_id', '=', id).execute();

  /** Sends the head of a request, does something, and then sends its body. @returns the status and the code. */
  async function sendSlowly(token: string, path: string, body: object, meanwhile: () => Promise<unknown>): Promise<string> {
    const sent = httpRequest(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', expect: '100-continue' },
    });
    sent.flushHeaders();
    // By then the head has been read.
    await once(sent, 'continue');
    await meanwhile();
    sent.end(JSON.stringify(body));
    const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
    let text = '';
    for await (const chunk of response) text += String(chunk);
    return `${response.statusCode ?? 0} ${(JSON.parse(text) as { error?: { code: string } }).error?.code ?? 'ok'}`;
  }

  it('is refused though the request began before: with a key, a user, and fewer scopes', async () => {
    const make = { name: 'left behind', scopes: ['office'] };
    const key = await insertKey(db, 'lost');
    await insertKey(db, 'another, by which somebody stays who manages access');
    const end = () => db.updateTable('api_keys').set({ withdrawn_at: new Date() }).where('name', '=', 'lost').execute();
    expect(await sendSlowly(key, '/v1/keys', make, end)).toBe('401 key_withdrawn');
    const token = await insertSignIn(db, ada);
    const fewer = () => db.updateTable('office_users').set({ scopes: '["office.read"]' }).where('id', '=', ada).execute();
    expect(await sendSlowly(token, '/v1/keys', make, fewer)).toBe('403 not_allowed');
    const other = await insertSignIn(db, boss);
    expect(await sendSlowly(other, '/v1/users', make, () => withdrawUser(db, boss, COMMAND_LINE, new Date()))).toBe('401 signed_out');
    expect(await db.selectFrom('api_keys').select('name').where('name', '=', 'left behind').execute()).toEqual([]);
  });

  it('[A1] gives nobody anything, not even in the moment in which it ends', async () => {
    const by = { ...actorNamed('Ada'), id: ada };
    const ending = (work: () => Promise<unknown>) => justBefore(db, work);
    const withdraw = () => withdrawUser(db, ada, COMMAND_LINE, new Date());
    const scopes: ['office'] = ['office'];
    const refused = { ok: false, refusal: 'scope_not_yours' };
    expect(await createUser(ending(withdraw), { name: 'Eve', scopes }, by)).toEqual(refused);
    expect(await createKey(db, { name: 'for Eve', scopes, expiresAt: null }, by)).toEqual(refused);
    expect(await resetPassword(db, boss, by)).toEqual(refused);
    const fewer = () => db.updateTable('office_users').set({ scopes: '["office.read","office","keys"]' }).where('id', '=', boss).execute();
    expect(await createUser(ending(fewer), { name: 'Eve', scopes }, { ...by, id: boss })).toEqual(refused);
    expect(await createKey(db, { name: 'for Eve', scopes, expiresAt: null }, { ...by, id: boss })).toMatchObject({ ok: true });
  });

  it('is not signed in by a password that became another one meanwhile, or without the second factor set up meanwhile', async () => {
    const enter = (work: () => Promise<unknown>) =>
      signIn(justBefore(db, work), { name: 'Ada', password: PASSWORD }, '127.0.0.1', new Date());
    const wrong = { ok: false, refusal: 'wrong_name_or_password' };
    expect(
      await enter(() => db.updateTable('office_users').set({ totp_secret: 'JBSWY3DPEHPK3PXP' }).where('id', '=', ada).execute()),
    ).toEqual({ ok: false, refusal: 'code_needed' });
    await resetSecondFactor(db, ada, COMMAND_LINE);
    expect(await enter(() => resetPassword(db, ada, COMMAND_LINE))).toEqual(wrong);
    expect(await signInsOf(ada)).toEqual([]);
    ada = await insertUser(db, 'Ada Two', ['office']);
    const gone = justBefore(db, () => withdrawUser(db, ada, COMMAND_LINE, new Date()));
    expect(await signIn(gone, { name: 'Ada Two', password: PASSWORD }, '127.0.0.1', new Date())).toEqual(wrong);
    expect(await signInsOf(ada)).toEqual([]);
  });

  it('does not change the password that somebody else has reset meanwhile', async () => {
    const caller = await callerOf(ada);
    const reset = justBefore(db, () => resetPassword(db, ada, COMMAND_LINE));
    const done = await changePassword(reset, caller, { current: PASSWORD, next: NEW_PASSWORD }, { ...actorNamed('Ada'), id: ada });
    expect(done).toEqual({ ok: false, refusal: 'wrong_password' });
    const again = await signIn(db, { name: 'Ada', password: NEW_PASSWORD }, '127.0.0.1', new Date());
    expect(again).toEqual({ ok: false, refusal: 'wrong_name_or_password' });
  });

  it('does not set a second factor up by a sign-in that has ended', async () => {
    const caller = await callerOf(ada);
    const by = { ...actorNamed('Ada'), id: ada };
    const secret = 'JBSWY3DPEHPK3PXP';
    await db.updateTable('office_users').set({ totp_pending: secret }).where('id', '=', ada).execute();
    const now = new Date();
    const ended = justBefore(db, () => resetPassword(db, ada, COMMAND_LINE));
    expect(await confirmSecondFactor(ended, caller, codeOf(secret, now.getTime()), by, now)).toEqual({
      ok: false,
      refusal: 'nothing_to_confirm',
    });
    const { totp_secret } = await db.selectFrom('office_users').select('totp_secret').where('id', '=', ada).executeTakeFirstOrThrow();
    expect(totp_secret).toBeNull();
  });
});
