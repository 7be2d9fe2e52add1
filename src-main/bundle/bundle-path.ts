import { posix } from 'node:path';

/**
 * Turns the path of an app:// address into a path inside the bundle, without a leading slash, or null for one
 * that is malformed or tries to leave it. The root is `index.html`.
 */
export function bundlePath(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // A colon or a backslash means a drive, a stream or a folder on Windows; the bundle has neither.
  if (/[\0\\:]/.test(path) || !path.startsWith('/') || posix.normalize(path) !== path) return null;
  return path === '/' ? 'index.html' : path.slice(1);
}
