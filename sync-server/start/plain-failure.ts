import { FolderInUse } from '../db/lock-folder.ts';
import { DatabaseIsNewer } from '../db/migrate.ts';

/** Something a person can put right: it is said in one sentence, without a stack. */
export class PlainFailure extends Error {}

interface Coded {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly Coded[];
}

/** The sentence for what a person can put right; null for what is a fault of the program. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof PlainFailure || error instanceof FolderInUse || error instanceof DatabaseIsNewer) return error.message;
  const { code, errors, message } = (error ?? {}) as Coded;
  const reason = code ?? errors?.[0]?.code;
  switch (reason) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `The database that DATABASE_URL names cannot be reached (${reason}); check the address, and that PostgreSQL runs.`;
    case '57P03':
    case '53300':
      return `The database that DATABASE_URL names takes no connection now: ${String(message)}; try again in a moment.`;
    case '28P01':
    case '28000':
    case '3D000':
      return `The database that DATABASE_URL names does not let us in: ${String(message)}.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The data folder cannot be written (${String(message)}); choose another with --data.`;
    case 'ENOSPC':
      return 'The disk is full; make room, or choose another data folder with --data.';
    default:
      return null;
  }
}

/** Ends the process with one sentence where a person can put it right, else with the whole error. Exit code 1. */
export function endWith(error: unknown): never {
  process.stderr.write(`${sentenceFor(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  process.exit(1);
}
