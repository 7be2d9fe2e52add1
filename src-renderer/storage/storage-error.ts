/** What kept a device from saving something: no room, or anything else. */
export type StorageTrouble = 'full' | 'failing';

/** Saving failed on this device; the network and the server have nothing to do with it. */
export class StorageFailed extends Error {
  readonly trouble: StorageTrouble;

  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
    this.trouble = storageTrouble(cause);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Tells a full disk from other failures. The browser's error arrives wrapped, by Dexie as an inner error, by a worker as
 * text, so it is looked for everywhere.
 */
export function storageTrouble(error: unknown): StorageTrouble {
  for (let inner = error, depth = 0; inner !== null && typeof inner === 'object' && depth < 5; depth += 1) {
    const { name, message, inner: next, cause } = inner as { name?: unknown; message?: unknown; inner?: unknown; cause?: unknown };
    if (`${String(name)} ${String(message)}`.includes('QuotaExceeded')) return 'full';
    inner = next ?? cause ?? null;
  }
  return typeof error === 'string' && error.includes('QuotaExceeded') ? 'full' : 'failing';
}
