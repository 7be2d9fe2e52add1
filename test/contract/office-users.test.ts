import pino from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ListedUser, SignedIn, SignedInUser, UserWithPassword } from '../../domain/access/access-protocol.ts';
import { secondFactor } from '../../domain/access/settings.ts';
import type { OpenDatabase } from '../../sync-server/db/open-database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { codeOf, insertSignIn, insertUser, PASSWORD } from '../support/office-user.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

type Json = Partial<UserWithPassword & SignedIn & SignedInUser> & {
  items?: ListedUser[];
  secret?: string;
  address?: string;
  recoveryCodes?: string[];
  error?: { code: string; message: string; fix?: string };
};

const HOUR = 3_600_000;

describe.each(databases)('users of the head office on %s', (_name, open) => {
  let opened: OpenDatabase;
  let server: RunningServer;
  let id: string;
  /** Each test has a user and an address of its own: attempts are remembered for minutes. */
  let name: string;
  let address: string;
  let tests = 0;
  const lines: string[] = [];
  useSyncServer(
    open,
    async (pool) => {
      ({ opened, server } = pool);
      tests += 1;
      lines.length = 0;
      name = `Ada Lovelace ${tests}`;
      address = `203.0.113.${tests}`;
      id = await insertUser(opened.db, name, ['office', 'users', 'keys', 'settings']);
    },
    { trustProxy: ['127.0.0.1'], logger: pino({ level: 'debug' }, { write: (line: string) => lines.push(line) }) },
  );
  afterEach(() => {
    vi.useRealTimers();
  });

  const ask = async (token: string | null, path: string, body?: unknown) => {
    const response = await fetch(`${server.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'x-forwarded-for': address,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (text === '' ? {} : JSON.parse(text)) as Json;
    // Whatever is refused says what is wrong, and what to do about it.
    if (json.error !== undefined)
      expect([json.error.message, json.error.fix]).toEqual([expect.stringMatching(/\.$|: /), expect.stringMatching(/\.$/)]);
    return { said: `${response.status} ${json.error?.code ?? 'ok'}`, json, response };
  };
  const said = async (...given: Parameters<typeof ask>) => (await ask(...given)).said;
  const signIn = (given: { name?: string; password?: string; code?: string } = {}) =>
    ask(null, '/v1/office/sign-in', { name, password: PASSWORD, ...given });
  const tokenOf = async (given: Parameters<typeof signIn>[0] = {}) => (await signIn(given)).json.token ?? '';
  /** Sets a second factor up. @returns its secret and the recovery codes. */
  const setUp = async (token: string, code?: string) => {
    const begun = await ask(token, '/v1/office/second-factor', { password: PASSWORD, ...(code === undefined ? {} : { code }) });
    const secret = begun.json.secret ?? '';
    const confirmed = await ask(token, '/v1/office/second-factor/confirm', { code: codeOf(secret) });
    return { secret, codes: confirmed.json.recoveryCodes ?? [] };
  };
  const demandSecondFactor = () =>
    saveSetting(opened.db, secondFactor, { level: 'company', id: 'company', value: 'required' }, actorNamed('test'));

  it('sign in by name and password, however the name is written, and ask as themselves', async () => {
    const { said: answered, json } = await signIn({ name: `  ada  LOVELACE   ${tests}` });
    expect(answered).toBe('200 ok');
    expect(json.user).toEqual({
      id,
      name,
      scopes: ['office.read', 'office', 'users', 'keys', 'settings'],
      secondFactor: false,
      recoveryCodesLeft: 0,
      duty: null,
    });
    expect(Date.parse(json.expiresAt ?? '') - Date.now()).toBeGreaterThan(11 * HOUR);
    expect((await ask(json.token ?? '', '/v1/office')).json).toMatchObject({ name, scopes: json.user?.scopes });
    expect(await said(json.token ?? '', '/v1/event-log?seq=0')).toBe('403 not_allowed');
    expect((await ask(json.token ?? '', '/v1/users')).json.items?.[0]?.lastSignInAt).not.toBeNull();
  });

  it('[A2] stand in the log by their id, never by name', async () => {
    const other = await insertUser(opened.db, 'Somebody Else', ['office']);
    const token = await tokenOf();
    expect(await said(token, `/v1/users/${other}/withdraw`, {})).toBe('200 ok');
    expect(await said(token, '/v1/users/nobody/withdraw', {})).toBe('404 unknown_user');
    await signIn({ password: 'wrong password' });
    const written = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(written).toContainEqual(expect.objectContaining({ user: id, withdrawn: other, msg: 'an office user was withdrawn' }));
    expect(lines.filter((line) => line.includes('Ada') || line.includes('Somebody'))).toEqual([]);
  });

  it('are answered the same for a wrong password, an unknown name and a user who was withdrawn', async () => {
    const other = await insertUser(opened.db, 'Gone', ['office']);
    const token = await tokenOf();
    expect(await said(token, `/v1/users/${other}/withdraw`, {})).toBe('200 ok');
    const answers = [await signIn({ password: 'wrong password' }), await signIn({ name: 'Nobody' }), await signIn({ name: 'Gone' })];
    for (const { said: one, json } of answers) expect([one, json.error]).toEqual(['401 wrong_name_or_password', answers[0]?.json.error]);
  });

  it('are signed out by themselves, and after twelve hours; the server keeps no token', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const [first, second] = [await tokenOf(), await tokenOf()];
    expect(JSON.stringify(await opened.db.selectFrom('office_sign_ins').selectAll().execute())).not.toContain(first);
    expect((await ask(first, '/v1/office/sign-out', {})).response.status).toBe(204);
    expect(await said(first, '/v1/office/me')).toBe('401 signed_out');
    expect(await said(second, '/v1/office/me')).toBe('200 ok');
    vi.setSystemTime(Date.now() + 12 * HOUR);
    expect(await said(second, '/v1/office/me')).toBe('401 signed_out');
    await tokenOf();
    expect(await opened.db.selectFrom('office_sign_ins').select('user_id').execute()).toHaveLength(1);
  });

  it('are slowed down after ten wrong passwords from one address, whatever the name; a right one is no attempt', async () => {
    for (let n = 0; n < 12; n += 1) expect((await signIn()).said).toBe('200 ok');
    for (let n = 0; n < 10; n += 1) expect((await signIn({ name: `Nobody ${n}` })).said).toBe('401 wrong_name_or_password');
    const limited = await signIn();
    expect([limited.said, Number(limited.response.headers.get('retry-after')) > 0]).toEqual(['429 too_many_attempts', true]);
  });

  it('are not kept out by one address, which is refused itself', async () => {
    const code = '123456';
    for (let n = 0; n < 10; n += 1) expect((await signIn({ password: 'wrong password', code })).said).toBe('401 wrong_name_or_password');
    for (let n = 0; n < 100; n += 1) expect((await signIn({ password: 'wrong password', code })).said).toBe('429 too_many_attempts');
    address = `198.51.100.${tests}`;
    // Neither the name nor its second factor is locked.
    expect((await signIn({ code })).said).toBe('200 ok');
  });

  it('with a second factor need a code of it, each of which works once', { timeout: 30_000 }, async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = await tokenOf();
    const { secret, codes } = await setUp(token);
    expect(codes).toHaveLength(10);
    expect((await ask(token, '/v1/office/me')).json).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
    expect((await signIn()).said).toBe('401 code_needed');
    // The code by which it was confirmed is used up.
    expect((await signIn({ code: codeOf(secret) })).said).toBe('401 code_wrong');
    vi.setSystemTime(Date.now() + 30_000);
    const code = codeOf(secret);
    expect((await signIn({ code, password: 'wrong password' })).said).toBe('401 wrong_name_or_password');
    expect((await signIn({ code })).said).toBe('200 ok');
    expect((await signIn({ code })).said).toBe('401 code_wrong');
    // Nor does an older one work, though the clock would allow it.
    expect((await signIn({ code: codeOf(secret, Date.now() - 30_000) })).said).toBe('401 code_wrong');
    expect((await signIn({ code: '000000' })).said).toBe('401 code_wrong');
  });

  it('have recovery codes that work once each, however they are typed', async () => {
    const { codes } = await setUp(await tokenOf());
    const [first = '', second = ''] = codes;
    expect((await signIn({ code: first.toLowerCase().replace('-', ' ') })).said).toBe('200 ok');
    expect((await signIn({ code: first })).said).toBe('401 code_wrong');
    const { json } = await signIn({ code: second });
    expect(json.user?.recoveryCodesLeft).toBe(8);
    expect(JSON.stringify(await opened.db.selectFrom('office_users').select('recovery_codes').execute())).not.toContain(second);
  });

  it('are locked out of the second factor after ten wrong codes, and not by somebody without the password', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { secret } = await setUp(await tokenOf());
    vi.setSystemTime(Date.now() + 30_000);
    /** Each from another address, as somebody does who has many. */
    const from = (given: Parameters<typeof signIn>[0], n: number) => {
      address = `198.51.100.${n}`;
      return signIn(given);
    };
    for (let n = 1; n <= 11; n += 1)
      expect((await from({ code: '123456', password: 'wrong password' }, n)).said).toBe('401 wrong_name_or_password');
    for (let n = 1; n <= 10; n += 1) expect((await from({ code: '000000' }, n)).said).toBe('401 code_wrong');
    const locked = await from({ code: codeOf(secret) }, 99);
    expect([locked.said, Number(locked.response.headers.get('retry-after')) > 0]).toEqual(['429 too_many_attempts', true]);
    expect((await from({}, 99)).said).toBe('401 code_needed');
    // Who does not know the password hears what they hear of any name, and the attempt counts as one.
    const [known, unknown] = [
      await from({ code: '000000', password: 'wrong password' }, 98),
      await from({ code: '000000', name: 'Nobody at all' }, 97),
    ];
    expect([known.said, known.json.error]).toEqual([unknown.said, unknown.json.error]);
    expect(unknown.said).toBe('401 wrong_name_or_password');
    for (let n = 1; n <= 9; n += 1) await from({ code: '000000', password: 'wrong password' }, 98);
    expect((await from({ code: '000000', password: 'wrong password' }, 98)).said).toBe('429 too_many_attempts');
  });

  it('that the company demands a second factor of can do nothing but set it up', async () => {
    const token = await tokenOf();
    expect(await said(token, '/v1/office')).toBe('200 ok');
    await demandSecondFactor();
    expect(await said(token, '/v1/office')).toBe('403 set_up_second_factor');
    expect(await said(token, '/v1/users', { name: 'Eve', scopes: ['office'] })).toBe('403 set_up_second_factor');
    expect((await ask(token, '/v1/office/me')).json.duty).toBe('set_up_second_factor');
    await setUp(token);
    expect(await said(token, '/v1/office')).toBe('200 ok');
    // Keys are of machines, which have none.
    expect(await said(await insertKey(opened.db, 'head office'), '/v1/office')).toBe('200 ok');
  });

  it('replace a second factor only with a code of it; the new one counts once a code of it was entered', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = await tokenOf();
    expect(await said(token, '/v1/office/second-factor/confirm', { code: '123456' })).toBe('403 nothing_to_confirm');
    expect(await said(token, '/v1/office/second-factor', { password: 'wrong password' })).toBe('403 wrong_password');
    const { secret, codes } = await setUp(token);
    expect(await said(token, '/v1/office/second-factor', { password: PASSWORD })).toBe('403 code_needed');
    expect(await said(token, '/v1/office/second-factor', { password: PASSWORD, code: '123456' })).toBe('403 code_wrong');
    vi.setSystemTime(Date.now() + 30_000);
    const begun = await ask(token, '/v1/office/second-factor', { password: PASSWORD, code: codeOf(secret) });
    expect(begun.json.address).toContain('otpauth://totp/');
    vi.setSystemTime(Date.now() + 30_000);
    expect((await signIn({ code: codeOf(begun.json.secret ?? '') })).said).toBe('401 code_wrong');
    const other = await tokenOf({ code: codeOf(secret) });
    expect(await said(token, '/v1/office/second-factor/confirm', { code: '000000' })).toBe('403 code_wrong');
    expect(await said(token, '/v1/office/second-factor/confirm', { code: codeOf(begun.json.secret ?? '') })).toBe('200 ok');
    expect([await said(token, '/v1/office/me'), await said(other, '/v1/office/me')]).toEqual(['200 ok', '401 signed_out']);
    // The recovery codes of before went with the old one.
    expect((await signIn({ code: codes[0] ?? '' })).said).toBe('401 code_wrong');
  });

  it('change their password with the present one, and are signed out elsewhere', async () => {
    const [token, other] = [await tokenOf(), await tokenOf()];
    const change = (current: string, next: string) => said(token, '/v1/office/password', { current, next });
    expect(await change('wrong password', 'a better password')).toBe('403 wrong_password');
    expect(await change(PASSWORD, 'short')).toBe('400 bad_request');
    expect(await change(PASSWORD, PASSWORD)).toBe('403 same_password');
    expect(await change(PASSWORD, 'a better password')).toBe('200 ok');
    expect([await said(token, '/v1/office/me'), await said(other, '/v1/office/me')]).toEqual(['200 ok', '401 signed_out']);
    expect((await signIn()).said).toBe('401 wrong_name_or_password');
    expect((await signIn({ password: 'a better password' })).said).toBe('200 ok');
  });

  it('guess their own password no more often than somebody who is not signed in', async () => {
    const token = await tokenOf();
    const guess = () => said(token, '/v1/office/password', { current: 'wrong password', next: 'a better password' });
    for (let n = 0; n < 10; n += 1) expect(await guess()).toBe('403 wrong_password');
    expect(await guess()).toBe('429 too_many_attempts');
  });

  it('are made with a password that they have to change first, and that is told once', async () => {
    const token = await tokenOf();
    const { said: answered, json: made } = await ask(token, '/v1/users', { name: ' Grace Hopper ', scopes: ['office'] });
    expect([answered, made]).toMatchObject([
      '201 ok',
      { name: 'Grace Hopper', scopes: ['office.read', 'office'], passwordIsTemporary: true },
    ]);
    const { password = '' } = made;
    expect(JSON.stringify((await ask(token, '/v1/users')).json)).not.toContain(password);
    const hers = await tokenOf({ name: 'grace hopper', password });
    expect(await said(hers, '/v1/office')).toBe('403 change_password');
    expect(await said(hers, '/v1/office/password', { current: password, next: 'a better password' })).toBe('200 ok');
    expect(await said(hers, '/v1/office')).toBe('200 ok');
    expect(await said(token, '/v1/users', { name: 'GRACE hopper', scopes: ['office'] })).toBe('409 name_taken');
  });

  it('[A1] give others only what they have, and change nobody who has more', async () => {
    const token = await tokenOf();
    const boss = await insertUser(opened.db, 'Boss', ['office', 'users', 'registers']);
    expect(await said(token, '/v1/users', { name: 'Eve', scopes: ['registers'] })).toBe('403 scope_not_yours');
    const eve = await insertUser(opened.db, 'Eve', ['office']);
    expect(await said(token, `/v1/users/${eve}/scopes`, { scopes: ['registers'] })).toBe('403 scope_not_yours');
    expect((await ask(token, `/v1/users/${eve}/scopes`, { scopes: ['settings'] })).json.scopes).toEqual(['office.read', 'settings']);
    for (const path of ['withdraw', 'reset-password', 'reset-second-factor'])
      expect(await said(token, `/v1/users/${boss}/${path}`, {})).toBe('403 scope_not_yours');
    expect(await said(token, '/v1/users/nobody/withdraw', {})).toBe('404 unknown_user');
  });

  it('change at once what somebody may do, and end at once with all their sign-ins', async () => {
    const token = await tokenOf();
    const eve = await insertUser(opened.db, 'Eve', ['office', 'settings']);
    const [hers, other] = [await insertSignIn(opened.db, eve), await insertSignIn(opened.db, eve)];
    expect(await said(hers, '/v1/settings')).toBe('200 ok');
    await ask(token, `/v1/users/${eve}/scopes`, { scopes: ['office'] });
    expect(await said(hers, '/v1/settings')).toBe('403 not_allowed');
    expect((await ask(token, `/v1/users/${eve}/withdraw`, {})).json).toMatchObject({
      id: eve,
      withdrawnAt: expect.stringMatching(/Z$/) as string,
    });
    expect([await said(hers, '/v1/office'), await said(other, '/v1/office/me')]).toEqual(['401 signed_out', '401 signed_out']);
    // The name is free again.
    expect(await said(token, '/v1/users', { name: 'Eve', scopes: ['office'] })).toBe('201 ok');
    expect(await said(token, `/v1/users/${eve}/withdraw`, {})).toBe('404 unknown_user');
  });

  it('get a new password, or lose a second factor, by somebody who manages users', async () => {
    const token = await tokenOf();
    const eve = await insertUser(opened.db, 'Eve', ['office']);
    const hers = await tokenOf({ name: 'Eve' });
    await setUp(hers);
    expect((await signIn({ name: 'Eve' })).said).toBe('401 code_needed');
    expect((await ask(token, `/v1/users/${eve}/reset-second-factor`, {})).json.secondFactor).toBe(false);
    expect(await said(hers, '/v1/office/me')).toBe('401 signed_out');
    expect((await signIn({ name: 'Eve' })).said).toBe('200 ok');
    const { json: reset } = await ask(token, `/v1/users/${eve}/reset-password`, {});
    expect((await signIn({ name: 'Eve' })).said).toBe('401 wrong_name_or_password');
    expect((await signIn({ name: 'Eve', password: reset.password ?? '' })).json.user?.duty).toBe('change_password');
  });

  it('the last one who manages users or keys stays, unless a key can do it', async () => {
    const token = await tokenOf();
    expect(await said(token, `/v1/users/${id}/withdraw`, {})).toBe('409 last_manager');
    expect(await said(token, `/v1/users/${id}/scopes`, { scopes: ['office', 'users', 'settings'] })).toBe('409 last_manager');
    await insertKey(opened.db, 'for keys', ['keys']);
    expect(await said(token, `/v1/users/${id}/scopes`, { scopes: ['office', 'users', 'settings'] })).toBe('200 ok');
    expect(await said(token, `/v1/users/${id}/withdraw`, {})).toBe('409 last_manager');
    await insertUser(opened.db, 'Boss', ['users']);
    expect(await said(token, `/v1/users/${id}/withdraw`, {})).toBe('200 ok');
    expect(await said(token, '/v1/office/me')).toBe('401 signed_out');
  });
});
