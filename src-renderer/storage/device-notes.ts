import type { DeviceCollections } from './register-database.ts';

/** Small things that the device keeps for itself, each a JSON value under a name. */
export interface DeviceNotes {
  read(name: string): Promise<unknown>;
  write(name: string, value: unknown): Promise<void>;
  /** Writes behind: only the newest value of a name is written, and nobody waits for it. */
  writeBehind(name: string, value: unknown): void;
}

export function deviceNotes(collection: DeviceCollections['device'], onError: (error: unknown) => void): DeviceNotes {
  const waiting = new Map<string, unknown>();
  /** What is being written behind now. */
  let writing: readonly [name: string, value: unknown] | null = null;

  async function write(name: string, value: unknown): Promise<void> {
    await collection.upsert({ id: name, body: JSON.stringify(value) });
  }

  async function drain(): Promise<void> {
    if (writing !== null) return;
    try {
      for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
        const [name, value] = next.value;
        writing = next.value;
        waiting.delete(name);
        await write(name, value);
      }
    } catch (error) {
      onError(error);
    } finally {
      writing = null;
    }
  }

  return {
    async read(name) {
      // What was written behind a moment ago is what there is, also before it has arrived on the disk.
      if (waiting.has(name)) return waiting.get(name);
      if (writing?.[0] === name) return writing[1];
      const entry = await collection.findOne(name).exec();
      return entry === null ? undefined : (JSON.parse(entry.body) as unknown);
    },
    write,
    writeBehind(name, value) {
      waiting.set(name, value);
      void drain();
    },
  };
}
