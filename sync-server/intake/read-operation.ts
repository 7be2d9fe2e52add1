import { hash as digest } from 'node:crypto';
import type { z } from 'zod';
import { type Fault, fault } from '../../domain/base/fault.ts';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { hashedText } from '../../domain/base/hash-operation.ts';
import { operation, type Operation } from '../../domain/registry/operations.ts';
import { isReadableVersion, upgradeContent } from '../../domain/registry/upgrade-operation.ts';
import { holdsUnstorableText } from '../../domain/base/text.ts';

/** An operation as it arrived, as far as it can be read. */
export interface ReadOperation {
  /** As it arrived. */
  readonly raw: Record<string, unknown>;
  /** In lower case, as the database compares it. */
  readonly id: string;
  readonly registerId: string;
  readonly seq: number;
  /** Tells contents apart (rule J3): the hash, or for a forged one a hash over that and the content. */
  readonly contentHash: string;
  /** Whether the hash it carries is that of its content. */
  readonly hashHolds: boolean;
  /** What the operation after it has to name as `prevHash`. */
  readonly link: string;
  /** What is written to the database: the operation itself, or its text where jsonb cannot hold it. */
  readonly body: unknown;
  /** `body` as JSON. */
  readonly bodyJson: string;
  /** In the shape of today, whatever version it was written in; hashes are over what arrived. */
  readonly parsed:
    | { readonly ok: true; readonly operation: Operation }
    | { readonly ok: false; readonly code: 'unsupported_version' | 'bad_schema'; readonly fault: Fault };
}

export type Reading =
  | { readonly ok: true; readonly value: ReadOperation }
  | { readonly ok: false; readonly id: string | null; readonly fault: Fault; readonly body: unknown };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HASH = /^[0-9a-f]{64}$/;
const DEEPEST = 64;
/** NUL and lone surrogates, as JSON.stringify escapes them: jsonb takes neither. */
const MAYBE_UNSTORABLE = /\\u(?:0000|d[89a-f])/;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

function sha256(text: string): string {
  return digest('sha256', text);
}

/** What of a refused or unreadable thing can be kept for a person to look at. */
function keepable(raw: unknown): unknown {
  if (isDeeper(raw, DEEPEST)) return null;
  return holdsUnstorableText(raw) ? JSON.stringify(raw) : raw;
}

/** Where an issue is; of fields too many, the first. */
function pathOf(issue: z.core.$ZodIssue | undefined): string {
  const key = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...key].join('.');
}

function parse(raw: Record<string, unknown>): ReadOperation['parsed'] {
  if (!isReadableVersion(raw['version'])) {
    const given = raw['version'];
    const version = typeof given === 'number' || typeof given === 'string' ? given : typeof given;
    return { ok: false, code: 'unsupported_version', fault: fault('version_not_readable', { version, newest: OPERATION_VERSION }) };
  }
  const result = operation.safeParse(upgradeContent(raw));
  if (result.success) return { ok: true, operation: result.data };
  const issue = result.error.issues[0];
  return { ok: false, code: 'bad_schema', fault: fault('field_not_valid', { path: pathOf(issue), issue: issue?.code ?? 'custom' }) };
}

/** Reads what arrived as an operation. It needs an id, a register and a place; everything else is judged later. */
export function readOperation(raw: unknown): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { ok: false, id: null, fault: fault('not_an_object'), body: keepable(raw) };
  }
  const fields = raw as Record<string, unknown>;
  const { id, registerId, seq, hash } = fields;
  if (typeof id !== 'string' || !UUID.test(id)) return { ok: false, id: null, fault: fault('id_not_valid'), body: keepable(raw) };
  if (typeof registerId !== 'string') return { ok: false, id, fault: fault('register_not_valid'), body: keepable(raw) };
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 1) {
    return { ok: false, id, fault: fault('seq_not_valid'), body: keepable(raw) };
  }
  const parsed = parse(fields);
  // What the schema accepts is flat; anything else may be built to exhaust whoever walks through it.
  if (!parsed.ok && isDeeper(raw, DEEPEST)) return { ok: false, id, fault: fault('nested_too_deep', { levels: DEEPEST }), body: null };
  const text = JSON.stringify(raw);
  const unstorable = MAYBE_UNSTORABLE.test(text) && holdsUnstorableText(raw);
  const own = ownHash(fields, text);
  return {
    ok: true,
    value: {
      raw: fields,
      id: id.toLowerCase(),
      registerId,
      seq,
      contentHash: own === hash ? own : sha256(`${own}\n${canonicalJson(hash ?? null)}`),
      hashHolds: own === hash,
      link: typeof hash === 'string' && HASH.test(hash) ? hash : own,
      body: unstorable ? text : raw,
      bodyJson: unstorable ? JSON.stringify(text) : text,
      parsed: unstorable ? { ok: false, code: 'bad_schema', fault: fault('text_not_storable') } : parsed,
    },
  };
}

/** The hash that the content has, whatever the order of its keys: the database does not keep that. */
function ownHash(fields: Record<string, unknown>, text: string): string {
  try {
    return sha256(hashedText(fields));
  } catch {
    // A number that JSON cannot carry, such as 1e999, is null from here on. No register can have hashed it.
    return sha256(hashedText(JSON.parse(text) as object));
  }
}

/** Tells apart what could not be read, as `contentHash` does for what could. @param body as `Reading` keeps it. */
export function unreadableHash(body: unknown): string {
  return sha256(JSON.stringify(body ?? null));
}

/** Reads again what was parked. */
export function readParked(body: unknown): ReadOperation {
  const reading = readOperation(typeof body === 'string' ? (JSON.parse(body) as unknown) : body);
  if (!reading.ok) throw new Error(`A parked operation cannot be read again: ${reading.fault.code}`);
  return reading.value;
}
