import { accept, refuse } from '../../../domain/base/result.ts';
import { type PickupSignature, pickupSignature } from '../../../domain/fulfillment/pickup-signature-protocol.ts';
import type { SignatureServices } from '../../kit/signature-services.ts';
import { type KeptList, openKeptList } from '../../storage/kept-list.ts';
import { storageTrouble } from '../../storage/storage-error.ts';
import type { RegisterParts } from '../register-parts.ts';
import { tellKept } from '../tell-kept.ts';

export interface RunningSignatures {
  readonly signatures: SignatureServices;
  stop(): void;
}

type Parts = Pick<RegisterParts, 'identity' | 'notes' | 'client' | 'link' | 'random' | 'onError'>;

/** Keeps what customers sign on the device until the server has it. Kept for the store, as what is said of customers is. */
export async function startSignatures(parts: Parts): Promise<RunningSignatures> {
  const { identity, notes, client, onError } = parts;
  const outbox: KeptList<PickupSignature> = await openKeptList(notes, `signatures:${identity.storeId}`, pickupSignature, () => undefined);
  const telling = tellKept(parts, outbox, (next) => client.sendSignatures([next]));
  return {
    signatures: {
      async keep(signature) {
        try {
          await outbox.update((entries) => [...entries.filter(({ proofId }) => proofId !== signature.proofId), signature]);
          return accept(null);
        } catch (error) {
          onError(error);
          return refuse(storageTrouble(error) === 'full' ? 'storage_full' : 'storage_failed');
        } finally {
          telling.kick();
        }
      },
      async drop(dropped) {
        await outbox.update((entries) => entries.filter(({ proofId }) => proofId !== dropped)).catch(onError);
      },
    },
    stop: telling.stop,
  };
}
