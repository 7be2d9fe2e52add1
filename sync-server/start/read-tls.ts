import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { ensureLocalCertificate, machineNames } from '../tls/local-certificate.ts';
import { PlainFailure } from './plain-failure.ts';
import type { StartOptions } from './read-options.ts';

/** What the server proves with who it is. */
export interface ServerTls {
  readonly cert: string;
  readonly key: string;
  /** The name at which people open it. */
  readonly name: string;
  /** Others at which it can be opened: an address works where nobody knows the name. */
  readonly otherNames: readonly string[];
  /** The authority that devices have to be told to trust; null for a certificate that they trust by themselves. */
  readonly authority: { readonly cert: string; readonly fingerprint: string } | null;
}

async function readPem(file: string, option: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new PlainFailure(`The file that ${option} names cannot be read (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** Reads a certificate of one's own. @throws PlainFailure when a file is missing, unreadable, or the two do not belong together. */
async function readOwn(certFile: string, keyFile: string): Promise<ServerTls> {
  const [cert, key] = [await readPem(certFile, '--tls-cert'), await readPem(keyFile, '--tls-key')];
  let read: X509Certificate;
  try {
    read = new X509Certificate(cert);
  } catch {
    throw new PlainFailure(
      `${certFile} is no certificate in PEM; give --tls-cert the server's certificate, followed by those between it and its authority.`,
    );
  }
  let belongs = false;
  try {
    belongs = read.checkPrivateKey(createPrivateKey(key));
  } catch {
    throw new PlainFailure(`${keyFile} is no private key in PEM without a password; give --tls-key the key of the certificate.`);
  }
  if (!belongs) throw new PlainFailure(`The key in ${keyFile} is not that of the certificate in ${certFile}.`);
  if (new Date(read.validTo).getTime() < Date.now())
    throw new PlainFailure(`The certificate in ${certFile} has ended on ${read.validTo}; renew it.`);
  const name = /(?:DNS|IP Address):([^,\s*]+)/.exec(read.subjectAltName ?? '')?.[1] ?? 'localhost';
  return { cert, key, name, otherNames: [], authority: null };
}

/** What the options ask for: a certificate of one's own, one that is made here, or none. @throws PlainFailure */
export async function readTls({
  tls,
  tlsCert,
  tlsKey,
  host,
  data,
}: Pick<StartOptions, 'tls' | 'tlsCert' | 'tlsKey' | 'host' | 'data'>): Promise<ServerTls | undefined> {
  if (tlsCert !== undefined && tlsKey !== undefined) return readOwn(tlsCert, tlsKey);
  if (tlsCert !== undefined || tlsKey !== undefined)
    throw new PlainFailure('A certificate needs its key: give --tls-cert and --tls-key, or --tls alone to have both made.');
  if (!tls) return undefined;
  const names = machineNames(host);
  const { cert, key, authority } = await ensureLocalCertificate(join(data, 'tls'), names, new Date());
  return {
    cert,
    key,
    name: names[0] ?? 'localhost',
    otherNames: names.slice(1).filter((name) => isIP(name) === 4 && name !== '127.0.0.1'),
    authority: { cert: authority, fingerprint: new X509Certificate(authority).fingerprint256 },
  };
}
