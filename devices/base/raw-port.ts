import { read, write } from 'node:fs';
import { promisify } from 'node:util';

/** A device that is open as a file of the system, without any buffer. Every method rejects once it is closed or gone. */
export interface RawPort {
  /** Waits for bytes. @returns how many there are, at least one. */
  read(into: Buffer): Promise<number>;
  write(bytes: Buffer): Promise<void>;
  /** Waits until what was written has left the machine. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

interface OpenFile {
  /** Opened without blocking. */
  readonly fd: number;
  /** Whether it has been unplugged, where nothing could be read. */
  isGone(): boolean;
  drain(): Promise<void>;
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 5;
const readSome = promisify(read);
const writeSome = promisify(write);
const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
const isBusy = (error: unknown) => ['EAGAIN', 'EINTR'].includes((error as NodeJS.ErrnoException).code ?? '');

class PortGone extends Error {}

/**
 * Reads and writes an open device file. It looks again and again, for the system's way to wait would hold a thread for each device: four
 * silent ones would stop all files of the process.
 */
export function rawPort({ fd, isGone, drain, close }: OpenFile): RawPort {
  let isOpen = true;
  const moving = new Set<Promise<unknown>>();

  /** Moves once. It is waited for before the file is closed, for its number may then be another file's. */
  async function once(move: () => Promise<number>): Promise<number | null> {
    const running = move();
    moving.add(running);
    try {
      return await running;
    } catch (error) {
      if (isBusy(error)) return null;
      throw error;
    } finally {
      moving.delete(running);
    }
  }

  /** Tries until something has moved. */
  async function tried(move: () => Promise<number>): Promise<number> {
    for (;;) {
      if (!isOpen) throw new PortGone();
      const moved = await once(move);
      if (moved === 0 && isGone()) throw new PortGone();
      if (moved !== null && moved > 0) return moved;
      await pause();
    }
  }

  return {
    read: (into) => tried(async () => (await readSome(fd, into, 0, into.length, null)).bytesRead),
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        const from = at;
        at += await tried(async () => (await writeSome(fd, bytes, from, bytes.length - from, null)).bytesWritten);
      }
    },
    drain,
    async close() {
      isOpen = false;
      await Promise.allSettled(moving);
      await close();
    },
  };
}
