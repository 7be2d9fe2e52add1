import { OPERATION_VERSION, type WrittenOperation } from '../base/envelope.ts';
import { definitionOfType, type Operation } from './operations.ts';

type Content = Readonly<Record<string, unknown>>;

/** Brings content from one version to the next; null where the version that it names cannot have written it. */
function upgradeFrom(version: number, content: Content): Content | null {
  const { type, payload } = content;
  const definition = typeof type === 'string' ? definitionOfType(type) : undefined;
  if (definition === undefined || definition.since > version) return null;
  const upgraded = definition.upgrade(payload, version);
  if (upgraded === undefined) return null;
  // Version 3 says of every operation who else allowed it.
  const approved = version === 2 && !('approval' in content) ? { approval: null } : {};
  return { ...content, ...approved, version: version + 1, payload: upgraded };
}

/** Fills in what was left out because it is the default. */
function complete(content: Content): Content {
  const { type } = content;
  const whole = typeof type === 'string' ? definitionOfType(type)?.completed(content) : undefined;
  return (whole ?? content) as Content;
}

/** Whether operations of this version can be read here: those of today and all before. */
export function isReadableVersion(version: unknown): boolean {
  return typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= OPERATION_VERSION;
}

/**
 * Brings what an earlier version wrote to the shape of today, for the schema to read: that fills in the defaults, or refuses what could
 * not be upgraded. Hashes and the chain are over what was written, so they are checked before; the upgraded operation keeps the hash and
 * the place that it has.
 */
export function upgradeContent(written: Content): Content {
  let content = written;
  for (let version = 1; version < OPERATION_VERSION; version += 1) {
    if (content['version'] === version) content = upgradeFrom(version, content) ?? content;
  }
  return content;
}

/**
 * Reads, whole and without the schema, an entry of one's own journal or of the pool: it holds only what an app of this version or an
 * earlier one has written.
 */
export function upgradeOperation(written: WrittenOperation): Operation {
  const content = upgradeContent(written as unknown as Content);
  return (content['version'] === OPERATION_VERSION ? complete(content) : content) as unknown as Operation;
}
