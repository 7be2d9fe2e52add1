import { pbkdf2Sync } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Associate } from '../../domain/associates/associate.ts';
import type { AssociatePage, AssociateWithBadge, AssociateWithPin, ListedAssociate } from '../../domain/associates/associate-protocol.ts';
import type { ActionPage } from '../../domain/access/access-protocol.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const opens = ({ salt, iterations, hash }: Associate['pin'], pin: string): boolean =>
  pbkdf2Sync(pin, Buffer.from(salt, 'hex'), iterations, 32, 'sha256').toString('hex') === hash;

describe.each(databases)('people in the stores, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'head office', ['people', 'actions']);
    await db.deleteFrom('associates').execute();
  });

  const ask = async <T = ListedAssociate>(path: string, body?: object): Promise<T> => {
    const response = await fetch(`${server.url}/v1/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as T & { error?: { code: string } };
    if (!response.ok) throw new Error(answer.error?.code);
    return answer;
  };
  const add = (name: string, storeId = 'S1', role = 'associate') => ask<AssociateWithPin>('associates', { storeId, name, role });
  const list = async (query = '') => (await ask<AssociatePage>(`associates${query}`)).items.map(({ name }) => name);
  /** Whom a register knows once it has pulled. */
  const known = async (replica: Replica, of: Enrolled = register): Promise<Map<string, Associate>> => {
    const { documents } = await pullAll(db, of, replica);
    const found = [...documents].filter(([id]) => id.split(' ')[1] === 'associate').map(([, body]) => body as Associate);
    return new Map(found.map((one) => [one.id, one]));
  };
  const emptyReplica = (): Replica => ({ documents: new Map(), seen: [], checkpoint: {}, appliedSeq: 0 });

  it('[A1] are added with a PIN that the server makes and tells once, and arrive at the registers of their store', async () => {
    const { pin, ...ann } = await add('Ann', 'S1', 'senior');
    expect(ann).toEqual({ id: ann.id, storeId: 'S1', storeName: 'Store 1', name: 'Ann', role: 'senior', state: 'active', hasBadge: false });
    expect(pin).toMatch(/^\d{6}$/);
    const here = (await known(emptyReplica())).get(ann.id);
    expect(here).toMatchObject({ name: 'Ann', role: 'senior', storeId: 'S1' });
    expect(here !== undefined && opens(here.pin, pin)).toBe(true);
    expect(JSON.stringify(await ask('associates'))).not.toContain(pin);
    expect((await known(emptyReplica(), await enrol(db, 'S2'))).size).toBe(0);
    await expect(add('Bob', 'nowhere')).rejects.toThrow('unknown_store');
    await expect(add('Bob', 'S1', 'chief')).rejects.toThrow('bad_request');
    await expect(add('  ')).rejects.toThrow('bad_request');
  });

  it('[A1] who is blocked leaves the registers, PIN and all, and comes back when unblocked', async () => {
    const { id, pin } = await add('Ann');
    const replica = emptyReplica();
    expect((await known(replica)).has(id)).toBe(true);
    expect((await ask(`associates/${id}/block`, {})).state).toBe('blocked');
    expect((await known(replica)).has(id)).toBe(false);
    expect((await known(emptyReplica())).has(id)).toBe(false);
    await ask(`associates/${id}/change`, { role: 'manager' });
    expect((await known(replica)).has(id)).toBe(false);
    expect(await list()).toEqual(['Ann']);
    expect((await ask(`associates/${id}/unblock`, {})).state).toBe('active');
    const again = (await known(replica)).get(id);
    expect(again?.role).toBe('manager');
    expect(again !== undefined && opens(again.pin, pin)).toBe(true);
  });

  it('[A1] a new PIN ends the old one, also of somebody who is blocked', async () => {
    const { id, pin } = await add('Ann');
    await ask(`associates/${id}/block`, {});
    const { pin: next } = await ask<AssociateWithPin>(`associates/${id}/reset-pin`, {});
    const replica = emptyReplica();
    expect((await known(replica)).has(id)).toBe(false);
    await ask(`associates/${id}/unblock`, {});
    const now = (await known(replica)).get(id);
    expect(now !== undefined && [opens(now.pin, pin), opens(now.pin, next)]).toEqual([false, true]);
  });

  it('[A1] have a badge that the server makes and tells once, until it is replaced or withdrawn', async () => {
    const { id } = await add('Ann');
    const replica = emptyReplica();
    expect((await known(replica)).get(id)?.badge).toBeNull();
    const { badge: first } = await ask<AssociateWithBadge>(`associates/${id}/make-badge`, {});
    const { badge: second, hasBadge } = await ask<AssociateWithBadge>(`associates/${id}/make-badge`, {});
    expect(hasBadge).toBe(true);
    const stored = (await known(replica)).get(id)?.badge;
    const [old, next] = [first, second].map((code) => ({ selector: code.slice(4, 12), secret: code.slice(12) }));
    expect([first.slice(0, 4), first.length, first === second]).toEqual(['OPB1', 36, false]);
    expect(stored?.selector).toBe(next?.selector);
    expect([old, next].map((one) => stored != null && opens(stored.secret, one?.secret ?? ''))).toEqual([false, true]);
    expect(JSON.stringify([await ask('associates'), await ask('actions'), stored])).not.toContain(next?.secret);
    expect((await ask(`associates/${id}/withdraw-badge`, {})).hasBadge).toBe(false);
    expect((await ask(`associates/${id}/withdraw-badge`, {})).hasBadge).toBe(false);
    expect((await known(replica)).get(id)?.badge).toBeNull();
    await ask(`associates/${id}/make-badge`, {});
    expect((await ask(`associates/${id}/remove`, {})).hasBadge).toBe(false);
    const { items } = await ask<ActionPage>('actions');
    expect(
      items
        .map(({ action }) => action)
        .reverse()
        .slice(1),
    ).toEqual(['associate.make_badge', 'associate.make_badge', 'associate.withdraw_badge', 'associate.make_badge', 'associate.remove']);
  });

  it('move to another store: the registers of the old one forget them', async () => {
    const { id } = await add('Ann');
    const there = await enrol(db, 'S2');
    const [old, next] = [emptyReplica(), emptyReplica()];
    expect([(await known(old)).has(id), (await known(next, there)).has(id)]).toEqual([true, false]);
    await ask(`associates/${id}/change`, { storeId: 'S2' });
    expect([(await known(old)).has(id), (await known(next, there)).get(id)?.storeId]).toEqual([false, 'S2']);
    await expect(ask(`associates/${id}/change`, { storeId: 'nowhere' })).rejects.toThrow('unknown_store');
  });

  it('[A1] who is removed stays so, has no PIN any more, and what they did is of somebody known', async () => {
    const { id } = await add('Ann');
    expect((await ask(`associates/${id}/remove`, {})).state).toBe('removed');
    expect((await ask(`associates/${id}/remove`, {})).state).toBe('removed');
    for (const step of ['block', 'unblock', 'change', 'reset-pin', 'make-badge', 'withdraw-badge'])
      await expect(ask(`associates/${id}/${step}`, {})).rejects.toThrow('associate_removed');
    expect((await known(emptyReplica())).has(id)).toBe(false);
    const { rows } = await sql<{ pin: unknown }>`select pin from associates where id = ${id}`.execute(db);
    expect(rows).toEqual([{ pin: null }]);
    await push(db, register, [{ ...register.journal.openShift(), associateId: id }]);
    const { rows: doubts } = await sql`select id from exceptions where kind = 'unknown_associate' and body::text like ${`%${id}%`}`.execute(
      db,
    );
    expect(doubts).toEqual([]);
    expect([await list(), await list('?state=removed')]).toEqual([[], ['Ann']]);
  });

  it('are listed by name, a page at a time, of one store and by a part of the name', async () => {
    for (const name of ['Dora', 'Ann', 'Ann', 'Cy_d', 'Bob']) await add(name);
    await add('Eve', 'S2');
    expect(await list()).toEqual(['Ann', 'Ann', 'Bob', 'Cy_d', 'Dora', 'Eve']);
    expect([await list('?store=S2'), await list('?search=AN'), await list('?search=_')]).toEqual([['Eve'], ['Ann', 'Ann'], ['Cy_d']]);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page: AssociatePage = await ask(`associates?limit=1${after === '' ? '' : `&after=${after}`}`);
      seen.push(...page.items.map(({ id }) => id));
      after = page.next;
    }
    expect([seen.length, new Set(seen).size]).toEqual([6, 6]);
  });

  it('[A1] every step is in the log, by ids and codes; what changes nothing is not', async () => {
    const { id } = await add('Ann', 'S1', 'picker');
    await ask(`associates/${id}/change`, { name: 'Anna', role: 'senior' });
    await ask(`associates/${id}/change`, { name: 'Anna' });
    for (const step of ['block', 'block', 'unblock', 'unblock', 'reset-pin', 'remove', 'remove']) await ask(`associates/${id}/${step}`, {});
    const { items } = await ask<ActionPage>('actions');
    expect(items.map(({ action, subject, before, after }) => [action, subject === id, before, after])).toEqual([
      ['associate.remove', true, { state: 'active' }, { state: 'removed' }],
      ['associate.reset_pin', true, null, null],
      ['associate.unblock', true, { state: 'blocked' }, { state: 'active' }],
      ['associate.block', true, { state: 'active' }, { state: 'blocked' }],
      ['associate.change', true, { storeId: 'S1', role: 'picker' }, { storeId: 'S1', role: 'senior', renamed: true }],
      ['associate.add', true, null, { storeId: 'S1', role: 'picker' }],
    ]);
    expect(new Set(items.map(({ subjectName }) => subjectName))).toEqual(new Set(['Anna']));
    await expect(ask('associates/nobody/block', {})).rejects.toThrow('unknown_associate');
  });
});
