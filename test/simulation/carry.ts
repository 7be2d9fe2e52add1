import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { ServerRefused, ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { createSigner } from '../../src-renderer/sync/sign-batch.ts';
import type { Chance } from './chance.ts';
import type { Device } from './device.ts';

/** How far back a batch that is carried may begin: most of it the server has already. */
const BACK = 60;

/**
 * Somebody takes some of what a device has recorded to another device, which brings it to the server (rules J3, A4): something new,
 * something that came before, or something that was altered on the way. The devices hear nothing of it.
 */
export async function carry(devices: readonly Device[], carrier: Device, chance: Chance): Promise<void> {
  const { storeId } = carrier.options.identity;
  const near = devices.filter((one) => one !== carrier && one.options.identity.storeId === storeId);
  const owner = chance.pick(near.length > 0 && chance.percent(90) ? near : devices);
  const { identity, key } = owner.options;
  const recorded = owner.mirrored();
  if (recorded.length === 0) return;
  const from = chance.int(Math.max(0, recorded.length - BACK), recorded.length - 1);
  const operations: WrittenOperation[] = recorded.slice(from, chance.int(from + 1, recorded.length));
  const [newest] = operations.slice(-1);
  if (newest === undefined) return;
  const signature = await createSigner(identity.registerId, key.sign)(newest);
  const altered = chance.percent(15) ? operations.map((one) => ({ ...one, associateId: 'somebody else' })) : operations;
  try {
    await carrier.carry({ registerId: identity.registerId, operations: altered, signature });
  } catch (error) {
    if (!(error instanceof ServerRefused) && !(error instanceof ServerUnreachable)) throw error;
  }
}
