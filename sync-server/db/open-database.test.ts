import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse } from './lock-folder.ts';
import { openDatabase } from './open-database.ts';
import { transact } from './transact.ts';

let folder: string;
let other: ChildProcess | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-db-'));
});
afterEach(async () => {
  other?.kill('SIGKILL');
  other = undefined;
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** Another process that opens the folder, writes a setting, says so and stays. */
async function startOther(): Promise<ChildProcess> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const module = new URL('./open-database.ts', import.meta.url).href;
  const program = `const { db } = await (await import(${JSON.stringify(module)})).openDatabase({ dataDir: ${JSON.stringify(folder)} });
    await db.insertInto('settings').values({ key: 'kept', value: '1' }).execute(); process.stdout.write('written' +
      String.fromCharCode(10)); setInterval(() => {}, 1000);`;
  other = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (other.stdout === null) throw new Error('The other process has no output.');
  await once(createInterface(other.stdout), 'line');
  return other;
}

describe('the folder of the embedded database', () => {
  it('is open in one process only, and after a kill -9 everything that was written is there', { timeout: 90_000 }, async () => {
    const holder = await startOther();
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(FolderInUse);
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(
      /is in use by another process; stop that one, or choose another folder/,
    );
    const exit = once(holder, 'exit');
    holder.kill('SIGKILL');
    await exit;
    const { db, close } = await openDatabase({ dataDir: folder });
    expect(await db.selectFrom('settings').selectAll().execute()).toEqual([{ key: 'kept', value: 1 }]);
    const { rows } = await sql`select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method`.execute(db);
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync' }]);
    await close();
    const again = await openDatabase({ dataDir: folder });
    await again.close();
  });
});

/** What others may do with anything in the folder, as `path mode`. */
async function openToOthers(path: string): Promise<string[]> {
  const found = await stat(path);
  const inside = found.isDirectory() ? await Promise.all((await readdir(path)).map((name) => openToOthers(join(path, name)))) : [];
  return [...((found.mode & 0o077) === 0 ? [] : [`${path} ${(found.mode & 0o777).toString(8)}`]), ...inside.flat()];
}

describe('the folder of the embedded database and others', () => {
  it("is nobody else's to read or write, and one of an older version is mended", { timeout: 60_000 }, async () => {
    await chmod(folder, 0o777);
    await mkdir(join(folder, 'pglite'), { mode: 0o755 });
    await writeFile(join(folder, 'server.log'), 'old', { mode: 0o644 });
    const { db, close } = await openDatabase({ dataDir: folder });
    await db.insertInto('settings').values({ key: 'k', value: '1' }).execute();
    await sql`checkpoint`.execute(db);
    expect(await openToOthers(folder)).toEqual([]);
    await close();
  });

  it('stays with a process that was paused for longer than its lock is good for, and loses nothing', { timeout: 90_000 }, async () => {
    const holder = await startOther();
    holder.kill('SIGSTOP');
    // Nobody has kept the lock up for an hour.
    await utimes(join(folder, 'owner.lock'), Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(FolderInUse);
    const exit = once(holder, 'exit');
    holder.kill('SIGKILL');
    await exit;
    const { db, close } = await openDatabase({ dataDir: folder });
    expect(await db.selectFrom('settings').selectAll().execute()).toEqual([{ key: 'kept', value: 1 }]);
    await close();
  });

  it('is written by nobody any more who finds that another machine has taken it', { timeout: 60_000 }, async () => {
    const lost: Error[] = [];
    const { db, close } = await openDatabase({ dataDir: folder, onLost: (error) => lost.push(error) });
    await writeFile(join(folder, 'owner.json'), JSON.stringify({ pid: 1, identity: 'another machine', token: 'theirs' }));
    const write = () => db.insertInto('settings').values({ key: randomUUID(), value: '1' }).execute();
    await expect
      .poll(
        () =>
          write().then(
            () => 'written',
            () => 'refused',
          ),
        { interval: 50, timeout: 5_000 },
      )
      .toBe('refused');
    await expect(write()).rejects.toThrow();
    expect(lost.map((error) => error.message)).toEqual([
      expect.stringMatching(/^Another process has taken the data folder .* this one has stopped/),
    ]);
    await close();
    // What is theirs stays theirs.
    expect(await readFile(join(folder, 'owner.json'), 'utf8')).toContain('theirs');
  });
});

describe('a transaction', () => {
  it('is run again when the database broke it off, and gives up what it had done', { timeout: 60_000 }, async () => {
    const { db, close } = await openDatabase({});
    let attempts = 0;
    const value = await transact(db, async (tx) => {
      attempts += 1;
      await tx
        .insertInto('settings')
        .values({ key: `attempt-${attempts}`, value: '{}' })
        .execute();
      if (attempts < 3)
        await sql`do $$ begin raise exception using errcode = ${sql.lit(attempts === 1 ? '40001' : '40P01')}; end $$`.execute(tx);
      return attempts;
    });
    expect(value).toBe(3);
    expect((await db.selectFrom('settings').select('key').execute()).map((row) => row.key)).toEqual(['attempt-3']);

    const other = transact(db, async (tx) => {
      await tx.insertInto('settings').values({ key: 'lost', value: '{}' }).execute();
      await sql`select 1 / 0`.execute(tx);
    });
    await expect(other).rejects.toMatchObject({ code: '22012' });
    const swallowed = transact(db, async (tx) => {
      await tx.insertInto('settings').values({ key: 'lost', value: '{}' }).execute();
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    });
    await expect(swallowed).rejects.toThrow();
    expect(await db.selectFrom('settings').select('key').execute()).toHaveLength(1);
    await close();
    await expect(db.selectFrom('settings').select('key').execute()).rejects.toThrow();
  });
});
