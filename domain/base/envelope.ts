import { z } from 'zod';
import { text } from './text.ts';

/** The version in which operations are written today. Older ones are read by `upgradeOperation`, never migrated. */
export const OPERATION_VERSION = 3;

/** The `prevHash` of a register's first operation. */
export const FIRST_PREV_HASH = '0'.repeat(64);

export const hash = text.regex(/^[0-9a-f]{64}$/, 'A hash is 64 lower-case hexadecimal digits.');
/** A day of a calendar that begins with the year 1: databases know no year 0. */
export const businessDate = z.iso
  .date('A business date is written YYYY-MM-DD.')
  .refine((day) => !day.startsWith('0000'), 'There is no year 0.');
export const entityId = text.min(1).max(64);
export const instant = z.iso.datetime({ error: 'A time is written in ISO 8601, UTC: 2026-01-31T12:00:00.000Z.' });
export const quantity = z.number().int().min(1, 'A quantity is at least 1.').max(1_000_000);

/** Another person allowed it: who, how they showed who they are, and for what (rule A1). */
export const approval = z.strictObject({
  associateId: entityId,
  permission: entityId,
  method: z.enum(['pin', 'badge', 'remote']),
});

/** What every operation carries, whatever a person did (rules J2, J7, J8). */
export const operationEnvelope = z.strictObject({
  /** UUIDv7. */
  id: z.uuidv7(),
  version: z.literal(OPERATION_VERSION),
  registerId: entityId,
  storeId: entityId,
  /** Gapless from 1 within the register. */
  seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** `hash` of the operation before it in the register, or 64 zeros for the first. */
  prevHash: hash,
  /** SHA-256 over the canonical JSON of everything but this field. */
  hash,
  /** How many receipts the register has numbered up to and including this operation. */
  receiptCount: z.number().int().min(0),
  associateId: entityId.nullable(),
  shiftId: entityId.nullable(),
  businessDate,
  /** The device's time when it happened. For people to read; order is `seq` (rule J8). */
  at: instant,
  /** Server time minus device time in milliseconds when last in contact; null before the first contact. */
  clockOffsetMs: z.number().int().nullable(),
  /** Null where nobody else had to allow it. */
  approval: approval.nullable().default(null),
});

export type Approval = z.infer<typeof approval>;
export type Envelope = z.infer<typeof operationEnvelope>;

/** An operation of any type, in the shape of today. */
export type AnyOperation = Envelope & { readonly type: string; readonly payload: unknown };

/**
 * An operation as it stands in a journal and travels, in whatever version it was written and without the fields that hold their
 * default; its hash is over exactly this.
 */
export type WrittenOperation = Omit<Envelope, 'version'> & {
  readonly version: number;
  readonly type: string;
  readonly payload: unknown;
};
