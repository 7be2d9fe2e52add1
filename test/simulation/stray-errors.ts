import { inspect } from 'node:util';
import { Crashed } from './machine.ts';

let report: ((text: string) => void) | null = null;

/** Code of a dead process that nobody waits for any more may fail, even after its world; nothing else may. */
function noticeStray(error: unknown): void {
  if (error instanceof Crashed) return;
  const text = `unhandled: ${inspect(error)}`;
  if (report === null) throw new Error(text);
  report(text);
}

process.on('unhandledRejection', noticeStray);
process.on('uncaughtException', noticeStray);

/**
 * Reports errors that no code of the running world catches. Outside a world such an error ends the process.
 * @returns a function that ends this.
 */
export function watchStrayErrors(onError: (text: string) => void): () => void {
  report = onError;
  return () => {
    report = null;
  };
}
