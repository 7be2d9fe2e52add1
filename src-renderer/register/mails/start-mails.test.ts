import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { accept, refuse } from '../../../domain/base/result.ts';
import type { MailRecipient } from '../../../domain/mail/mail-protocol.ts';
import { memoryDisk } from '../../../test/support/memory-databases.ts';
import { ServerRefused, ServerUnreachable } from '../../base/http-client.ts';
import type { SyncState } from '../../kit/register-services.ts';
import { deviceNotes } from '../../storage/device-notes.ts';
import type { ConnectionState } from '../../sync/connection-state.ts';
import { type RunningMails, startMails } from './start-mails.ts';

const ANA = 'ana@example.com';

const running = new Set<{ stop(): void | Promise<void> }>();
afterEach(async () => {
  for (const one of running) await one.stop();
  running.clear();
});

type Recording = Parameters<RunningMails['mails']['send']>[1];

interface Given {
  readonly disk?: ReturnType<typeof memoryDisk>;
  readonly tell: (recipients: readonly MailRecipient[]) => Promise<void>;
  readonly record?: Recording;
}

/** A register that asks for mails, on a disk that outlives it. */
async function start({ disk = memoryDisk(), tell, record = () => Promise.resolve(accept({})) }: Given) {
  const databases = await disk.open('R1');
  const state = createStore(() => ({ connection: { status: 'online', since: 0 } }) as SyncState);
  const onError = vi.fn();
  const { mails, stop }: RunningMails = await startMails({
    identity: { registerId: 'R1', storeId: 'S1', storeName: 'One', prefix: 'A1' },
    notes: deviceNotes(databases.device, () => undefined),
    client: { tellMailAddresses: tell } as never,
    link: { state } as unknown as ConnectionState,
    random: () => 0,
    onError,
  });
  const end = { stop: () => (running.delete(end), stop(), databases.close()) };
  running.add(end);
  const send = (mailId: string) => mails.send({ mailId, address: ANA }, record);
  return { mails, send, stop: end.stop, onError, disk };
}

describe('a receipt by mail', () => {
  it('is recorded, and its address is told to the server and then forgotten here', async () => {
    const told: (readonly MailRecipient[])[] = [];
    const record = vi.fn<Recording>(() => Promise.resolve(accept({})));
    const { mails, send } = await start({ tell: (recipients) => (told.push(recipients), Promise.resolve()), record });
    expect(await send('M1')).toEqual(accept(null));
    await vi.waitFor(() => expect(told).toEqual([[{ mailId: 'M1', address: ANA }]]));
    await vi.waitFor(() => expect([...mails.unsent.getState()]).toEqual([]));
    expect(record).toHaveBeenCalledOnce();
  });

  it('keeps its address on the device while the server cannot be asked, over a restart too', async () => {
    const first = await start({ tell: () => Promise.reject(new ServerUnreachable('No network.')) });
    await first.send('M1');
    expect([...first.mails.unsent.getState()]).toEqual(['M1']);
    await first.stop();
    const told: (readonly MailRecipient[])[] = [];
    const { mails } = await start({ disk: first.disk, tell: (recipients) => (told.push(recipients), Promise.resolve()) });
    await vi.waitFor(() => expect(told).toEqual([[{ mailId: 'M1', address: ANA }]]));
    await vi.waitFor(() => expect([...mails.unsent.getState()]).toEqual([]));
  });

  it('that is pressed twice is asked for once', async () => {
    let answer: (recorded: unknown) => void = () => undefined;
    const record = vi.fn(() => new Promise<never>((resolve) => (answer = resolve as typeof answer)));
    const { send } = await start({ tell: () => Promise.resolve(), record });
    const both = [send('M1'), send('M1')];
    await vi.waitFor(() => expect(record).toHaveBeenCalledTimes(1));
    answer(accept({}));
    expect(await Promise.all(both)).toEqual([accept(null), accept(null)]);
    expect(record).toHaveBeenCalledTimes(1);
  });

  it('[A1] that somebody may not send leaves no address behind', async () => {
    const tell = vi.fn(() => Promise.resolve());
    const { mails, send } = await start({ tell, record: () => Promise.resolve(refuse('not_allowed')) });
    expect(await send('M1')).toEqual(refuse('not_allowed'));
    expect([...mails.unsent.getState()]).toEqual([]);
    await send('M2');
    expect(tell).not.toHaveBeenCalled();
  });

  it('[J6] whose address the server does not understand holds up no other', async () => {
    const told: string[] = [];
    const { mails, send, onError } = await start({
      tell: ([one]) => {
        if (one?.mailId === 'M1') return Promise.reject(new ServerRefused(400, 'bad_request', 'What?'));
        told.push(one?.mailId ?? '');
        return Promise.resolve();
      },
    });
    await send('M1');
    await send('M2');
    await vi.waitFor(() => expect(told).toEqual(['M2']));
    await vi.waitFor(() => expect([...mails.unsent.getState()]).toEqual([]));
    expect(onError).toHaveBeenCalledTimes(1);
  });
});
