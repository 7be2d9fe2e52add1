import { createPrivateKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureLocalCertificate } from './local-certificate.ts';

const NAMES = ['till.example', '192.168.7.9', '2001:db8::7', 'localhost', '127.0.0.1', '::1'];
const now = new Date('2026-06-01T12:00:00.000Z');
const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outpost-tls-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('the certificate of the machine', () => {
  it('is good for every name and address, signed by an authority that signs for servers alone', async () => {
    const { cert, authority } = await ensureLocalCertificate(folder, NAMES, now);
    const [own, issuer] = [new X509Certificate(cert), new X509Certificate(authority)];
    expect([own.ca, issuer.ca, own.checkIssued(issuer), own.verify(issuer.publicKey), issuer.verify(issuer.publicKey)]).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
    expect(['till.example', 'localhost'].map((name) => own.checkHost(name))).toEqual(['till.example', 'localhost']);
    expect(['192.168.7.9', '2001:db8::7', '127.0.0.1', '::1'].every((ip) => own.checkIP(ip) !== undefined)).toBe(true);
    expect(own.checkHost('other.example')).toBeUndefined();
    const days = (new Date(own.validTo).getTime() - new Date(own.validFrom).getTime()) / 86_400_000;
    expect(days).toBeLessThan(398);
    expect((await stat(join(folder, 'authority.key'))).mode & 0o777).toBe(0o600);
  });

  it('is the same at each start, and made anew under the same authority before it ends or when the machine moves', async () => {
    const first = await ensureLocalCertificate(folder, NAMES, now);
    expect(await ensureLocalCertificate(folder, NAMES, later(300))).toEqual(first);
    const renewed = await ensureLocalCertificate(folder, NAMES, later(380));
    expect(renewed.authority).toBe(first.authority);
    expect(renewed.cert).not.toBe(first.cert);
    const moved = await ensureLocalCertificate(folder, [...NAMES, '10.0.0.1'], later(380));
    expect(new X509Certificate(moved.cert).checkIP('10.0.0.1')).toBeDefined();
    expect(new X509Certificate(moved.cert).verify(new X509Certificate(first.authority).publicKey)).toBe(true);
  });

  it('is made anew where a start was killed between two of its files, and the authority stays', async () => {
    const first = await ensureLocalCertificate(folder, NAMES, now);
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    await writeFile(join(folder, 'server.key'), key);
    const again = await ensureLocalCertificate(folder, NAMES, now);
    expect(again.authority).toBe(first.authority);
    expect(new X509Certificate(again.cert).checkPrivateKey(createPrivateKey(again.key))).toBe(true);
    const elsewhere = await mkdtemp(join(tmpdir(), 'outpost-tls-'));
    const other = await ensureLocalCertificate(elsewhere, NAMES, now);
    for (const name of ['authority.crt', 'authority.key']) await copyFile(join(elsewhere, name), join(folder, name));
    const signed = await ensureLocalCertificate(folder, NAMES, now);
    await rm(elsewhere, { recursive: true });
    expect(signed.authority).toBe(other.authority);
    expect(new X509Certificate(signed.cert).verify(new X509Certificate(other.authority).publicKey)).toBe(true);
  });

  it('is believed by a client that trusts the authority, and by no other', async () => {
    const { cert, key, authority } = await ensureLocalCertificate(folder, NAMES, new Date());
    const server = createServer({ cert, key }, (_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const ask = (ca?: string) =>
      new Promise<string>((resolve) => {
        get({ host: '127.0.0.1', port, ...(ca === undefined ? {} : { ca }) }, (response) => {
          response.resume();
          resolve(`answered ${response.statusCode}`);
        }).on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      });
    expect(await ask(authority)).toBe('answered 200');
    expect(await ask()).toBe('UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    server.close();
  });
});
