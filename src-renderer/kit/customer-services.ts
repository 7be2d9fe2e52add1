import type { StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Result } from '../../domain/base/result.ts';
import type { TillFields } from '../../domain/customers/change-customer.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import type { Purchase } from '../../domain/customers/purchase.ts';

/** The customers that this device knows. Replaced, never changed in place. */
export interface KnownCustomers {
  /** Those of the store, as the server last told. */
  readonly told: ReadonlyMap<string, Customer>;
  /** Those of them, and others, with what was said of them here since. */
  readonly changed: ReadonlyMap<string, Customer>;
}

/** A customer with what was said of them here; undefined where this device does not know them (yet). */
export function customerOf({ told, changed }: KnownCustomers, id: string): Customer | undefined {
  return changed.get(id) ?? told.get(id);
}

/** What the server answered; without an answer, what is known here alone. */
export interface Answered<T> {
  readonly from: 'server' | 'device';
  readonly items: readonly T[];
}

/** Customers at this register. Operations know them by their ids alone (rule A2). */
export interface CustomerServices {
  readonly state: StoreApi<KnownCustomers>;
  /** Customers of whom the server does not understand something that was said here, by their ids: it stays on this device. */
  readonly refused: StoreApi<readonly string[]>;
  /** The first few who are meant by what was typed or scanned, by name, as this device knows them. */
  search(typed: string): readonly Customer[];
  /** Asks the server too, where it can be asked. */
  lookUp(typed: string): Promise<Answered<Customer>>;
  /** Keeps what was said of a customer on this device, and sends it when it can. Resolves when it is durable. */
  save(customerId: string, fields: TillFields): Promise<Result<null, Refusal>>;
  /** A customer of another store is served here: the registers of this store hold them from now on. */
  serve(customer: Customer): Promise<void>;
  /** Sends what the server did not understand once more, after its update say. */
  sendAgain(): Promise<void>;
  /** Gives up what the server does not understand of a customer. */
  dropRefused(customerId: string): Promise<void>;
  /** What a customer bought and brought back: everywhere, or without the server on this register. */
  purchases(customerId: string): Promise<Answered<Purchase>>;
}
