import { closeSync, existsSync, fdatasyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

const line = z.strictObject({ id: z.string(), state: z.enum(['sent', 'printed']) });
export type JobState = z.infer<typeof line>['state'];

/** What became of the jobs of printers. `sent`: it left, and nobody knows more. */
export interface PrintJobs {
  stateOf(id: string): JobState | undefined;
  /** It is on the disk when this returns. */
  mark(id: string, state: JobState): void;
}

/** A busy counter prints a few hundred jobs a day. */
const MOST_KEPT = 5_000;

const say = (id: string, state: JobState) => `${JSON.stringify({ id, state })}\n`;

/** A line that a power cut has torn is left out. */
function readLines(file: string): [string, JobState][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        const { id, state } = line.parse(JSON.parse(text));
        return [[id, state]];
      } catch {
        return [];
      }
    });
}

/**
 * @param file where it is kept; in memory alone without one.
 * @param mostKept how many jobs it remembers over a restart, the newest.
 */
export function openPrintJobs(file: string | null, mostKept = MOST_KEPT): PrintJobs {
  const states = new Map<string, JobState>();
  if (file !== null && existsSync(file)) {
    for (const [id, state] of readLines(file)) states.set(id, state);
  }
  for (const id of [...states.keys()].slice(0, -mostKept)) states.delete(id);
  if (file !== null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, [...states].map(([id, state]) => say(id, state)).join(''));
    renameSync(`${file}.new`, file);
  }
  return {
    stateOf: (id) => states.get(id),
    mark(id, state) {
      states.set(id, state);
      if (file === null) return;
      const handle = openSync(file, 'a');
      try {
        writeSync(handle, say(id, state));
        fdatasyncSync(handle);
      } finally {
        closeSync(handle);
      }
    },
  };
}
