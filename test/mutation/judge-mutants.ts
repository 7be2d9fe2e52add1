import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MutantJob, MutantMessage } from './run-mutants.ts';

export type Verdict = 'killed' | 'survived' | 'not reached' | 'timed out';

const PROGRAM = fileURLToPath(new URL('run-mutants.ts', import.meta.url));
/** How long the tests of one mutant may take before it counts as noticed. */
const LONGEST_MS = 180_000;

/** Ends a process with all that it has started. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Who is told on the way. */
interface Listener {
  /** How many mutants have been judged. */
  judged(count: number): void;
  /** Test files that fail without any mutant, and judge none. */
  broken(files: readonly string[]): void;
}

/** Runs one process until it has judged all it was given, or a mutant takes too long. */
function judgeSome(job: MutantJob, verdicts: Map<number, Verdict>, { judged, broken }: Listener): Promise<MutantJob['plan']> {
  return new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), 'outpost-mutants-job-'));
    const file = join(folder, 'job.json');
    writeFileSync(file, JSON.stringify(job));
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, file], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // A group of its own, so that a mutant that never ends takes its test processes with it.
      detached: true,
      env: { ...process.env, OUTPOST_TEST_POSTGRES: 'none' },
    });
    const end = (): void => killGroup(child);
    process.on('exit', end);
    let { plan } = job;
    let timer: NodeJS.Timeout | undefined;
    child.on('message', (message: MutantMessage) => {
      clearTimeout(timer);
      if ('plan' in message) ({ plan } = message);
      else if ('broken' in message) broken(message.broken);
      else if ('id' in message) {
        verdicts.set(message.id, message.outcome);
        judged(verdicts.size);
      } else {
        timer = setTimeout(() => {
          verdicts.set(message.begun, 'timed out');
          end();
        }, LONGEST_MS);
      }
    });
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(timer);
      process.off('exit', end);
      killGroup(child);
      rmSync(folder, { recursive: true, force: true });
      resolve(plan);
    });
  });
}

/** Finds out which mutants some test notices. */
export async function judgeMutants(job: MutantJob, listener: Listener): Promise<ReadonlyMap<number, Verdict>> {
  const verdicts = new Map<number, Verdict>();
  let { plan } = job;
  let left = job.ids;
  while (left.length > 0) {
    plan = await judgeSome({ ...job, ids: left, ...(plan === undefined ? {} : { plan }) }, verdicts, listener);
    const still = job.ids.filter((id) => !verdicts.has(id));
    if (still.length === left.length) throw new Error('The tests of the mutants ended before their time.');
    left = still;
  }
  return verdicts;
}
