import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TillChange } from '../../../domain/customers/change-customer.ts';
import type { CustomerChangesTaken } from '../../../domain/customers/customer-protocol.ts';
import { memoryDisk } from '../../../test/support/memory-databases.ts';
import { ServerRefused, ServerUnreachable } from '../../base/http-client.ts';
import type { Loop } from '../../base/keep-trying.ts';
import { deviceNotes } from '../../storage/device-notes.ts';
import { type CustomerOutbox, openCustomerOutbox, type OutboxEntry } from './customer-outbox.ts';
import { startSendingCustomers } from './send-customers.ts';

const entryOf = (customerId: string, name = 'Sample'): OutboxEntry => ({
  change: { customerId, at: '2026-03-02T10:00:00.000Z', fields: { name } },
  profile: null,
  reached: null,
  isRefused: false,
});

const loops: Loop[] = [];
const open = new Set<{ close(): Promise<void> }>();
afterEach(async () => {
  loops.splice(0).forEach((loop) => loop.stop());
  for (const one of open) await one.close();
  open.clear();
});

/** An outbox with changes of these customers, on a disk that outlives it. */
async function outboxOf(ids: readonly string[], disk = memoryDisk()) {
  const databases = await disk.open('R1');
  open.add(databases);
  const notes = deviceNotes(databases.device, () => undefined);
  const outbox = await openCustomerOutbox(notes, 'R1', () => undefined);
  if (ids.length > 0) await outbox.update((entries) => [...entries, ...ids.map((id) => entryOf(id))]);
  return { outbox, notes, reopen: async () => (open.delete(databases), await databases.close(), outboxOf([], disk)) };
}

function sending(outbox: CustomerOutbox, saveCustomers: (changes: readonly TillChange[]) => Promise<CustomerChangesTaken>) {
  const onError = vi.fn();
  loops.push(
    startSendingCustomers({ outbox, client: { saveCustomers }, storeId: 'S1', onSent: () => undefined, onError, random: () => 0 }),
  );
  return onError;
}

const taken = (erased: string[] = []): Promise<CustomerChangesTaken> => Promise.resolve({ reached: { 'store:S1': 7 }, erased });
const states = ({ entries }: CustomerOutbox) => entries.map(({ change, reached, isRefused }) => [change.customerId, reached, isRefused]);

describe('what was said of customers', () => {
  it('is kept until the server has it, and after that until the replica has', async () => {
    const { outbox, reopen } = await outboxOf(['C1', 'C2']);
    let tries = 0;
    sending(outbox, () => ((tries += 1), tries < 2 ? Promise.reject(new ServerUnreachable('No network.')) : taken()));
    await vi.waitFor(() =>
      expect(states(outbox)).toEqual([
        ['C1', 7, false],
        ['C2', 7, false],
      ]),
    );
    expect(states((await reopen()).outbox)).toEqual([
      ['C1', 7, false],
      ['C2', 7, false],
    ]);
  });

  it('[J6] that the server does not understand holds up no other, and stays on the device', async () => {
    const { outbox, reopen } = await outboxOf(['C1', 'BAD', 'C2']);
    const onError = sending(outbox, (changes) =>
      changes.some(({ customerId }) => customerId === 'BAD') ? Promise.reject(new ServerRefused(400, 'bad_request', 'What?')) : taken(),
    );
    const after = [
      ['C1', 7, false],
      ['BAD', null, true],
      ['C2', 7, false],
    ];
    await vi.waitFor(() => expect(states(outbox)).toEqual(after));
    expect(onError).toHaveBeenCalledTimes(1);
    expect(states((await reopen()).outbox)).toEqual(after);
  });

  it('[A2] of somebody who was erased is kept no longer', async () => {
    const { outbox, reopen } = await outboxOf(['C1', 'C2']);
    sending(outbox, () => taken(['C1']));
    await vi.waitFor(() => expect(states(outbox)).toEqual([['C2', 7, false]]));
    expect(states((await reopen()).outbox)).toEqual([['C2', 7, false]]);
  });

  it('while a change travels, what is said next is sent after it', async () => {
    const { outbox } = await outboxOf(['C1']);
    const sent: string[][] = [];
    sending(outbox, async (changes) => {
      sent.push(changes.map(({ customerId }) => customerId));
      if (sent.length === 1) await outbox.update((entries) => [...entries, entryOf('C2')]);
      return taken();
    });
    await vi.waitFor(() =>
      expect(states(outbox)).toEqual([
        ['C1', 7, false],
        ['C2', 7, false],
      ]),
    );
    expect(sent).toEqual([['C1'], ['C2']]);
  });

  it('is left as it was where the disk does not take it', async () => {
    const { outbox, notes } = await outboxOf(['C1']);
    vi.spyOn(notes, 'write').mockRejectedValueOnce(new Error('QuotaExceeded'));
    await expect(outbox.update((entries) => [...entries, entryOf('C2')])).rejects.toThrow('QuotaExceeded');
    expect(states(outbox)).toEqual([['C1', null, false]]);
    await outbox.update((entries) => [...entries, entryOf('C3')]);
    expect(states(outbox).map(([id]) => id)).toEqual(['C1', 'C3']);
  });
});
