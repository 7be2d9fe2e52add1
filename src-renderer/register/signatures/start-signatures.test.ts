import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { accept } from '../../../domain/base/result.ts';
import type { PickupSignature } from '../../../domain/fulfillment/pickup-signature-protocol.ts';
import { memoryDisk } from '../../../test/support/memory-databases.ts';
import { ServerRefused, ServerUnreachable } from '../../base/http-client.ts';
import type { SyncState } from '../../kit/register-services.ts';
import { deviceNotes } from '../../storage/device-notes.ts';
import { startSignatures } from './start-signatures.ts';

const signature = (proofId: string): PickupSignature => ({ proofId, fulfillmentOrderId: 'F1', strokes: [[[1, 2]]] });

const running = new Set<{ stop(): void | Promise<void> }>();
afterEach(async () => {
  for (const one of running) await one.stop();
  running.clear();
});

/** A register on a disk that outlives it. */
async function start(send: (signatures: readonly PickupSignature[]) => Promise<void>, disk = memoryDisk()) {
  const databases = await disk.open('R1');
  const onError = vi.fn();
  const { signatures, stop } = await startSignatures({
    identity: { registerId: 'R1', storeId: 'S1', storeName: 'One', prefix: 'A1' },
    notes: deviceNotes(databases.device, () => undefined),
    client: { sendSignatures: send } as never,
    link: { state: createStore(() => ({ connection: { status: 'online', since: 0 } }) as SyncState) } as never,
    random: () => 0,
    onError,
  });
  const end = { stop: () => (running.delete(end), stop(), databases.close()) };
  running.add(end);
  return { signatures, stop: end.stop, onError, disk };
}

describe('a signature', () => {
  it('is kept over a restart while the server cannot be asked, then sent once', async () => {
    const first = await start(() => Promise.reject(new ServerUnreachable('No network.')));
    expect(await first.signatures.keep(signature('P1'))).toEqual(accept(null));
    await first.stop();
    const sent: string[] = [];
    const second = await start((all) => (sent.push(...all.map(({ proofId }) => proofId)), Promise.resolve()), first.disk);
    await vi.waitFor(() => expect(sent).toEqual(['P1']));
    await second.stop();
    const third = await start((all) => (sent.push(...all.map(({ proofId }) => proofId)), Promise.resolve()), first.disk);
    await third.signatures.keep(signature('P2'));
    await vi.waitFor(() => expect(sent).toEqual(['P1', 'P2']));
  });

  it('whose handover was not recorded is dropped', async () => {
    const sent: string[] = [];
    let isAway = true;
    const first = await start(() => Promise.reject(new ServerUnreachable('No network.')));
    await first.signatures.keep(signature('P1'));
    await first.signatures.drop('P1');
    await first.stop();
    const { signatures } = await start((all) => {
      if (isAway) return Promise.reject(new ServerUnreachable('No network.'));
      sent.push(...all.map(({ proofId }) => proofId));
      return Promise.resolve();
    }, first.disk);
    isAway = false;
    await signatures.keep(signature('P2'));
    await vi.waitFor(() => expect(sent).toEqual(['P2']));
  });

  it('[J6] that the server does not understand holds up no other, and is reported', async () => {
    const sent: string[] = [];
    const { signatures, onError } = await start((all) => {
      if (all[0]?.proofId === 'P1') return Promise.reject(new ServerRefused(400, 'bad_request', 'Not understood.'));
      sent.push(...all.map(({ proofId }) => proofId));
      return Promise.resolve();
    });
    await signatures.keep(signature('P1'));
    await signatures.keep(signature('P2'));
    await vi.waitFor(() => expect(sent).toEqual(['P2']));
    expect(onError).toHaveBeenCalledTimes(1);
  });
});
