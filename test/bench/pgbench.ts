import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findPostgres } from '../tools/postgres-binaries.ts';

const run = promisify(execFile);
const CLIENTS = 8;
const SECONDS = 5;

/** pgbench's own transaction (TPC-B) on a database of a running PostgreSQL. */
export interface Pgbench {
  /** @returns transactions a second, over a few seconds. */
  measure(): Promise<number>;
}

/** Gets pgbench ready; null where the PostgreSQL of this machine comes without it. @param databaseUrl of an empty database. */
export async function preparePgbench(databaseUrl: string): Promise<Pgbench | null> {
  const source = findPostgres();
  const program = source.kind === 'system' ? join(source.bin, process.platform === 'win32' ? 'pgbench.exe' : 'pgbench') : '';
  if (!existsSync(program)) return null;
  const { hostname, port, username, pathname } = new URL(databaseUrl);
  const where = ['-h', hostname, '-p', port, '-U', username];
  await run(program, [...where, '-i', '-q', '-s', '10', pathname.slice(1)]);
  return {
    async measure() {
      const { stdout } = await run(program, [...where, '-c', String(CLIENTS), '-j', '2', '-T', String(SECONDS), pathname.slice(1)]);
      const found = /^tps = ([\d.]+)/m.exec(stdout)?.[1];
      if (found === undefined) throw new Error(`pgbench said nothing of its speed: ${stdout}`);
      return Number(found);
    },
  };
}
