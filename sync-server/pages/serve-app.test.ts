import Fastify from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentPolicy } from '../../domain/device/content-policy.ts';
import type { App } from '../access/route-context.ts';
import { securityHeaders } from '../http/security-headers.ts';
import { serveApp } from './serve-app.ts';

let folder: string;
const app: App = Fastify();
// As the server does for every answer.
app.addHook('onRequest', async (request, reply) => {
  void reply.headers(securityHeaders(request));
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-app-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<p>start page</p>');
  await writeFile(join(folder, 'assets', 'main-4f2a.js'), 'start()');
  await mkdir(join(folder, 'office'));
  await writeFile(join(folder, 'office', 'index.html'), '<p>head office</p>');
  await serveApp(app, folder, 4700);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

it.each([['/'], ['/sale'], ['/pickup/W-1']])('gives the start page at %s, guarded by its policy and never kept', async (url) => {
  const page = await app.inject({ url, headers: { accept: 'text/html' } });
  expect([page.statusCode, page.body]).toEqual([200, '<p>start page</p>']);
  expect(page.headers['content-security-policy']).toBe(contentPolicy('ws://127.0.0.1:4700'));
  expect(page.headers['cache-control']).toBe('no-cache');
});

it('lets the head office, which has no devices, connect to the server alone', async () => {
  const page = await app.inject({ url: '/office/', headers: { accept: 'text/html' } });
  expect([page.body, page.headers['content-security-policy']]).toEqual(['<p>head office</p>', contentPolicy('')]);
});

it('lets browsers keep files that never change', async () => {
  const script = await app.inject({ url: '/assets/main-4f2a.js' });
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

it.each([
  ['an address of the interface', '/v1/nothing', 'text/html'],
  ['a file that is not there', '/assets/gone.js', '*/*'],
  ['a way out of the folder', '/..%2f..%2fetc%2fpasswd', '*/*'],
])('says that there is nothing: %s', async (_what, url, accept) => {
  const answer = await app.inject({ url, headers: { accept } });
  expect([answer.statusCode, answer.json()]).toMatchObject([404, { error: { code: 'not_found' } }]);
  expect(answer.headers['cache-control']).toBe('no-store');
});
