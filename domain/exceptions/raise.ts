import type { StoreReader } from '../base/define-document.ts';
import type { DocumentEffect } from '../base/effect.ts';
import type { Envelope } from '../base/envelope.ts';
import { storedFacts } from '../base/facts.ts';
import { exceptionDocument } from './documents.ts';
import type { Exception, ExceptionKind, Goods } from './exception.ts';
import type { FactsOf } from './facts.ts';

/** A disagreement that an operation shows. */
export interface Disagreement<K extends ExceptionKind = ExceptionKind> {
  readonly kind: K;
  /** What it is about, within its kind: with the kind it makes the exception's id. */
  readonly about: string;
  /** The id of an open exception that turns into this one, because both are the same disagreement. */
  readonly turns?: string;
  readonly subject: string;
  readonly goods?: readonly Goods[];
  /** Minor units by currency. */
  readonly cash?: Readonly<Record<string, number>>;
  readonly facts: FactsOf[K];
}

/** The fact that shows a disagreement: an operation, or what the pool itself finds out (then it has no id). */
type Told = Pick<Envelope, 'storeId' | 'at'> & { readonly id: string | null };

/** Adds goods up by SKU, in the order in which they were first told. */
export function addGoods(...told: readonly (readonly Goods[])[]): Goods[] {
  const units = new Map<string, number>();
  for (const { sku, quantity } of told.flat()) units.set(sku, (units.get(sku) ?? 0) + quantity);
  return [...units].map(([sku, quantity]) => ({ sku, quantity }));
}

function addCash(a: Exception['cash'] = {}, b: Exception['cash'] = {}): Record<string, number> {
  const sums: Record<string, number> = { ...a };
  for (const [currency, minor] of Object.entries(b)) {
    const sum = (sums[currency] ?? 0) + minor;
    sums[currency] = Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, sum));
  }
  return sums;
}

/**
 * Opens an exception, or tells an open one about more of the same: its goods and its cash add up, so that it says the
 * whole truth. One that was resolved opens again, with what is new alone.
 */
export function raiseException<K extends ExceptionKind>(reader: StoreReader, operation: Told, told: Disagreement<K>): DocumentEffect {
  const turning = told.turns === undefined ? undefined : reader.get(exceptionDocument, told.turns);
  const turns = turning?.resolved === null ? turning : undefined;
  const id = turns?.id ?? `${told.kind}:${told.about}`;
  const known = turns === undefined ? reader.get(exceptionDocument, id) : undefined;
  const open = known?.resolved === null ? known : undefined;
  const goods = addGoods(open?.goods ?? [], told.goods ?? []);
  const cash = addCash(open?.cash, told.cash);
  return exceptionDocument.put({
    id,
    storeId: operation.storeId,
    kind: told.kind,
    operationId: open?.operationId ?? operation.id,
    subject: told.subject,
    facts: storedFacts(told.facts),
    explanation: '',
    openedAt: (open ?? turns)?.openedAt ?? operation.at,
    goods,
    ...(Object.keys(cash).length > 0 ? { cash } : {}),
    resolved: null,
  });
}

/** The id of the exception about a product or an associate that nobody knows, one for each store. */
export function unknownId(kind: 'unknown_sku' | 'unknown_associate', storeId: string, id: string): string {
  return `${kind}:${storeId}:${id}`;
}
