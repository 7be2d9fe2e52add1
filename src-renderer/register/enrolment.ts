import { z } from 'zod';
import { entityId } from '../../domain/base/envelope.ts';
import type { Enrolment } from '../../domain/protocol/protocol.ts';
import { ServerRefused } from '../base/http-client.ts';
import { enrolWithServer } from '../sync/server-client.ts';
import type { Device } from './device.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import type { Secrets } from './secrets.ts';

const storedEnrolment = z.object({
  registerId: entityId,
  storeId: entityId,
  storeName: z.string(),
  prefix: z.string(),
  serverUrl: z.string(),
});

export type StoredEnrolment = z.infer<typeof storedEnrolment>;

const NOTE = 'enrolment';

function tokenName(registerId: string): string {
  return `register-token.${registerId.toLowerCase()}`;
}

/** The register that this device was enrolled as, or null. */
export async function readEnrolment(notes: DeviceNotes): Promise<StoredEnrolment | null> {
  const parsed = storedEnrolment.safeParse(await notes.read(NOTE));
  return parsed.success ? parsed.data : null;
}

export async function readToken(secrets: Secrets, enrolment: StoredEnrolment): Promise<string> {
  return (await secrets.load(tokenName(enrolment.registerId))) ?? '';
}

export type EnrolFailure = { readonly code: 'server_unreachable' | 'no_key_store' } | { readonly code: string; readonly message: string };

/** Whether this device was a register that a person has ended, so that it needs no explaining that it is none now. */
export async function wasEnded(notes: DeviceNotes): Promise<boolean> {
  return (await notes.read(NOTE)) === null;
}

/** Forgets which register this device is. Its journal and its token stay where they are. */
export function forgetEnrolment(notes: DeviceNotes): Promise<void> {
  return notes.write(NOTE, null);
}

/** Makes this device a register with a one-time code. Nothing is kept unless all of it worked. @throws what the device's storage throws. */
export async function enrol(
  notes: DeviceNotes,
  { secrets, keys }: Pick<Device, 'secrets' | 'keys'>,
  serverUrl: string,
  code: string,
): Promise<{ ok: true; value: StoredEnrolment } | { ok: false; refusal: EnrolFailure }> {
  // A device that could not keep the token must not use the code up.
  if (!(await secrets.canKeep())) return { ok: false, refusal: { code: 'no_key_store' } };
  const key = await keys.make();
  let told: Enrolment;
  try {
    told = await enrolWithServer(serverUrl, code, key.publicKey);
  } catch (error) {
    if (error instanceof ServerRefused) return { ok: false, refusal: { code: error.code, message: error.message } };
    return { ok: false, refusal: { code: 'server_unreachable' } };
  }
  // The code is used up now: what fails from here on is this device, and must not be called the network.
  const { token, registerId, storeId, storeName, prefix } = told;
  const enrolment = { registerId, storeId, storeName, prefix, serverUrl };
  await key.keepFor(registerId);
  await secrets.store(tokenName(registerId), token);
  await notes.write(NOTE, enrolment);
  return { ok: true, value: enrolment };
}
