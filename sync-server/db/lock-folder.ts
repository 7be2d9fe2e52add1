import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import { replaceFile } from '../base/replace-file.ts';
import { makePrivate } from './private-files.ts';

/** How old (milliseconds) the lock of a process that ended without giving it back must be before another takes it. */
const STALE_AFTER = 5_000;

/** The folder is open in another process: two at once would lose data without a word. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`The data folder ${folder} is in use by another process; stop that one, or choose another folder with --data.`);
    this.name = 'FolderInUse';
  }
}

/** Somebody else took the folder while this process was paused for very long: it must not write any more. */
export class FolderLost extends Error {
  constructor(folder: string) {
    super(
      `Another process has taken the data folder ${folder} while this one was paused; this one has stopped and has written nothing since.`,
    );
    this.name = 'FolderLost';
  }
}

/** A file and what it says as long as the folder is ours. Whoever writes looks there first. */
export interface Fence {
  readonly file: string;
  readonly text: string;
}

export interface LockedFolder {
  readonly fence: Fence;
  /** Gives the folder back. */
  release(): Promise<void>;
}

const owner = z.object({
  pid: z.number().int(),
  /** Tells the process from a later one with the same id; null where the system does not say. */
  identity: z.string().nullable(),
});

/**
 * What tells a running process from every other that has, had or will have its id: the boot of the machine and the
 * moment of its start. Null when there is none, when it has ended and nobody has noticed, or when the system (other
 * than Linux) does not say.
 */
async function identityOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything in brackets: the state, and as the 20th field the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : `${boot.trim()} ${pid} ${fields[19] ?? ''}`;
  } catch {
    return null;
  }
}

async function readOwner(file: string): Promise<z.infer<typeof owner> | null> {
  const parsed = owner.safeParse(
    await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => null),
  );
  return parsed.success ? parsed.data : null;
}

/** Whether the process that had the folder last still runs on this machine, even stopped or paused. */
async function ownerIsThere(file: string): Promise<boolean> {
  const last = await readOwner(file);
  if (last?.identity == null || last.pid === process.pid) return false;
  return (await identityOf(last.pid)) === last.identity;
}

/** Whether some process has the id of the last owner: where the system tells no more than that. */
async function ownerMayBeThere(file: string): Promise<boolean> {
  const last = await readOwner(file);
  if (last === null) return false;
  if (last.identity !== null) return ownerIsThere(file);
  try {
    process.kill(last.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Makes the folder where it is missing, and takes it for this process alone. After a kill -9 the lock that was left
 * behind is waited out. A process that is there keeps the folder however long it was paused; one on another machine or in
 * another container loses it when it is silent for too long, and finds the fence changed.
 * @param onLost told when somebody else has the folder: nothing may be written from then on.
 * @throws FolderInUse
 */
export async function lockFolder(folder: string, onLost: (error: FolderLost) => void): Promise<LockedFolder> {
  await makePrivate(folder);
  const file = join(folder, 'owner.json');
  const take = (retries: number): Promise<() => Promise<void>> =>
    lock(folder, {
      lockfilePath: join(folder, 'owner.lock'),
      stale: STALE_AFTER,
      update: STALE_AFTER / 4,
      retries: { retries, factor: 1, minTimeout: 250 },
      onCompromised: () => onLost(new FolderLost(folder)),
    });
  let unlock: () => Promise<void>;
  try {
    if (await ownerIsThere(file)) throw new FolderInUse(folder);
    unlock = await take(0).catch(async (error: unknown) => {
      if ((error as { code?: string }).code !== 'ELOCKED' || (await ownerMayBeThere(file))) throw error;
      return take((2 * STALE_AFTER) / 250);
    });
  } catch (error) {
    if ((error as { code?: string }).code === 'ELOCKED') throw new FolderInUse(folder);
    throw error;
  }
  const text = JSON.stringify({ pid: process.pid, identity: await identityOf(process.pid), token: randomUUID() });
  await replaceFile(file, text);
  return {
    fence: { file, text },
    release: async () => {
      await rm(file, { force: true });
      await unlock();
    },
  };
}
