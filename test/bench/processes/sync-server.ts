import { pino } from 'pino';
import { type DatabaseOptions, openDatabase } from '../../../sync-server/db/open-database.ts';
import { startServer } from '../../../sync-server/main.ts';
import { answerParent } from './answer-parent.ts';
import { heapBytes } from './memory.ts';

export interface SyncServerJob {
  readonly database: DatabaseOptions;
  /** 0 takes any free one. */
  readonly port: number;
  readonly staticDir?: string | undefined;
}

const ERROR = 50;

/** One instance of the real sync server. It answers `url`, `memory` and `errors`: the lines of its log that somebody is called for. */
answerParent<SyncServerJob>(async ({ database: options, port, staticDir }) => {
  const errors: string[] = [];
  const logger = pino(
    { level: 'error' },
    {
      write: (line: string) => void ((JSON.parse(line) as { level: number }).level >= ERROR && errors.push(line)),
    },
  );
  const database = await openDatabase(options);
  const server = await startServer({ database, host: '127.0.0.1', port, logger, staticDir });
  return {
    url: () => server.url,
    errors: () => errors,
    memory: heapBytes,
    stop: async () => {
      await server.close();
      await database.close();
    },
  };
});
