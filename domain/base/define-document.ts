import type { z } from 'zod';
import { defaultsOf } from './defaults.ts';
import type { DocumentEffect, Effect } from './effect.ts';
import type { Retention } from './retention.ts';
import { registerScope, type Scope, type ScopeKind, storeScope } from './scope.ts';

/** Names one document. */
export interface DocumentKey {
  readonly kind: string;
  readonly id: string;
}

/** The columns that a document's table has beside its key and `body`, each with the path of its value in the body. */
export type Columns = Readonly<
  Record<string, { readonly path: readonly string[]; readonly type: 'text' | 'bigint' | 'timestamptz' | 'json' }>
>;

/**
 * Where the server keeps a kind of document: among all others in one table; in a table of its own, when SQL looks into it; or
 * nowhere, when it is made of other tables at the moment it is pulled (its room on the server says how).
 */
export type Stored =
  | { readonly in: 'documents' }
  | { readonly in: 'table'; readonly table: string; readonly key: string; readonly columns: Columns }
  | { readonly in: 'projection' };

interface DocumentSpec<K extends string, S extends z.ZodType> {
  readonly kind: K;
  readonly schema: S;
  /** The version of the protocol in which registers first read it; 1 unless told. Older apps are not sent it. */
  readonly since?: number;
  readonly scope: ScopeKind;
  readonly stored: Stored;
  /** Where a register holds it: in memory, or on disk only, to be read when it is asked for. */
  readonly held: 'memory' | 'disk';
  readonly retention: Retention;
  /** The paths of its personal fields, `customer.name` say; they can be emptied (rule A2). */
  readonly personal: readonly string[];
  /** The body as apps that speak an older version of the protocol read it; the same unless told. */
  readonly before?: { readonly version: number; readonly body: (body: z.output<S>) => unknown };
  /** The id of a body, and the store or the register that it belongs to, by its scope. */
  readonly idOf?: (body: z.output<S>) => string;
  readonly storeOf?: (body: z.output<S>) => string;
  readonly registerOf?: (body: z.output<S>) => string;
  /** When nothing was left to do with it, an instant; null while somebody may have to. Only of kinds that end. */
  readonly endOf?: (body: z.output<S>) => string | null;
  /** The document with which it ends, instead. */
  readonly endsWith?: (body: z.output<S>) => DocumentKey;
  /** Where a body says when it began, a date or an instant: it has not ended before. Only of kinds that end. */
  readonly datedBy?: readonly string[];
  /** The number by which people ask for it once it has left the memory of a register. */
  readonly numberOf?: (body: z.output<S>) => string;
  /** Whether the feed still has it: one that is done leaves the replicas. Always, unless told. */
  readonly inFeed?: (body: z.output<S>) => boolean;
  /** Makes what an older server wrote complete. */
  readonly completed?: (body: z.output<S>) => z.output<S>;
}

/** A kind of document: one definition, in the room that it belongs to. */
export interface DocumentDefinition<K extends string = string, B = unknown> {
  readonly kind: K;
  readonly schema: z.ZodType<B>;
  readonly since: number;
  readonly scope: ScopeKind;
  readonly stored: Stored;
  readonly held: 'memory' | 'disk';
  readonly retention: Retention;
  readonly personal: readonly string[];
  key(id: string): DocumentKey;
  idOf(body: B): string;
  scopeOf(body: B): Scope;
  /** The path of the date or instant at which it began; empty for kinds that do not end. */
  readonly datedBy: readonly string[];
  /** Whether it says by itself when it ended. */
  readonly ends: boolean;
  /** When nothing was left to do with it, an instant; null while somebody may have to. */
  endOf(body: B): string | null;
  /** The document with which it ends; null for a kind that ends by itself, or never. */
  endsWith(body: B): DocumentKey | null;
  /** The number by which people ask for it; null for a kind that has none, beside its id. */
  numberOf(body: B): string | null;
  inFeed(body: B): boolean;
  /** Apps that speak an older version of the protocol than this read a body as {@link asOlder} makes it. */
  readonly asIsSince: number;
  asOlder(body: B): unknown;
  /** A body as it was stored, whole. */
  completed(body: B): B;
  /** A body as it is stored: fields that hold their default are left out. */
  compact(body: B): unknown;
  /** The document's new state, as an effect. */
  put(body: B): DocumentEffect;
  /** The new states that these effects hold of this kind, in their order. */
  in(effects: readonly Effect[]): B[];
}

function notWritten(kind: string): never {
  throw new TypeError(`${kind} is made by the server: no operation writes it.`);
}

/** Defines a kind of document. `idOf`, `storeOf` and `registerOf` are left out for those that the server makes of other tables. */
export function defineDocument<const K extends string, S extends z.ZodType>(spec: DocumentSpec<K, S>): DocumentDefinition<K, z.output<S>> {
  const { kind, schema, scope, stored, held, retention, personal } = spec;
  const defaults = defaultsOf(schema);
  const idOf = spec.idOf ?? (() => notWritten(kind));
  const storeOf = spec.storeOf ?? (() => notWritten(kind));
  const registerOf = spec.registerOf ?? (() => notWritten(kind));
  const scopes: Readonly<Record<ScopeKind, (body: z.output<S>) => Scope>> = {
    all: () => 'all',
    store: (body) => storeScope(storeOf(body)),
    register: (body) => registerScope(registerOf(body)),
  };
  return {
    kind,
    schema: schema as unknown as z.ZodType<z.output<S>>,
    since: spec.since ?? 1,
    scope,
    stored,
    held,
    retention,
    personal,
    idOf,
    key: (id) => ({ kind, id }),
    scopeOf: scopes[scope],
    datedBy: spec.datedBy ?? [],
    ends: spec.endOf !== undefined,
    endOf: spec.endOf ?? (() => null),
    endsWith: spec.endsWith ?? (() => null),
    numberOf: spec.numberOf ?? (() => null),
    inFeed: spec.inFeed ?? (() => true),
    completed: (body) => defaults.fillIn(spec.completed?.(body) ?? body) as z.output<S>,
    compact: defaults.leaveOut,
    asIsSince: spec.before?.version ?? 1,
    asOlder: (body) => spec.before?.body(body) ?? body,
    put: (body) => ({ kind: 'document', document: kind, id: idOf(body), body }),
    in: (effects) =>
      effects.flatMap((effect) => (effect.kind === 'document' && effect.document === kind ? [effect.body as z.output<S>] : [])),
  };
}

/** What the rules may look at when they apply an operation. */
export interface StoreReader {
  get<B>(document: DocumentDefinition<string, B>, id: string): B | undefined;
}
