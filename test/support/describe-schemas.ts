import { DOCUMENTS } from '../../domain/registry/registry.ts';
import { z } from 'zod';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { OPERATION_VERSION } from '../../domain/base/envelope.ts';
import { sha256Hex } from '../../domain/base/hash-operation.ts';
import { operation } from '../../domain/registry/operations.ts';
import * as protocol from '../../domain/protocol/protocol.ts';

/** What has a version of its own: the operations, and the messages with the documents that they carry. */
export type Format = 'operation' | 'protocol';

const MESSAGES = [
  'errorBody',
  'enrolRequest',
  'enrolment',
  'registerKeyRequest',
  'pushRequest',
  'pushResponse',
  'carriedRequest',
  'carriedResponse',
  'pullRequest',
  'pullResponse',
  'checkpoint',
] as const;

function describe(schemas: Readonly<Record<string, z.ZodType>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })]),
  );
}

/** What a format is, as JSON schemas: two versions with the same description are the same format. */
export function describeFormat(format: Format): Record<string, unknown> {
  if (format === 'operation') return describe({ operation });
  return describe({
    ...Object.fromEntries(MESSAGES.map((name) => [name, protocol[name]])),
    ...Object.fromEntries(DOCUMENTS.map(({ kind, schema }) => [kind, schema])),
  });
}

export const VERSION_OF: Readonly<Record<Format, number>> = { operation: OPERATION_VERSION, protocol: protocol.PROTOCOL_VERSION };

export function hashFormat(description: Record<string, unknown>): string {
  return sha256Hex(canonicalJson(description));
}

/** What was recorded of a version. */
export interface RecordedVersion {
  readonly hash: string;
  /** From then on it never changes. */
  readonly released: boolean;
}

const CONSTANT: Readonly<Record<Format, string>> = { operation: 'OPERATION_VERSION', protocol: 'PROTOCOL_VERSION' };

/** What to do where a format is not as it was recorded, in one or two sentences; null where it is. */
export function formatAdvice(format: Format, version: number, recorded: RecordedVersion | undefined, hash: string): string | null {
  if (recorded?.hash === hash) return null;
  const record = `in test/fixtures/versions.json, under "${format}" and "${version}", put { "hash": "${hash}", "released": false }`;
  if (recorded === undefined) return `Version ${version} of ${format} is not recorded: ${record}.`;
  if (recorded.released) {
    return (
      `Version ${version} of ${format} is released and has changed: raise ${CONSTANT[format]}, keep what version ${version} ` +
      'wrote under test/fixtures, ' +
      `${format === 'operation' ? 'give upgrade-operation.ts a step from it' : 'see that the server still speaks it'}, and ` +
      'record the new version.'
    );
  }
  return (
    `Version ${version} of ${format} is not released yet and has changed. If what it wrote can still be read, record it anew: ` +
    `${record}. Otherwise raise ${CONSTANT[format]} and keep fixtures of the version before.`
  );
}
