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
  let writing = false;

  async function write(name: string, value: unknown): Promise<void> {
    await collection.upsert({ id: name, body: JSON.stringify(value) });
  }

  async function drain(): Promise<void> {
    if (writing) return;
    writing = true;
    try {
      for (let next = waiting.entries().next(); !next.done; next = waiting.entries().next()) {
        const [name, value] = next.value;
        waiting.delete(name);
        await write(name, value);
      }
    } catch (error) {
      onError(error);
    } finally {
      writing = false;
    }
  }

  return {
    async read(name) {
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
