import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, boolean, context, integer, objectId, octets, sequence, set, time, utf8 } from './der.ts';

/** A certificate and its private key, as PEM. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

const DAY = 86_400_000;
/** Days. Devices are told once to trust the authority. */
const AUTHORITY_DAYS = 3_650;
/** Days. Browsers and tablets believe no certificate that is good for longer than 398. */
const SERVER_DAYS = 390;

const ECDSA_SHA256 = sequence(objectId('1.2.840.10045.4.3.2'));
const EXTENSION = {
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  names: '2.5.29.17',
  basic: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedUsage: '2.5.29.37',
};
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';

function extension(id: string, value: Buffer, critical = false): Buffer {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), octets(value));
}

function named(commonName: string): Buffer {
  return sequence(set(sequence(objectId('2.5.4.10'), utf8('Outpost'))), set(sequence(objectId('2.5.4.3'), utf8(commonName))));
}

function spkiOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' });
}

/** The bytes of an IP address, 4 or 16. */
function addressBytes(ip: string): Buffer {
  if (isIP(ip) === 4) return Buffer.from(ip.split('.').map(Number));
  // The platform's own parser writes an address of IPv6 out in full.
  const full = new URL(`http://[${ip}]`).hostname.slice(1, -1);
  const [head = '', tail] = full.split('::');
  const words = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(':'));
  const zeros = tail === undefined ? 0 : 8 - words(head).length - words(tail).length;
  return Buffer.from(
    [...words(head), ...Array.from({ length: zeros }, () => '0'), ...words(tail)].map((word) => word.padStart(4, '0')).join(''),
    'hex',
  );
}

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;
}

interface Request {
  readonly subject: string;
  readonly issuer: string;
  readonly key: KeyObject;
  readonly signer: KeyObject;
  readonly days: number;
  readonly now: Date;
  readonly extensions: readonly Buffer[];
}

function certify({ subject, issuer, key, signer, days, now, extensions }: Request): Certified {
  const keyId = (of: KeyObject): Buffer => createHash('sha1').update(spkiOf(of)).digest();
  const toBeSigned = sequence(
    context(0, integer(Buffer.from([2])), true),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    ECDSA_SHA256,
    named(issuer),
    // A day early: the clocks of tablets are not all right.
    sequence(time(new Date(now.getTime() - DAY)), time(new Date(now.getTime() + days * DAY))),
    named(subject),
    spkiOf(key),
    context(
      3,
      sequence(
        ...extensions,
        extension(EXTENSION.subjectKeyId, octets(keyId(key))),
        extension(EXTENSION.authorityKeyId, sequence(context(0, keyId(signer), false))),
      ),
      true,
    ),
  );
  const der = sequence(toBeSigned, ECDSA_SHA256, bits(sign('sha256', toBeSigned, signer)));
  return { cert: pem(der), key: key.export({ type: 'pkcs8', format: 'pem' }) as string };
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

/**
 * Makes a certificate authority that signs for servers only, nothing below it.
 * @param name what people see in the list of what they trust.
 */
export function makeAuthority(name: string, now: Date): Certified {
  const key = newKey();
  return certify({
    subject: name,
    issuer: name,
    key,
    signer: key,
    days: AUTHORITY_DAYS,
    now,
    extensions: [
      extension(EXTENSION.basic, sequence(boolean(true), integer(Buffer.from([0]))), true),
      // Signs certificates and revocations.
      extension(EXTENSION.keyUsage, bits(Buffer.from([0b0000_0110]), 1), true),
    ],
  });
}

/** Makes a server's certificate. @param names the host names and IP addresses at which it is reached. */
export function makeServerCertificate(
  authority: { readonly name: string; readonly key: KeyObject },
  names: readonly string[],
  now: Date,
): Certified {
  const key = newKey();
  const alternatives = names.map((name) =>
    isIP(name) === 0 ? context(2, Buffer.from(name), false) : context(7, addressBytes(name), false),
  );
  return certify({
    subject: names[0] ?? 'localhost',
    issuer: authority.name,
    key,
    signer: authority.key,
    days: SERVER_DAYS,
    now,
    extensions: [
      extension(EXTENSION.basic, sequence(), true),
      // Signs; nothing is encrypted with the key itself.
      extension(EXTENSION.keyUsage, bits(Buffer.from([0b1000_0000]), 7), true),
      extension(EXTENSION.extendedUsage, sequence(objectId(SERVER_AUTH))),
      extension(EXTENSION.names, sequence(...alternatives)),
    ],
  });
}

/** Whether a certificate is good for all these names, at least for so many more days. */
export function isGoodFor(cert: string, names: readonly string[], now: Date, days: number): boolean {
  const read = new X509Certificate(cert);
  if (new Date(read.validTo).getTime() < now.getTime() + days * DAY) return false;
  return names.every((name) => (isIP(name) === 0 ? read.checkHost(name) : read.checkIP(name)) !== undefined);
}
