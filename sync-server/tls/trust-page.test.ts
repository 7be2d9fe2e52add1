import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveTrustPage, type TrustPage } from './trust-page.ts';

let page: TrustPage;
const url = (path: string) => `http://127.0.0.1:${page.port}${path}`;
beforeAll(async () => {
  page = await serveTrustPage({ host: '127.0.0.1', port: 0, appPort: 4680, authority: 'THE AUTHORITY', fingerprint: 'AA:BB' });
});
afterAll(() => page.close());

it('says how to trust the server, and leads to the app at the address at which the page was opened', async () => {
  const response = await fetch(url('/anything'));
  const text = await response.text();
  expect(text).toContain('href="https://127.0.0.1:4680/"');
  for (const words of ['AA:BB', 'Android', 'Windows', 'iPad', '/outpost-authority.crt']) expect(text).toContain(words);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('gives the certificate of the authority, and takes nothing', async () => {
  const response = await fetch(url('/outpost-authority.crt'));
  expect([response.headers.get('content-type'), await response.text()]).toEqual(['application/x-x509-ca-cert', 'THE AUTHORITY']);
  expect((await fetch(url('/'), { method: 'POST', body: 'x' })).status).toBe(405);
});
