import pino from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PublicKey } from '../../domain/base/signature.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { journalKey } from '../../src-renderer/storage/register-database.ts';
import { nextBatch } from '../../src-renderer/sync/next-batch.ts';
import { openJournal } from '../../src-renderer/journal/journal.ts';
import { ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { enrolWithServer, type ServerClient } from '../../src-renderer/sync/server-client.ts';
import { insertKey } from '../support/api-keys.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { makeKey } from '../support/memory-keys.ts';
import { memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';
import { databases } from './support/databases.ts';
import { enrolSigning, signedBatch, signingAs, type SigningRegister } from './support/signing-register.ts';
import { type Enrolled, poolState } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const OFF_CURVE = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;
const cut = (): Promise<never> => Promise.reject(new ServerUnreachable('The cable is cut.'));

describe.each(databases)('[A4] the key of a register, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  /** Enrolled by an app that knew no keys. */
  let keyless: Enrolled;
  let signing: SigningRegister;
  const logged: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
  const running: { register: RunningRegister; disk: OpenDatabases }[] = [];
  useSyncServer(
    open,
    async (pool) => {
      ({ server, db, register: keyless } = pool);
      signing = await enrolSigning(db, server.url);
      signing.journal.openShift();
      signing.journal.sell([['A', 1]]);
      logged.length = 0;
    },
    { logger },
  );
  afterEach(async () => {
    for (const { register, disk } of running.splice(0)) {
      register.stop();
      await disk.close();
    }
  });

  const keyOf = async (registerId: string): Promise<PublicKey | null> =>
    (await db.selectFrom('registers').select('public_key').where('id', '=', registerId).executeTakeFirstOrThrow()).public_key;

  /** Starts the app of a register with what its journal holds. */
  async function start(register: SigningRegister, wrap: (client: ServerClient) => ServerClient = (client) => client) {
    const disk = await memoryDisk().open(register.registerId);
    await disk.journal.bulkInsert(register.journal.operations.map((operation) => ({ key: journalKey(operation.seq), operation })));
    const started = await startRegister({
      identity: { registerId: register.registerId, storeId: 'S1', storeName: 'S1', prefix: register.prefix },
      journal: disk.journal,
      replica: disk.replica,
      notes: deviceNotes(disk.device, () => undefined),
      client: wrap(register.client),
      key: register.key,
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now(),
      random: () => 0,
    });
    running.push({ register: started, disk });
    return { services: started.services, journal: openJournal(disk.journal, () => undefined) };
  }
  const until = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

  it('is known from the enrolment on', async () => {
    const code = await makeEnrolmentCode(db, 'S1');
    if (!code.ok) throw new Error(code.refusal);
    const { publicKey } = makeKey();
    const { registerId } = await enrolWithServer(server.url, code.value.code, publicKey);
    expect(await keyOf(registerId)).toEqual(publicKey);
  });

  it('that is no point on the curve is refused, and uses no code up', async () => {
    const code = await makeEnrolmentCode(db, 'S1');
    if (!code.ok) throw new Error(code.refusal);
    await expect(enrolWithServer(server.url, code.value.code, OFF_CURVE)).rejects.toMatchObject({ status: 400, code: 'bad_request' });
    const { publicKey } = makeKey();
    await expect(enrolWithServer(server.url, code.value.code, publicKey)).resolves.toMatchObject({ storeId: 'S1' });
    await expect(signing.client.nameKey(OFF_CURVE)).rejects.toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('is named later by a register that was enrolled without one, and signs from then on', async () => {
    keyless.journal.openShift();
    keyless.journal.sell([['A', 2]]);
    const register = signingAs(server.url, keyless, makeKey());
    const { services } = await start(register);
    await until(async () => expect(await keyOf(register.registerId)).toEqual(register.key.publicKey));
    await until(() => expect(services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }));
    await expect(register.client.push(keyless.journal.operations)).rejects.toMatchObject({ status: 403, code: 'signature_missing' });
  });

  it('[A3] is set once: the same changes nothing, another is refused and alarms, until the head office forgets the first', async () => {
    const { registerId, client, key } = signing;
    await client.nameKey(key.publicKey);
    const other = makeKey();
    await expect(client.nameKey(other.publicKey)).rejects.toMatchObject({ status: 409, code: 'key_known' });
    expect(await keyOf(registerId)).toEqual(key.publicKey);
    expect(logged.join()).toContain('key_known');
    const office = await insertKey(db, 'head office', 'everything');
    const forget = (id: string, token: string) =>
      fetch(`${server.url}/v1/registers/${id}/forget-key`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect((await forget(registerId, signing.token)).status).toBe(401);
    expect((await forget('nobody', office)).status).toBe(404);
    expect(await (await forget(registerId, office)).json()).toMatchObject({ id: registerId, signs: false });
    await client.nameKey(other.publicKey);
    expect(await keyOf(registerId)).toEqual(other.publicKey);
  });

  it('makes the server refuse what it has not signed, apply none of it, and alarm; a token alone is not enough', async () => {
    const { operations } = signing.journal;
    const before = await poolState(db, signing);
    const { signature } = await signedBatch(signing, operations);
    if (signature === undefined) throw new Error('It is not signed.');
    const [first, second] = operations;
    if (first === undefined || second === undefined) throw new Error('There are two operations.');
    const byAnother = (await signedBatch({ ...signing, sign: (await enrolSigning(db, server.url)).sign }, operations)).signature;
    await expect(signing.client.push(operations)).rejects.toMatchObject({ status: 403, code: 'signature_missing' });
    for (const [sent, given] of [
      [operations, byAnother],
      [operations, { ...signature, value: 'A'.repeat(86) }],
      [[first], signature],
      // What was signed once does not carry in what was not.
      [[{ ...first, associateId: 'thief' }, first, second], signature],
      [[second, first], signature],
    ] as const) {
      await expect(signing.client.push(sent, given)).rejects.toMatchObject({ status: 403, code: 'signature_wrong' });
    }
    expect(await poolState(db, signing)).toEqual(before);
    expect(logged.filter((line) => line.includes('did not sign'))).toHaveLength(6);
    expect(await signing.client.push(operations, signature)).toMatchObject({ expectedSeq: 3 });
  });

  it('is not asked of a register that the server knows no key of, whatever it sends along', async () => {
    keyless.journal.openShift();
    const register = signingAs(server.url, keyless, makeKey());
    const { signature } = await signedBatch(register, keyless.journal.operations);
    expect(await register.client.push(keyless.journal.operations, signature)).toMatchObject({ expectedSeq: 2 });
  });

  it('[J3] lets another register bring what a register without a network has done, which it then hears of', async () => {
    const carrier = await enrolSigning(db, server.url);
    const offline = await start(signing, (client) => ({ ...client, push: cut }));
    const batch = await nextBatch(offline.journal, 0, 500, signing.sign);
    if (batch === null) throw new Error('There is nothing to carry.');
    const carried = await carrier.client.carry({ registerId: signing.registerId, ...batch, operations: [...batch.operations] });
    expect(carried).toMatchObject({ results: [{ outcome: 'applied' }, { outcome: 'applied' }], expectedSeq: 3 });
    await until(() => expect(offline.services.view.getState().complete).toBe(true));
    await until(() => expect(offline.services.stockOf('A')).toMatchObject({ onHand: 99 }));
    const again = await start({ ...signing });
    await until(() => expect(again.services.sync.getState()).toMatchObject({ pending: 0, connection: { status: 'online' } }));
    expect((await poolState(db, signing)).sales).toHaveLength(1);
  });
});
