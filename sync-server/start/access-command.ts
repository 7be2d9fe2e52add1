import { Command } from 'commander';
import { join, resolve } from 'node:path';
import type { Db } from '../db/database.ts';
import { openDatabase } from '../db/open-database.ts';
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
