import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../base/replace-file.ts';
import { type Certified, isGoodFor, makeAuthority, makeServerCertificate } from './make-certificate.ts';

/** Days before its end at which the server's certificate is made anew. */
const RENEW_BEFORE = 30;

/** The names and addresses at which this machine may be reached, those that people would type first. */
export function machineNames(host: string): string[] {
  const own = hostname().toLowerCase();
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter((one) => !one.internal && !one.address.startsWith('fe80'))
    .map((one) => one.address);
  const named = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(own) ? [own, ...(own.includes('.') ? [] : [`${own}.local`])] : [];
  const asked = ['0.0.0.0', '::', '127.0.0.1', 'localhost'].includes(host) ? [] : [host.toLowerCase()];
  return [...new Set([...asked, ...named, ...addresses, 'localhost', '127.0.0.1', '::1'])];
}

/** Null also where the two do not belong together: a start was killed between writing one and the other. */
async function readPair(folder: string, name: string): Promise<Certified | null> {
  try {
    const cert = await readFile(join(folder, `${name}.crt`), 'utf8');
    const key = await readFile(join(folder, `${name}.key`), 'utf8');
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)) ? { cert, key } : null;
  } catch {
    return null;
  }
}

async function keepPair(folder: string, name: string, { cert, key }: Certified): Promise<void> {
  await replaceFile(join(folder, `${name}.key`), key);
  await replaceFile(join(folder, `${name}.crt`), cert);
}

/** Whether the authority of today has signed a certificate, and none that was replaced. */
function isSignedBy(cert: string, authority: string): boolean {
  return new X509Certificate(cert).verify(new X509Certificate(authority).publicKey);
}

export interface LocalCertificate extends Certified {
  /** The authority that devices are told to trust, as PEM. */
  readonly authority: string;
}

/**
 * The certificate of this machine, signed by an authority of its own. Both are kept; the authority for ten years, the
 * certificate until it is about to end or the machine has another name or address.
 * @param folder where they are kept, nobody else's to read.
 */
export async function ensureLocalCertificate(folder: string, names: readonly string[], now: Date): Promise<LocalCertificate> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // The name is the same for all that such an authority signs: it is looked up by it.
  const name = `Outpost on ${hostname()}`;
  let authority = await readPair(folder, 'authority');
  let server = await readPair(folder, 'server');
  if (authority === null || !isGoodFor(authority.cert, [], now, RENEW_BEFORE)) {
    authority = makeAuthority(name, now);
    // Before the pair: an authority without the name that it signs as could sign nothing that is believed.
    await replaceFile(join(folder, 'authority.name'), name);
    await keepPair(folder, 'authority', authority);
    server = null;
  }
  if (server === null || !isSignedBy(server.cert, authority.cert) || !isGoodFor(server.cert, names, now, RENEW_BEFORE)) {
    const signedAs = await readFile(join(folder, 'authority.name'), 'utf8').catch(() => name);
    server = makeServerCertificate({ name: signedAs, key: createPrivateKey(authority.key) }, names, now);
    await keepPair(folder, 'server', server);
  }
  return { ...server, authority: authority.cert };
}
