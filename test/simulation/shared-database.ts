import { readFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { PGliteLike } from '../../sync-server/db/pglite-dialect.ts';
import { prepareStatements } from '../../sync-server/db/prepared-statements.mjs';

const INT8 = 20;
/** More than all servers and auditors have. */
const MOST_PREPARED = 1_000;

type Transact = PGliteLike['transaction'];

/**
 * The one database of a world, in this very thread and in memory, so that nothing but the world's own clock moves it. All servers
 * share it, each transaction or single statement in its turn. It is never closed: a server that died in a transaction would be waited for.
 * @param template a file with the dump that it begins from.
 */
export async function openSharedDatabase(template: string): Promise<PGliteLike> {
  const pglite = await PGlite.create({ loadDataDir: new Blob([await readFile(template)]), parsers: { [INT8]: Number } });
  await pglite.exec('set synchronous_commit = off');
  const statements = prepareStatements(pglite, MOST_PREPARED);
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  const ask = async <T>(text: string, parameters: unknown[] = []) => {
    const { rows, affectedRows } = await statements.query(text, parameters);
    return { rows: rows as T[], affectedRows };
  };

  const transaction: Transact = (work) =>
    inTurn(async () => {
      await ask('begin');
      try {
        const value = await work({ query: ask });
        await ask('commit');
        return value;
      } catch (error) {
        await ask('rollback');
        throw error;
      }
    });

  return {
    closed: false,
    waitReady: Promise.resolve(),
    close: () => Promise.resolve(),
    query: (text, parameters) => inTurn(() => ask(text, parameters)),
    transaction,
  };
}
