import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { mkdtemp, rm } from 'node:fs/promises';
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
    await db.insertInto('settings').values({ key: 'kept', value: '1' }).execute(); process.stdout.write('written' + String.fromCharCode(10)); setInterval(() => {}, 1000);`;
  other = spawn(process.execPath, ['--import', tsx, '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (other.stdout === null) throw new Error('The other process has no output.');
  await once(createInterface(other.stdout), 'line');
  return other;
}

describe('the folder of the embedded database', () => {
  it('is open in one process only, and after a kill -9 everything that was written is there', { timeout: 90_000 }, async () => {
    const holder = await startOther();
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(FolderInUse);
    await expect(openDatabase({ dataDir: folder })).rejects.toThrow(/is in use by another process; stop that one, or choose another folder/);
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

describe('a transaction', () => {
  it('is run again when the database broke it off, and gives up what it had done', { timeout: 60_000 }, async () => {
    const { db, close } = await openDatabase({});
    let attempts = 0;
    const value = await transact(db, async (tx) => {
      attempts += 1;
      await tx.insertInto('settings').values({ key: `attempt-${attempts}`, value: '{}' }).execute();
      if (attempts < 3) await sql`do $$ begin raise exception using errcode = ${sql.lit(attempts === 1 ? '40001' : '40P01')}; end $$`.execute(tx);
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
