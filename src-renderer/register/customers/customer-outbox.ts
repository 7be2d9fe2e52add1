import { z } from 'zod';
import { tillChange } from '../../../domain/customers/change-customer.ts';
import { customer } from '../../../domain/customers/customer.ts';
import type { DeviceNotes } from '../../storage/device-notes.ts';
import { type KeptList, openKeptList } from '../../storage/kept-list.ts';

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
export type CustomerOutbox = KeptList<OutboxEntry>;

/**
 * Opens what an earlier run of the app has kept. It is kept for the store: a register that is enrolled on this device in place of one
 * that was shut out sends what that one could not.
 * @param onChange called after each change.
 */
export function openCustomerOutbox(notes: DeviceNotes, storeId: string, onChange: () => void): Promise<CustomerOutbox> {
  return openKeptList(notes, `customers:${storeId}`, entry, onChange);
}
