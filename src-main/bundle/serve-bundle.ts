import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { isOwnUrl } from '../guard/own-page.ts';
import { bundlePath } from './bundle-path.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/**
 * Answers the app's own scheme from the files under `root`. A path without an extension is a place in the app
 * and gets the page itself; a missing file gets 404; whatever is no plain request for a file of the bundle, 400 or 405.
 */
export function createBundleHandler(root: string, contentPolicy: string): (request: Request) => Promise<Response> {
  const headers = {
    'content-security-policy': contentPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-cache',
  };
  const refuse = (status: number) => new Response(null, { status, headers });

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    if (!isOwnUrl(request.url)) return refuse(400);
    const path = bundlePath(new URL(request.url).pathname);
    if (path === null) return refuse(400);

    const file = extname(path) === '' ? 'index.html' : path;
    const body = await readIfThere(join(root, file));
    if (body === undefined) return refuse(404);
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return new Response(request.method === 'HEAD' ? null : body, { headers: { ...headers, 'content-type': type } });
  };
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return undefined;
  }
}
