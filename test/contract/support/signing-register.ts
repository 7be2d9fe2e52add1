import type { WrittenOperation } from '../../../domain/base/envelope.ts';
import type { CarriedBatch } from '../../../domain/protocol/protocol.ts';
import type { RegisterKey } from '../../../src-renderer/register/register-key.ts';
import { type ServerClient, serverClient } from '../../../src-renderer/sync/server-client.ts';
import { createSigner, type SignBatch } from '../../../src-renderer/sync/sign-batch.ts';
import type { Db } from '../../../sync-server/db/database.ts';
import { makeKey } from '../../support/memory-keys.ts';
import { type Enrolled, enrol } from './sync-pool.ts';

/** A register with a key that the server knows. */
export interface SigningRegister extends Enrolled {
  readonly key: RegisterKey;
  readonly sign: SignBatch;
  readonly client: ServerClient;
}

/** Gives a register that is enrolled already what it takes to sign and to send. */
export function signingAs(url: string, register: Enrolled, key: RegisterKey): SigningRegister {
  return { ...register, key, sign: createSigner(register.registerId, key.sign), client: serverClient(url, register.token) };
}

/** Enrols a register that signs. */
export async function enrolSigning(db: Db, url: string, storeId = 'S1'): Promise<SigningRegister> {
  const key = makeKey();
  return signingAs(url, await enrol(db, storeId, key.publicKey), key);
}

/** A batch as the register signs it for whoever carries it. */
export async function signedBatch(register: SigningRegister, operations: readonly WrittenOperation[]): Promise<CarriedBatch> {
  const newest = operations.at(-1);
  if (newest === undefined) throw new Error('A batch has at least one operation.');
  return { registerId: register.registerId, operations: [...operations], signature: await register.sign(newest) };
}
