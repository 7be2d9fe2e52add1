import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

/** No room, no room within the quota, and PostgreSQL's own word for both. */
const CODES = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Whether an error says that a disk is full: the database's, or that of a file of ours. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return (typeof code === 'string' && CODES.has(code)) || (typeof message === 'string' && /no space left on device/i.test(message));
}

/**
 * Whether the disk of a folder has less room than that; false where it cannot be told. A folder that is not there yet is
 * looked for at its parent.
 * @param bytes the room that is wanted.
 */
export async function isNearlyFull(folder: string, bytes: number): Promise<boolean> {
  const room = await statfs(folder).catch(() => statfs(dirname(folder)).catch(() => null));
  return room !== null && room.bavail * room.bsize < bytes;
}
