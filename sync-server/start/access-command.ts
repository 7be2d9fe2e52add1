import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { type GrantableScope, GRANTABLE_SCOPES, SCOPE_SETS } from '../../domain/access/scopes.ts';
import type { Db } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
import { PlainFailure } from './plain-failure.ts';
import { root } from './project-root.ts';

/** A command that looks into the database to see or change who may ask the server. @param address what does the same over HTTP. */
export function accessCommand(name: string, description: string, address: string): Command {
  return new Command(`npm run ${name} --`)
    .description(
      `${description} It works on the database in --data, or the one DATABASE_URL names. While a server has the embedded ` +
        `database open, ask it: ${address}, with the key of the head office.`,
    )
    .option('--data <dir>', 'the folder of the embedded database', join(root, '.outpost/data'));
}

/** Opens the database that the command names, and prints what the work gives. @throws FolderInUse */
export async function withDatabase(command: Command, work: (db: Db) => Promise<string>): Promise<void> {
  const { data } = command.opts<{ data: string }>();
  const database = await openDatabase({ databaseUrl: process.env['DATABASE_URL'] || undefined, dataDir: resolve(data) });
  try {
    process.stdout.write(`${await work(database.db)}\n`);
  } finally {
    await database.close();
  }
}

/** Rows of texts as lines, each part as wide as the widest of its column. */
export function column(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, index) => Math.max(...rows.map((row) => row[index]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Reads scopes and names of sets with commas between them. @throws PlainFailure for one that there is not. */
export function readScopes(list: string): GrantableScope[] {
  const scopes = list.split(',').flatMap((given): readonly GrantableScope[] => {
    const name = given.trim();
    const set = Object.entries(SCOPE_SETS).find(([known]) => known === name);
    if (set !== undefined) return set[1];
    const scope = GRANTABLE_SCOPES.find((known) => known === name);
    if (scope !== undefined) return [scope];
    throw new PlainFailure(`There is no scope ${name}. There are ${[...Object.keys(SCOPE_SETS), ...GRANTABLE_SCOPES].join(', ')}.`);
  });
  return [...new Set(scopes)];
}
