import { z } from 'zod';
import { entityId, instant } from '../base/envelope.ts';
import { batchSignature, publicKey } from '../base/signature.ts';
import { text } from '../base/text.ts';
import { reasonFacts } from '../quarantine/reason.ts';

/** The version of the messages between register and server. Operations have a version of their own. */
export const PROTOCOL_VERSION = 2;

/** The oldest version that a server of today still speaks. */
export const OLDEST_PROTOCOL_VERSION = 1;

/** The header in which register and server tell each other their version, in every request and every answer. */
export const PROTOCOL_HEADER = 'outpost-protocol';

/** The version that a message names in {@link PROTOCOL_HEADER}. Version 1 did not send it. */
export function protocolVersionOf(header: unknown): number {
  return typeof header === 'string' && /^[1-9]\d{0,5}$/.test(header) ? Number(header) : 1;
}

/** How many operations a register sends at once at most. */
export const PUSH_LIMIT = 500;

/** How many changes a register pulls at once at most. */
export const PULL_LIMIT = 1000;

/** One thing that is wrong with a request: a code for programs, a sentence for people, the field and what to send instead. */
export const requestFault = z.object({
  code: text,
  message: text,
  field: text.optional().describe('The path of the field that is wrong, where there is one: `lines.0.sku`.'),
  fix: text.optional().describe('What to do about it.'),
  facts: z.record(text, text).optional().describe('What it tells, for programs and for sentences in other languages.'),
});

/** How many faults one answer lists at most: a body of 2 MB may hold hundreds of thousands. */
export const FAULT_LIMIT = 1000;

/** What every refusal of the server looks like. Servers before it had `errors` do not send it. */
export const errorBody = z.object({
  error: requestFault.describe('What is wrong. Where several things are, the first of them.'),
  errors: z.array(requestFault).optional().describe(`All that is wrong, up to ${FAULT_LIMIT} things.`),
});

/**
 * The refusals after which there is no use in trying again: the register runs on two machines, was withdrawn, the server does not know
 * its token, or the app is too old for the server. After `server_too_old` there is: it gets its update some time.
 */
export const FINAL_REFUSALS = ['register_cloned', 'register_withdrawn', 'token_unknown', 'too_old'] as const;
export type FinalRefusal = (typeof FINAL_REFUSALS)[number];

export function isFinalRefusal(code: string): code is FinalRefusal {
  return (FINAL_REFUSALS as readonly string[]).includes(code);
}

/** SHA-256 in lower-case hexadecimal (rule J2). */
const operationHash = z.string().regex(/^[0-9a-f]{64}$/);

const protocolVersion = z.number().int().min(1).max(999_999);

/** `POST /v1/registers/enrol`: a one-time code becomes a register with a token of its own. Apps before rule A4 have no key. */
export const enrolRequest = z.strictObject({ code: text.trim().min(4).max(40), protocolVersion, publicKey: publicKey.optional() });

/** `POST /v1/registers/key`: a register that was enrolled without a key names the one that it has made since. */
export const registerKeyRequest = z.strictObject({ publicKey });

// Answers may say more than a register knows of, so that a server may be newer than it: what is not known is left alone.

export const enrolment = z.object({
  registerId: entityId,
  storeId: entityId,
  storeName: text,
  /** Of its receipt numbers (rule J7). */
  prefix: text,
  /** For `Authorization: Bearer`. Shown once. */
  token: text,
  serverTime: instant,
});

/**
 * `POST /v1/operations`: a register's operations in `seq` order. Each is checked on its own (rule J6). The version stands
 * here too, because a server of version 1 refuses a message with a field that it does not know: so it takes no operation
 * that it could not read.
 */
export const pushRequest = z.strictObject({
  protocolVersion: protocolVersion.optional(),
  operations: z.array(z.unknown()).min(1).max(PUSH_LIMIT),
  /** By the register's key, for the newest of the operations (rule A4). Required once the server knows the key. */
  signature: batchSignature.optional(),
});

/**
 * A change sequence for each scope: how far a register has come, or, in a `change` event on `GET /v1/events`, how far the
 * server has; that event is a hint, pulling is what counts.
 */
export const checkpoint = z.record(text, z.number().int().min(0));

/** What a code tells by name. Version 1 of the protocol has a text instead. */
const told = { facts: reasonFacts.optional(), message: z.string().optional() };

export const operationResult = z.discriminatedUnion('outcome', [
  /** Applied, now or earlier; `changes` names the change sequences at which its effects stand (rule R3). */
  z.object({ outcome: z.literal('applied'), id: z.string(), seq: z.number(), changes: checkpoint }),
  /** Kept until the operations before it have come (rule J4). */
  z.object({ outcome: z.literal('parked'), id: z.string(), seq: z.number(), missingFrom: z.number() }),
  /** Has its place in the sequence, has no effect, and waits for a person (rule J6). */
  z.object({ outcome: z.literal('quarantined'), id: z.string(), seq: z.number(), code: z.string(), ...told }),
  /**
   * Has no place in this register's sequence and changes nothing: `id_reused`, `seq_reused`, `chain_broken`, `other_register`,
   * `not_an_operation`.
   */
  z.object({ outcome: z.literal('refused'), id: z.string().nullable(), code: z.string(), ...told }),
]);

export const pushResponse = z.object({
  results: z.array(operationResult),
  /** The next `seq` that the server waits for: everything below is safe with it. */
  expectedSeq: z.number().int().min(1),
  /**
   * The hash that the operation before `expectedSeq` carries. A register with another one in that place runs twice
   * (rule J7). Null before the first and where the operation carries none; servers before this field leave it out.
   */
  lastHash: operationHash.nullish(),
  serverTime: instant,
});

/**
 * `POST /v1/operations/carried`: operations of another register of the same store (rules J3, A4), consecutive and in `seq` order. They
 * are taken as if that register had sent them when its signature for the newest holds. Otherwise none of them is.
 */
export const carriedRequest = z.strictObject({
  registerId: entityId,
  operations: z.array(z.unknown()).min(1).max(PUSH_LIMIT),
  signature: batchSignature.optional(),
});

export const carriedResponse = z.object({
  /** One for each operation. All are `refused` with the same code when the batch was not taken; it is in quarantine then. */
  results: z.array(operationResult),
  /** As in {@link pushResponse}, of the register that is carried; null when the batch was not taken. */
  expectedSeq: z.number().int().min(1).nullable(),
  serverTime: instant,
});

/** `POST /v1/pull`: what has changed since a checkpoint, all scopes of the register in one answer. */
export const pullRequest = z.strictObject({
  checkpoint,
  limit: z.number().int().min(1).max(PULL_LIMIT).default(PULL_LIMIT),
  /** The epoch that the answer before this one named; null before the first. An answer names it only to a register that sends one. */
  epoch: text.max(64).nullable().optional(),
  /** What earlier apps call `epoch`, and expect their answer to call it. */
  life: text.max(64).nullable().optional(),
});

export const change = z.object({
  scope: text,
  seq: z.number().int().min(1),
  /** One of `REPLICA_KINDS`, or a kind that a newer server knows. */
  kind: text.min(1).max(100),
  id: text,
  /** The whole document as it is now; null when it is gone. */
  body: z.unknown(),
});

export const pullResponse = z.object({
  changes: z.array(change),
  /** Where the register stands when it has stored these changes. */
  checkpoint,
  /** Whether there was nothing more at that moment. */
  complete: z.boolean(),
  /** The highest `seq` of this register whose effects are in everything up to `checkpoint` (rule R3). */
  appliedSeq: z.number().int().min(0),
  /** The hash that the operation at `appliedSeq` carries: see `lastHash` of {@link pushResponse}. */
  appliedHash: operationHash.nullish(),
  /** To be kept with the checkpoint and sent along with it: it tells the server whether the database was set back since. */
  epoch: text.nullable().optional(),
  serverTime: instant,
});

export type ErrorBody = z.infer<typeof errorBody>;
export type RequestFault = z.infer<typeof requestFault>;
export type Enrolment = z.infer<typeof enrolment>;
export type Checkpoint = z.infer<typeof checkpoint>;
export type OperationResult = z.infer<typeof operationResult>;
export type PushResponse = z.infer<typeof pushResponse>;
export type CarriedBatch = z.infer<typeof carriedRequest>;
export type CarriedResponse = z.infer<typeof carriedResponse>;
export type Change = z.infer<typeof change>;
export type PullResponse = z.infer<typeof pullResponse>;
