const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The server shuts down, crashes, starts, is full, is a stand-by, or gave the connection up. */
const SQLSTATE = /^(08...|57P0[1235]|53300|25006|25P03)$/;

/** What the driver says without a code. */
const SENTENCE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

interface Coded {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly errors?: readonly unknown[];
}

/**
 * Whether an error says that the database cannot be asked now, rather than that it was asked something wrong. What was
 * under way has happened whole or not at all; nobody can tell which, so that only what may happen twice is tried again.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message, errors } = error as Coded;
  if (typeof code === 'string' && (NETWORK.has(code) || SQLSTATE.test(code))) return true;
  if (typeof message === 'string' && SENTENCE.test(message)) return true;
  return errors?.some(isDatabaseAway) ?? false;
}
