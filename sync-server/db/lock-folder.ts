import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';

/** How old (milliseconds) the lock of a process that ended without giving it back must be before another takes it. */
const STALE_AFTER = 5_000;

/** The folder is open in another process: two at once would lose data without a word. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`The data folder ${folder} is in use by another process; stop that one, or choose another folder with --data.`);
    this.name = 'FolderInUse';
  }
}

/** Whether the process that wrote its id into the folder still runs on this machine. */
async function ownerRuns(pidFile: string): Promise<boolean> {
  try {
    const pid = Number(await readFile(pidFile, 'utf8'));
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes the folder where it is missing, and takes it for this process alone. After a kill -9 the lock that was left
 * behind is waited out; a process that runs is never waited for.
 * @returns a function that gives the folder back.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const pidFile = join(folder, 'owner.pid');
  const take = (retries: number): Promise<() => Promise<void>> =>
    lock(folder, {
      lockfilePath: join(folder, 'owner.lock'),
      stale: STALE_AFTER,
      update: STALE_AFTER / 4,
      retries: { retries, factor: 1, minTimeout: 250 },
      onCompromised: onLost,
    });
  let release: () => Promise<void>;
  try {
    release = await take(0).catch(async (error: unknown) => {
      if (await ownerRuns(pidFile)) throw error;
      return take((2 * STALE_AFTER) / 250);
    });
  } catch (error) {
    if ((error as { code?: string }).code === 'ELOCKED') throw new FolderInUse(folder);
    throw error;
  }
  await writeFile(pidFile, String(process.pid));
  return release;
}
