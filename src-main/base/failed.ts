import type { BridgeCode } from '../../domain/device/bridge.ts';

/** Names what went wrong with the disk, for the page. */
export function failed(error: unknown): { ok: false; code: BridgeCode } {
  const code = (error as NodeJS.ErrnoException).code;
  return { ok: false, code: code === 'ENOSPC' || code === 'EDQUOT' ? 'disk_full' : 'io_failed' };
}
