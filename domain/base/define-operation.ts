import { z } from 'zod';
import { defaultsOf } from './defaults.ts';
import type { DocumentKey, StoreReader } from './define-document.ts';
import type { Effect } from './effect.ts';
import { type Envelope, operationEnvelope } from './envelope.ts';
import type { Fault } from './fault.ts';
import type { Permission } from './permission.ts';

/** An operation of one type, as it was recorded. */
export type Recorded<T extends string, P> = Envelope & { type: T; payload: P };

/** What a person did, before the journal gives it its place. */
export interface Requested<T extends string, P> {
  readonly type: T;
  readonly payload: P;
  /** The open shift of this register that it is about, where that need not be the one in use. */
  readonly inShift?: string;
}

/** What a decision records to become this operation. */
export type RequestFor<O> = O extends Recorded<infer T, infer P> ? Requested<T, P> : never;

/** Goods that an operation names. */
export interface NamedGoods {
  readonly sku: string;
  readonly quantity: number;
}

/** How much of something is asked for, and who approved it on the spot; nobody where it needed no approval. */
export interface Further {
  readonly weight: number;
  readonly approvers: readonly string[];
  /** Those of them who showed a badge; left out where none did. */
  readonly byBadge?: readonly string[];
}

interface OperationSpec<T extends string, P extends z.ZodType> {
  readonly type: T;
  /** The operation version in which it first stood. */
  readonly since: number;
  readonly permission: Permission;
  /** It tells what has happened on the register already: not to record it would lose the trace. The server still asks (rule A1). */
  readonly isTrace?: boolean;
  readonly payload: P;
  /** The receipt that it numbers (rule J7). */
  readonly receiptOf?: (payload: z.output<P>) => string;
  /** The documents that `apply` looks at, as far as the operation alone tells; those of every operation are in `readsOf`. */
  readonly reads?: (operation: Recorded<T, z.output<P>>) => readonly DocumentKey[];
  /** The documents that it looks at besides, once those of `reads` are known. */
  readonly readsNext?: (reader: StoreReader, operation: Recorded<T, z.output<P>>) => readonly DocumentKey[];
  /** What it changes. Facts are never refused: where the world has moved on, an exception is among the effects (rule J5). */
  readonly apply?: (reader: StoreReader, operation: Recorded<T, z.output<P>>) => readonly Effect[];
  /** The total that is off, or null (rule M1). */
  readonly check?: (reader: StoreReader, payload: z.output<P>) => Fault | null;
  /** Its amounts in minor units by field; none is believed beyond `MOST_BELIEVED_MINOR`. */
  readonly amounts?: (payload: z.output<P>) => readonly (readonly [field: string, minor: number])[];
  /** The amount that decides whether a role may do it alone, in minor units (rule A1). */
  readonly weighs?: (payload: z.output<P>) => number;
  /** Other permissions that it needs in place of its own where it says this: the first that applies. */
  readonly instead?: readonly { readonly permission: Permission; readonly when: (payload: z.output<P>) => boolean }[];
  /** Other permissions that it needs besides, for each of these (rule A1). */
  readonly also?: readonly { readonly permission: Permission; readonly each: (payload: z.output<P>) => readonly Further[] }[];
  /** Colleagues who took part in it and showed a badge for that (decision 37). */
  readonly shownBadges?: (payload: z.output<P>) => readonly string[];
  /** What it says of goods that the catalog should have. */
  readonly goodsOf?: (payload: z.output<P>) => readonly NamedGoods[];
  /** Whether it is said in the name of the head office, which only its own register may (rule A3). */
  readonly byHeadOffice?: (payload: z.output<P>) => boolean;
  /** By the version that wrote it: its payload in the next version; undefined when that version cannot have written it. */
  readonly upgrades?: Readonly<Record<number, (payload: unknown) => unknown>>;
}

/** A type of operation: one definition, in the room that it belongs to. */
export interface OperationDefinition<T extends string = string, P = unknown> {
  readonly type: T;
  readonly since: number;
  /** Every permission that it may need, but for the further one. */
  readonly permissions: readonly Permission[];
  /** The one that this needs. */
  permissionFor(payload: P): Permission;
  readonly isTrace: boolean;
  readonly payload: z.ZodType<P>;
  /** The operation whole, with its envelope. */
  readonly schema: z.core.$ZodTypeDiscriminable & z.ZodType<Recorded<T, P>>;
  readonly numbersReceipt: boolean;
  receiptOf(payload: P): string | null;
  reads(operation: Recorded<T, P>): readonly DocumentKey[];
  /** Whether `readsNext` names any. */
  readonly hasNext: boolean;
  readsNext(reader: StoreReader, operation: Recorded<T, P>): readonly DocumentKey[];
  apply(reader: StoreReader, operation: Recorded<T, P>): readonly Effect[];
  check(reader: StoreReader, payload: P): Fault | null;
  amounts(payload: P): readonly (readonly [field: string, minor: number])[];
  /** Whether an amount decides who may do it alone. */
  readonly isWeighed: boolean;
  weighs(payload: P): number;
  /** The other permissions that it may need; none for most. */
  readonly alsoPermissions: readonly Permission[];
  /** What it needs one of them for. */
  also(payload: P, permission: Permission): readonly Further[];
  shownBadges(payload: P): readonly string[];
  goodsOf(payload: P): readonly NamedGoods[];
  byHeadOffice(payload: P): boolean;
  upgrade(payload: unknown, from: number): unknown;
  /** The operation as it is written: fields that hold their default are left out. */
  compact(operation: unknown): unknown;
  /** A written operation of today's version, whole. */
  completed(operation: unknown): unknown;
  /** Whether an operation is of this type. */
  is(operation: { readonly type: string } | null | undefined): operation is Recorded<T, P>;
  /** What a decision records. */
  request(payload: P): Requested<T, P>;
}

export type RecordedBy<D> = D extends OperationDefinition<infer T, infer P> ? Recorded<T, P> : never;
export type RequestedBy<D> = D extends OperationDefinition<infer T, infer P> ? Requested<T, P> : never;

/** Defines a type of operation. What is left out: it reads and changes nothing, numbers no receipt, holds no amounts and weighs nothing. */
export function defineOperation<const T extends string, P extends z.ZodType>(
  spec: OperationSpec<T, P>,
): OperationDefinition<T, z.output<P>> {
  const { type, since, permission } = spec;
  const schema = operationEnvelope.extend({ type: z.literal(type), payload: spec.payload });
  const defaults = defaultsOf(schema);
  return {
    type,
    since,
    permissions: [permission, ...(spec.instead ?? []).map((one) => one.permission)],
    permissionFor: (payload) => spec.instead?.find(({ when }) => when(payload))?.permission ?? permission,
    isTrace: spec.isTrace ?? false,
    payload: spec.payload as unknown as z.ZodType<z.output<P>>,
    schema: schema as never,
    numbersReceipt: spec.receiptOf !== undefined,
    receiptOf: (payload) => spec.receiptOf?.(payload) ?? null,
    reads: (operation) => spec.reads?.(operation) ?? [],
    hasNext: spec.readsNext !== undefined,
    readsNext: (reader, operation) => spec.readsNext?.(reader, operation) ?? [],
    apply: (reader, operation) => spec.apply?.(reader, operation) ?? [],
    check: (reader, payload) => spec.check?.(reader, payload) ?? null,
    amounts: (payload) => spec.amounts?.(payload) ?? [],
    isWeighed: spec.weighs !== undefined,
    weighs: (payload) => spec.weighs?.(payload) ?? 0,
    alsoPermissions: (spec.also ?? []).map(({ permission: further }) => further),
    also: (payload, further) => (spec.also ?? []).flatMap((one) => (one.permission === further ? one.each(payload) : [])),
    shownBadges: (payload) => spec.shownBadges?.(payload) ?? [],
    goodsOf: (payload) => spec.goodsOf?.(payload) ?? [],
    byHeadOffice: (payload) => spec.byHeadOffice?.(payload) ?? false,
    upgrade: (payload, from) => {
      const step = spec.upgrades?.[from];
      return step === undefined ? payload : step(payload);
    },
    compact: defaults.leaveOut,
    completed: defaults.fillIn,
    is: (operation): operation is Recorded<T, z.output<P>> => operation?.type === type,
    request: (payload) => ({ type, payload }),
  };
}
