import { OPERATION_VERSION } from '../base/envelope.ts';
import type { Operation, WrittenOperation } from './operations.ts';

type Content = Readonly<Record<string, unknown>>;

/** The types of operation that there were in version 1. */
const VERSION_1_TYPES: readonly unknown[] = [
  'shift_opened',
  'shift_closed',
  'sale_completed',
  'goods_returned',
  'picking_started',
  'line_picked',
  'line_short_picked',
  'order_packed',
  'order_staged',
  'order_handed_over',
  'order_shipped',
  'order_rejected',
];

function isContent(value: unknown): value is Content {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** In version 2 an operation that takes goods out of the store tells which: version 1 did not say. */
function fromVersion1(content: Content): Content {
  const { type, payload } = content;
  if (!VERSION_1_TYPES.includes(type)) return content;
  const left = type === 'order_handed_over' || type === 'order_shipped';
  // What claims to be of version 1 and tells all the same was not written by it: it stays as it is, and no schema takes it.
  if (left && isContent(payload) && 'lines' in payload) return content;
  return { ...content, version: 2, payload: left && isContent(payload) ? { ...payload, lines: null } : payload };
}

/** By the version that they read: each brings content to the next one. */
const UPGRADERS: Readonly<Record<number, (content: Content) => Content>> = { 1: fromVersion1 };

/** Whether operations of this version can be read here: those of today and all before. */
export function isReadableVersion(version: unknown): boolean {
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= OPERATION_VERSION;
}

/**
 * Brings what an earlier version wrote to the shape of today. Hashes and the chain are over what was written, so they are
 * checked before; the upgraded operation keeps the hash and the place that it has. What cannot be upgraded is given back
 * as it is, for the schema to refuse.
 */
export function upgradeContent(written: Content): Content {
  let content = written;
  for (let version = 1; version < OPERATION_VERSION; version += 1) {
    if (content['version'] === version) content = UPGRADERS[version]?.(content) ?? content;
  }
  return content;
}

/** Reads an entry of one's own journal, which holds only what an app of this version or an earlier one has written. */
export function upgradeOperation(written: WrittenOperation): Operation {
  return upgradeContent(written) as unknown as Operation;
}
