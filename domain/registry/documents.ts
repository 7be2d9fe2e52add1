import { z } from 'zod';
import { associate } from '../associates/associate.ts';
import { catalogPage } from '../catalog/product.ts';
import { choiceId, exception } from '../exceptions/exception.ts';
import { fulfillmentOrder } from '../fulfillment/fulfillment-order.ts';
import { currency } from '../base/money.ts';
import { entityId, instant } from '../base/envelope.ts';
import { promotion } from '../promotions/promotion.ts';
import { sale } from '../sale/sale.ts';
import { shift } from '../shift/shift.ts';
import { stockLevel } from '../stock/stock.ts';
import { text } from '../base/text.ts';

/** What holds for the whole company. Scope `all`, id `company`. */
export const company = z.strictObject({ name: text, currency, pricesIncludeTax: z.boolean() });

/** The store of the register. Scope `store:<id>`. */
export const store = z.strictObject({
  id: entityId,
  name: text,
  address: text,
  /** IANA name. */
  timezone: text,
  /** Parts per million by tax class. */
  taxRates: z.record(text, z.number().int().min(0).max(1_000_000)),
  stagingLocations: z.array(text),
});

/** Stock of one store, one of `STOCK_PAGES` pages. Scope `store:<id>`, id the page number. */
export const stockPage = z.strictObject({ page: z.number().int(), levels: z.array(stockLevel) });

/** An operation the server could not apply, kept for a person to look at (rule J6). Scope `register:<id>`. */
export const quarantinedOperation = z.strictObject({
  operationId: text,
  seq: z.number().int().nullable(),
  code: text,
  message: text,
  at: instant,
});

/**
 * A decision about an exception that this register recorded and that changed nothing, because another one came first or it
 * did not fit: whoever took it is told (rule J5). Scope `register:<id>`, id the operation.
 */
export const lateResolution = z.strictObject({
  operationId: z.string(),
  exceptionId: z.string(),
  outcome: z.enum(['already_resolved', 'unknown_exception', 'choice_not_valid']),
  choice: choiceId,
  at: instant,
  associateId: entityId.nullable(),
  /** Null where nobody knows the exception. */
  exception: exception.nullable(),
});

/** Every kind of document that a replica holds, and its schema. */
export const REPLICA_DOCUMENTS = {
  company,
  promotion,
  store,
  associate,
  catalog_page: catalogPage,
  stock_page: stockPage,
  fulfillment_order: fulfillmentOrder,
  sale,
  shift,
  exception,
  quarantined_operation: quarantinedOperation,
  late_resolution: lateResolution,
} as const;

export type ReplicaKind = keyof typeof REPLICA_DOCUMENTS;
export const REPLICA_KINDS = Object.keys(REPLICA_DOCUMENTS) as ReplicaKind[];

export type Company = z.infer<typeof company>;
export type Store = z.infer<typeof store>;
export type StockPage = z.infer<typeof stockPage>;
export type LateResolution = z.infer<typeof lateResolution>;
export type QuarantinedOperation = z.infer<typeof quarantinedOperation>;

/** `all`, `store:<id>` or `register:<id>` (rule R1). */
export type Scope = string;

export function storeScope(storeId: string): Scope {
  return `store:${storeId}`;
}

export function registerScope(registerId: string): Scope {
  return `register:${registerId}`;
}

/** The scopes of a register, in key order: the order in which their heads are locked (rule R2). */
export function scopesOf(register: { readonly storeId: string; readonly registerId: string }): Scope[] {
  return ['all', registerScope(register.registerId), storeScope(register.storeId)];
}
