import { z } from 'zod';
import { badgeHash, pinHash, type PinHash } from '../../domain/associates/associate.ts';
import type { PullResponse } from '../../domain/protocol/protocol.ts';
import type { ReplicaCollections } from '../storage/replica-database.ts';
import type { ServerClient } from '../sync/server-client.ts';

const IV_BYTES = 12;

const sealedPin = z.strictObject({ sealed: z.string() });

/** Encrypts the hashes of PINs and badges with a key of this device, each for its associate alone. */
export interface PinSeal {
  seal(associateId: string, pin: PinHash): Promise<z.infer<typeof sealedPin>>;
  /** @throws when it was sealed by another key or for somebody else, or not at all. */
  open(associateId: string, pin: unknown): Promise<PinHash>;
}

/** @param key AES-GCM. */
export function createPinSeal(key: CryptoKey): PinSeal {
  const forAssociate = (iv: Uint8Array<ArrayBuffer>, associateId: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(associateId),
  });
  return {
    async seal(associateId, pin) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const data = await crypto.subtle.encrypt(forAssociate(iv, associateId), key, new TextEncoder().encode(JSON.stringify(pin)));
      return { sealed: btoa(String.fromCharCode(...iv, ...new Uint8Array(data))) };
    },
    async open(associateId, pin) {
      const bytes = Uint8Array.from(atob(sealedPin.parse(pin).sealed), (character) => character.charCodeAt(0));
      const plain = await crypto.subtle.decrypt(forAssociate(bytes.slice(0, IV_BYTES), associateId), key, bytes.slice(IV_BYTES));
      return pinHash.parse(JSON.parse(new TextDecoder().decode(plain)));
    },
  };
}

/** The document of an associate with the PIN and the badge sealed; anything else, and one that is sealed already, as it is. */
async function sealDocument(seal: PinSeal, body: unknown): Promise<unknown> {
  if (typeof body !== 'object' || body === null) return body;
  const { id, pin, badge } = body as { readonly id?: unknown; readonly pin?: unknown; readonly badge?: unknown };
  if (typeof id !== 'string') return body;
  const clearPin = pinHash.safeParse(pin);
  const clearBadge = badgeHash.safeParse(badge);
  return {
    ...body,
    ...(clearPin.success && { pin: await seal.seal(id, clearPin.data) }),
    ...(clearBadge.success && { badge: { ...clearBadge.data, secret: await seal.seal(id, clearBadge.data.secret) } }),
  };
}

/** A client whose answers carry no PIN that is not sealed: none ever gets to the disk as the server sends it. */
export function sealingClient(client: ServerClient, seal: PinSeal): ServerClient {
  return {
    ...client,
    async pull(...asked): Promise<PullResponse> {
      const response = await client.pull(...asked);
      const changes = await Promise.all(
        response.changes.map(async (change) =>
          change.kind === 'associate' ? { ...change, body: await sealDocument(seal, change.body) } : change,
        ),
      );
      return { ...response, changes };
    },
  };
}

/** Seals what an older version of the app has left on the disk. */
export async function sealStoredPins(replica: ReplicaCollections['replica'], seal: PinSeal): Promise<void> {
  const entries = await replica.find({ selector: { id: { $gt: 'associate|', $lt: 'associate}' } } }).exec();
  const sealed = await Promise.all(
    entries.map(async ({ id, body }) => ({
      id,
      before: body,
      body: body === '' ? '' : JSON.stringify(await sealDocument(seal, JSON.parse(body))),
    })),
  );
  const changed = sealed.filter(({ before, body }) => before !== body);
  if (changed.length > 0) await replica.bulkUpsert(changed.map(({ id, body }) => ({ id, body })));
}
