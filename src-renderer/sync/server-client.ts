import { type PickupSignature, pickupSignaturesTaken } from '../../domain/fulfillment/pickup-signature-protocol.ts';
import { mailAddressesTaken, type MailRecipient } from '../../domain/mail/mail-protocol.ts';
import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { z } from 'zod';
import type { BatchSignature, PublicKey } from '../../domain/base/signature.ts';
import { returnable, type Returnable } from '../../domain/orders/order-intake.ts';
import {
  type CarriedBatch,
  carriedResponse,
  type CarriedResponse,
  type Checkpoint,
  enrolment,
  type Enrolment,
  PROTOCOL_VERSION,
  pullResponse,
  type PullResponse,
  pushResponse,
  type PushResponse,
} from '../../domain/protocol/protocol.ts';
import { type ForkAnswer, forkAnswer } from '../../domain/protocol/fork.ts';
import { type StoredValueBalance, storedValueBalance } from '../../domain/stored-value/stored-value-protocol.ts';
import type { TillChange } from '../../domain/customers/change-customer.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import {
  type CustomerChangesTaken,
  customerChangesTaken,
  customerPurchases,
  customersFound,
} from '../../domain/customers/customer-protocol.ts';
import type { Purchase } from '../../domain/customers/purchase.ts';
import { type StockStory, stockStory } from '../../domain/stock/story.ts';
import { type NearbyStock, nearbyStock } from '../../domain/stock/nearby.ts';
import {
  journalEntry,
  type TillReportAnswer,
  tillReportAnswer,
  type TillReportQuery,
  type WatchedPage,
  watchedPage,
  type WatchedQuery,
} from '../../domain/reports/report-protocol.ts';
import { askForEvents, askForJson, askServer, ServerRefused } from '../base/http-client.ts';
import { readBackResponse, type ReadBackResponse } from '../../domain/protocol/read-back.ts';

/** How long (milliseconds) the balance of a gift card is waited for before the store's copy has to do. */
const BALANCE_WITHIN_MS = 4_000;

/** How long (milliseconds) the server is waited for while a customer is looked up. */
const CUSTOMER_WITHIN_MS = 4_000;

/** How long (milliseconds) the server is waited for while somebody asks who else has an article. */
const NEARBY_WITHIN_MS = 4_000;

/** How long (milliseconds) the server may add a report up before the register shows what it has itself. */
const REPORT_WITHIN_MS = 8_000;

/** The messages between a register and the server. Every method rejects with {@link ServerUnreachable} or {@link ServerRefused}. */
export interface ServerClient {
  /**
   * @param operations as they were written, in whatever version: their hashes are over exactly that.
   * @param signature for the newest of them; only a register without a key sends none.
   */
  push(operations: readonly WrittenOperation[], signature?: BatchSignature): Promise<PushResponse>;
  /** Brings operations that another register of the store has recorded and signed (rules J3, A4). */
  carry(batch: CarriedBatch): Promise<CarriedResponse>;
  /** Names the key by which this register signs. */
  nameKey(publicKey: PublicKey): Promise<void>;
  /** @param epoch the database's, that came with the checkpoint. */
  pull(checkpoint: Checkpoint, limit: number, epoch?: string | null): Promise<PullResponse>;
  /** The event stream, as text; ends when the signal aborts. */
  openEvents(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** Null when the server knows no such number. */
  findReturnable(number: string): Promise<Returnable | null>;
  /** What the server knows of a stored value now. Answers within {@link BALANCE_WITHIN_MS}: a customer stands there. */
  storedValueBalance(id: string): Promise<StoredValueBalance>;
  /** Sends what was said of customers here. */
  saveCustomers(changes: readonly TillChange[]): Promise<CustomerChangesTaken>;
  /** Finds customers of all stores. Answers within {@link CUSTOMER_WITHIN_MS}. */
  lookUpCustomers(text: string): Promise<readonly Customer[]>;
  /** What a customer bought in all stores. Answers within {@link CUSTOMER_WITHIN_MS}. */
  customerPurchases(id: string): Promise<readonly Purchase[]>;
  /** Tells to whom mails go that were asked for here. */
  tellMailAddresses(recipients: readonly MailRecipient[]): Promise<void>;
  /** Sends what customers signed here when they fetched their orders. */
  sendSignatures(signatures: readonly PickupSignature[]): Promise<void>;
  /** Who has an article near this store. Answers within {@link NEARBY_WITHIN_MS}. */
  nearbyStock(sku: string): Promise<NearbyStock>;
  /** What moved the stock of an article in this store. @param before asks for what came before this movement. */
  stockStory(sku: string, before?: number): Promise<StockStory>;
  /** The picture of a product, by its hash. */
  picture(hash: string): Promise<Blob>;
  /** What the register's store sold over some days. Answers within {@link REPORT_WITHIN_MS}. */
  tillReport(period: TillReportQuery): Promise<TillReportAnswer>;
  watched(query: Partial<WatchedQuery> & TillReportQuery): Promise<WatchedPage>;
  /** An entry of any journal of the store, as it was written. */
  journalEntry(registerId: string, seq: number): Promise<unknown>;
  /** The register's own operations after a `seq`, as far as the server has them. */
  readBack(after: number): Promise<ReadBackResponse>;
  /** Hands over what a register that runs on two machines has and the server does not (rule J7). */
  reportFork(operations: readonly WrittenOperation[]): Promise<ForkAnswer>;
}

/** Turns a one-time code into a register. @param publicKey by which it will sign what it sends. */
export function enrolWithServer(serverUrl: string, code: string, publicKey?: PublicKey): Promise<Enrolment> {
  return askForJson(enrolment, `${serverUrl}/v1/registers/enrol`, {
    protocolVersion: PROTOCOL_VERSION,
    body: { code, protocolVersion: PROTOCOL_VERSION, publicKey },
  });
}

/** @param serverUrl without a slash at its end; empty for the server that served the app. */
export function serverClient(serverUrl: string, token: string): ServerClient {
  const asRegister = { token, protocolVersion: PROTOCOL_VERSION };
  const get = <T extends z.ZodType>(schema: T, path: string) => askForJson(schema, `${serverUrl}${path}`, asRegister);
  const post = <T extends z.ZodType>(schema: T, path: string, body: object) =>
    askForJson(schema, `${serverUrl}${path}`, { ...asRegister, body });
  const report = <T extends z.ZodType>(schema: T, path: string, query: Readonly<Record<string, string | number | undefined>>) => {
    const told = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
    const given = new URLSearchParams(told);
    const url = `${serverUrl}/v1/till-report${path}?${given.toString()}`;
    return askForJson(schema, url, { ...asRegister, signal: AbortSignal.timeout(REPORT_WITHIN_MS) });
  };
  return {
    push: (operations, signature) => post(pushResponse, '/v1/operations', { protocolVersion: PROTOCOL_VERSION, operations, signature }),
    carry: (batch) => post(carriedResponse, '/v1/operations/carried', batch),
    nameKey: (publicKey) => post(z.object({}), '/v1/registers/key', { publicKey }).then(() => undefined),
    pull: (checkpoint, limit, epoch = null) => post(pullResponse, '/v1/pull', { checkpoint, limit, epoch }),
    openEvents: (signal) => askForEvents(`${serverUrl}/v1/events`, { ...asRegister, signal }),
    reportFork: (operations) => post(forkAnswer, '/v1/forks', { operations }),
    readBack: (after) => get(readBackResponse, `/v1/journal?after=${after}`),
    storedValueBalance: (id) =>
      askForJson(storedValueBalance, `${serverUrl}/v1/stored-values/${encodeURIComponent(id)}/balance`, {
        ...asRegister,
        signal: AbortSignal.timeout(BALANCE_WITHIN_MS),
      }),
    tellMailAddresses: (recipients) => post(mailAddressesTaken, '/v1/mails/addresses', { recipients }).then(() => undefined),
    sendSignatures: (signatures) => post(pickupSignaturesTaken, '/v1/pickups/signatures', { signatures }).then(() => undefined),
    saveCustomers: (changes) => post(customerChangesTaken, '/v1/customers/changes', { changes }),
    lookUpCustomers: async (text) =>
      (
        await askForJson(customersFound, `${serverUrl}/v1/customers/look-up`, {
          ...asRegister,
          body: { text },
          signal: AbortSignal.timeout(CUSTOMER_WITHIN_MS),
        })
      ).items,
    customerPurchases: async (id) =>
      (
        await askForJson(customerPurchases, `${serverUrl}/v1/customers/${encodeURIComponent(id)}/purchases`, {
          ...asRegister,
          signal: AbortSignal.timeout(CUSTOMER_WITHIN_MS),
        })
      ).items,
    nearbyStock: (sku) =>
      askForJson(nearbyStock, `${serverUrl}/v1/stock/${encodeURIComponent(sku)}/nearby`, {
        ...asRegister,
        signal: AbortSignal.timeout(NEARBY_WITHIN_MS),
      }),
    stockStory: (sku, before) =>
      askForJson(stockStory, `${serverUrl}/v1/stock/${encodeURIComponent(sku)}/story${before === undefined ? '' : `?before=${before}`}`, {
        ...asRegister,
        signal: AbortSignal.timeout(NEARBY_WITHIN_MS),
      }),
    picture: async (hash) => (await askServer(`${serverUrl}/v1/pictures/${hash}`, asRegister)).blob(),
    tillReport: (period) => report(tillReportAnswer, '', period),
    watched: (query) => report(watchedPage, '/watched', query),
    journalEntry: async (registerId, seq) =>
      (await report(journalEntry, `/entries/${encodeURIComponent(registerId)}/${seq}`, {})).operation,
    async findReturnable(number) {
      try {
        return await get(returnable, `/v1/returnables/${encodeURIComponent(number)}`);
      } catch (error) {
        if (error instanceof ServerRefused && error.status === 404) return null;
        throw error;
      }
    },
  };
}
