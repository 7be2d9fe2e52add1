import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null in a run without PostgreSQL. */
    postgresUrl: string | null;
  }
}

/** Gives all contract tests one PostgreSQL; `createDatabase` of test-database.ts gives each file its own database on it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env['OUTPOST_TEST_POSTGRES'] === 'none') {
    project.provide('postgresUrl', null);
    process.stdout.write('PostgreSQL is left out: these suites run on PGlite alone.\n');
    return () => Promise.resolve();
  }
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
