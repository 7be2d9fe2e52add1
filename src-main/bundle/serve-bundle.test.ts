import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBundleHandler } from './serve-bundle.ts';

let folder: string;
let serve: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-bundle-'));
  await mkdir(join(folder, 'bundle/assets'), { recursive: true });
  await writeFile(join(folder, 'bundle/index.html'), '<h1>Outpost</h1>');
  await writeFile(join(folder, 'bundle/assets/app.js'), 'export {}');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  serve = createBundleHandler(join(folder, 'bundle'), "default-src 'none'");
});
afterAll(() => rm(folder, { recursive: true }));

describe('the bundle', () => {
  it.each([
    ['app://bundle/', 200, 'text/html; charset=utf-8', '<h1>Outpost</h1>'],
    ['app://bundle/pickup', 200, 'text/html; charset=utf-8', '<h1>Outpost</h1>'],
    ['app://bundle/assets/app.js?v=1', 200, 'text/javascript; charset=utf-8', 'export {}'],
    ['app://bundle/assets/gone.js', 404, null, ''],
    ['app://bundle/..%2fsecret.txt', 400, null, ''],
    ['app://bundle/%2e%2e%5csecret.txt', 400, null, ''],
    ['app://elsewhere/index.html', 400, null, ''],
  ])('%s answers %s', async (url, status, type, body) => {
    const response = await serve(new Request(url));
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([status, type, body]);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is only read', async () => {
    expect((await serve(new Request('app://bundle/', { method: 'POST', body: 'x' }))).status).toBe(405);
    expect(await (await serve(new Request('app://bundle/', { method: 'HEAD' }))).text()).toBe('');
  });
});
