import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { openDatabase, type OpenDatabase } from '../../sync-server/db/open-database.ts';
import { type RunningServer, startServer } from '../../sync-server/main.ts';
import { fillSampleCompany, type SampleOptions } from '../../sync-server/sample/fill-sample-company.ts';
import type { SampleKeys } from '../../sync-server/sample/read-sample.ts';
import type { UpsAddress } from '../../sync-server/outbound/ups-address.ts';
import type { SmtpAddress } from '../../sync-server/outbound/smtp-address.ts';
import { makeEnrolmentCode } from '../../sync-server/registers/enrol-register.ts';
import { freePort } from '../tools/free-port.ts';

/** A company with a running server, which a test can cut off and bring back. */
export interface LiveStore {
  readonly url: string;
  /** Where the app looks for the device host of its machine. */
  readonly devicesPort: number;
  readonly keys: SampleKeys;
  readonly database: OpenDatabase;
  /** From now on mail is handed over there. */
  useMailServer(address: { readonly host: string; readonly port: number }): void;
  /** From now on labels are bought there. */
  useCarrier(account: UpsAddress): void;
  /** A new register code for a store; the first store unless told. */
  registerCode(storeId?: string): Promise<string>;
  /** The PIN of somebody who works in the store. */
  pinOf(role: string, storeId?: string): { readonly name: string; readonly pin: string };
  /** Stops the server; the database goes on. */
  cut(): Promise<void>;
  /** Starts the server again at the same address. @param minimumProtocol the oldest version of the protocol that it takes. */
  mend(minimumProtocol?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts the real server with the sample company, in memory unless a folder is given. */
export async function openLiveStore(options: SampleOptions & { readonly dataDir?: string } = {}): Promise<LiveStore> {
  const { dataDir, ...sample } = options;
  const database = await openDatabase({ dataDir });
  const keys = await fillSampleCompany(database.db, sample);
  // The same one is used after a cut: the origin is the key of the browser's database.
  const port = await freePort();
  const devicesPort = await freePort();
  let mailServer: SmtpAddress | null = null;
  let carrier: UpsAddress | null = null;
  const start = (minimumProtocol?: number) =>
    startServer({
      ...(minimumProtocol === undefined ? {} : { minimumProtocol }),
      database,
      host: '127.0.0.1',
      port,
      devicesPort,
      mailServer: () => mailServer,
      carrierAccount: () => carrier,
      logger: pino({ level: 'fatal' }),
      staticDir: fileURLToPath(new URL('../../out/renderer', import.meta.url)),
    });
  let server: RunningServer | null = await start();
  const { url } = server;
  return {
    url,
    devicesPort,
    keys,
    database,
    useMailServer: (address) => (mailServer = { ...address, security: 'none', user: null }),
    useCarrier: (account) => (carrier = account),
    async registerCode(storeId = keys.firstStoreId) {
      const made = await makeEnrolmentCode(database.db, storeId);
      if (!made.ok) throw new Error(`No register code for ${storeId}: ${made.refusal}.`);
      return made.value.code;
    },
    pinOf(role, storeId = keys.firstStoreId) {
      const found = keys.associates.find((associate) => associate.role === role && associate.storeId === storeId);
      if (found === undefined) throw new Error(`Nobody is ${role} in ${storeId}.`);
      return found;
    },
    async cut() {
      await server?.close();
      server = null;
    },
    async mend(minimumProtocol) {
      server ??= await start(minimumProtocol);
    },
    async close() {
      await server?.close();
      await database.close();
    },
  };
}
