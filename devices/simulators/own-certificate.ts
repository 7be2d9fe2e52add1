import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

const TEN_YEARS_MS = 3_650 * 86_400_000;

/** A certificate and its private key, as PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/**
 * The certificate with which a simulated device shows that it is the one, made at its first start and kept, as that of a real one is.
 * @param folder where it is kept; made anew each time without one.
 */
export async function ownCertificate(folder: string | null, name: string): Promise<Certificate> {
  const [certFile, keyFile] = ['certificate.pem', 'key.pem'].map((file) => join(folder ?? '', file)) as [string, string];
  if (folder !== null && existsSync(certFile) && existsSync(keyFile)) {
    return { cert: readFileSync(certFile, 'utf8'), key: readFileSync(keyFile, 'utf8') };
  }
  const { cert, private: key } = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + TEN_YEARS_MS),
  });
  if (folder !== null) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(keyFile, key, { mode: 0o600 });
    writeFileSync(certFile, cert);
  }
  return { cert, key };
}
