import { z } from 'zod';
import { tillChange } from '../../../domain/customers/change-customer.ts';
import { customer } from '../../../domain/customers/customer.ts';
import type { DeviceNotes } from '../../storage/device-notes.ts';

const entry = z.strictObject({
  change: tillChange,
  /** Of a customer of another store: what the server told of them, until the replica holds them. */
  profile: customer.nullable(),
  /** The change number of the store at which the server has it; null while it has not. */
  reached: z.number().int().nullable(),
  /** The server does not understand it. It stays here, and holds up no other. */
  isRefused: z.boolean(),
});

/** A change that the replica does not hold yet. */
export type OutboxEntry = z.infer<typeof entry>;

/** What was said of customers here, and is not in the replica yet. It outlives the app. */
export interface CustomerOutbox {
  /** In the order in which they were made; the same list until something changes. */
  readonly entries: readonly OutboxEntry[];
  /** Changes what is kept; resolves when it is durable. Rejects when the disk cannot take it: then nothing has changed. */
  update(change: (entries: readonly OutboxEntry[]) => readonly OutboxEntry[]): Promise<void>;
}

/**
 * Opens what an earlier run of the app has kept. What cannot be read is left out. It is kept for the store: a register
 * that is enrolled on this device in place of one that was shut out sends what that one could not.
 * @param onChange called after each change.
 */
export async function openCustomerOutbox(notes: DeviceNotes, storeId: string, onChange: () => void): Promise<CustomerOutbox> {
  const name = `customers:${storeId}`;
  const kept = z.array(z.unknown()).safeParse(await notes.read(name));
  let entries: readonly OutboxEntry[] = (kept.data ?? []).flatMap((one) => entry.safeParse(one).data ?? []);
  let last: Promise<unknown> = Promise.resolve();
  return {
    get entries() {
      return entries;
    },
    update(change) {
      const written = last.then(async () => {
        const after = change(entries);
        if (after === entries) return;
        await notes.write(name, after);
        entries = after;
        onChange();
      });
      last = written.catch(() => undefined);
      return written;
    },
  };
}
