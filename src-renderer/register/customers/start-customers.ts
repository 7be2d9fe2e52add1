import { createStore } from 'zustand/vanilla';
import { changeCustomer, type TillChange, type TillFields } from '../../../domain/customers/change-customer.ts';
import { type Customer, unnamedCustomer } from '../../../domain/customers/customer.ts';
import { MOST_FOUND } from '../../../domain/customers/customer-protocol.ts';
import { customerDocument } from '../../../domain/customers/documents.ts';
import { instantAfter, instantOf } from '../../../domain/base/instant-of.ts';
import { accept, refuse } from '../../../domain/base/result.ts';
import { storeScope } from '../../../domain/base/scope.ts';
import { type CustomerServices, customerOf, type KnownCustomers } from '../../kit/customer-services.ts';
import { documentsOf } from '../../kit/register-services.ts';
import { storageTrouble } from '../../storage/storage-error.ts';
import type { RegisterParts } from '../register-parts.ts';
import { type CustomerOutbox, openCustomerOutbox, type OutboxEntry } from './customer-outbox.ts';
import { findAmong } from './find-among.ts';
import { type MayChange, mayChangeCustomers } from './may-change-customers.ts';
import { readPurchases } from './read-purchases.ts';
import { startSendingCustomers } from './send-customers.ts';

export interface RunningCustomers {
  readonly customers: CustomerServices;
  stop(): void;
}

/** Lays what the replica does not hold yet on top of it. */
function layOn(told: ReadonlyMap<string, Customer>, entries: readonly OutboxEntry[]): Map<string, Customer> {
  const changed = new Map<string, Customer>();
  for (const { change, profile } of entries) {
    const { customerId: id } = change;
    const before = changed.get(id) ?? told.get(id) ?? profile;
    const after = changeCustomer(before ?? unnamedCustomer(id), change);
    if (before !== null || Object.keys(change.fields).length > 0) changed.set(id, after);
  }
  return changed;
}

export interface CustomersOptions extends Pick<MayChange, 'signIn' | 'approvals'> {
  /** Something was sent: there is something to pull. */
  readonly onSent: () => void;
}

/** The instant of a change: now by the server's clock, and after every word that it takes the place of. */
function instantFor(before: Customer | undefined, fields: TillFields, now: number): string {
  const held = Object.entries(before?.changedAt ?? {}).filter(([field]) => field in fields);
  return instantAfter(
    now,
    held.map(([, at]) => at),
  );
}

/** Whether the replica holds a change by now. */
function isHeld({ replica, identity }: RegisterParts, { reached }: OutboxEntry): boolean {
  return reached !== null && replica.reached(storeScope(identity.storeId)) >= reached;
}

/** Keeps what is said of customers here on top of what the server told, until the replica holds it; and sends it. */
async function keepChanges(parts: RegisterParts, onSent: () => void) {
  const { identity, view, notes, client, link, random, onError } = parts;
  const told = () => documentsOf(view.store.getState(), customerDocument);
  const state = createStore<KnownCustomers>(() => ({ told: told(), changed: new Map() }));
  const refused = createStore<readonly string[]>(() => []);
  const show = () => {
    state.setState({ told: told(), changed: layOn(told(), outbox.entries) }, true);
    refused.setState([...new Set(outbox.entries.filter(({ isRefused }) => isRefused).map(({ change }) => change.customerId))], true);
  };
  const outbox: CustomerOutbox = await openCustomerOutbox(notes, identity.storeId, show);
  show();

  /** Lets go of what the replica holds. */
  function settle(): void {
    if (outbox.entries.some((one) => isHeld(parts, one)))
      void outbox.update((entries) => entries.filter((one) => !isHeld(parts, one))).catch(onError);
  }
  settle();
  const sending = startSendingCustomers({
    outbox,
    client,
    storeId: identity.storeId,
    onSent: () => (settle(), onSent()),
    onError,
    random,
  });
  const endView = view.store.subscribe((after, before) => {
    if (documentsOf(after, customerDocument) !== documentsOf(before, customerDocument)) show();
    settle();
  });
  const endLink = link.state.subscribe((after, before) => {
    if (after.connection.status === 'online' && before.connection.status !== 'online') sending.retry();
  });
  return {
    state,
    refused,
    async sendAgain(): Promise<void> {
      await outbox.update((entries) => entries.map((one) => (one.isRefused ? { ...one, isRefused: false } : one)));
      sending.kick();
    },
    drop: (customerId: string): Promise<void> =>
      outbox.update((entries) => entries.filter(({ change, isRefused }) => !isRefused || change.customerId !== customerId)),
    async add(change: TillChange, profile: Customer | null): Promise<void> {
      await outbox.update((entries) => [...entries, { change, profile, reached: null, isRefused: false }]);
      sending.kick();
    },
    stop() {
      endView();
      endLink();
      sending.stop();
    },
  };
}

/** Shows the customers that this device knows, and keeps and sends what is said of them here. */
export async function startCustomers(parts: RegisterParts, { onSent, ...asking }: CustomersOptions): Promise<RunningCustomers> {
  const { client, link, now, onError } = parts;
  const { state, refused, sendAgain, drop, add, stop } = await keepChanges(parts, onSent);
  const serverNow = () => now() + (link.clockOffsetMs() ?? 0);
  const search = (typed: string) => findAmong(state.getState(), typed, MOST_FOUND);
  const customers: CustomerServices = {
    state,
    refused,
    search,
    sendAgain: () => sendAgain().catch(onError),
    dropRefused: (customerId) => drop(customerId).catch(onError),
    async lookUp(typed) {
      const here = search(typed);
      if (link.state.getState().connection.status !== 'online') return { from: 'device', items: here };
      try {
        const items = await client.lookUpCustomers(typed);
        const known = new Set(here.map(({ id }) => id));
        return { from: 'server', items: [...here, ...items.filter(({ id }) => !known.has(id))].slice(0, MOST_FOUND) };
      } catch {
        // Whatever is wrong with the way to the server, the customer stands here.
        return { from: 'device', items: here };
      }
    },
    async save(customerId, fields) {
      const refused = await mayChangeCustomers({ ...parts, ...asking });
      if (refused !== null) return refuse(refused);
      const at = instantFor(customerOf(state.getState(), customerId), fields, serverNow());
      try {
        await add({ customerId, at, fields }, null);
        return accept(null);
      } catch (error) {
        onError(error);
        return refuse(storageTrouble(error) === 'full' ? 'storage_full' : 'storage_failed');
      }
    },
    async serve(customer) {
      if (customerOf(state.getState(), customer.id) !== undefined) return;
      await add({ customerId: customer.id, at: instantOf(serverNow()), fields: {} }, customer).catch(onError);
    },
    purchases: (customerId) => readPurchases(parts, customerId),
  };
  return { customers, stop };
}
