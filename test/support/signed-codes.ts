import { createPrivateKey, sign } from 'node:crypto';
import { type PickupKey } from '../../domain/fulfillment/pickup-key.ts';
import { AT } from './examples.ts';

/** Key pairs of RFC 8032, section 7.1: the first two tests. Of the public halves, base32 is what registers are told. */
const PAIRS = {
  K1: {
    privateKey: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    publicKey: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    told: '25NJQAMCWEFLPVKL73J4SZAHHIHOC4XT3KTCGJNPAINGR5YHKENA',
  },
  K2: {
    privateKey: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    publicKey: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    told: 'HVABPQ7IIOEVVEVXBKTU2G36XSOJQLGPF3CJNDGAZVK7CKXUMYGA',
  },
} as const;

/** Two keys of one company; the second was withdrawn. */
export const PICKUP_KEYS: readonly PickupKey[] = [
  { id: 'K1', publicKey: PAIRS.K1.told, at: AT, withdrawnAt: null },
  { id: 'K2', publicKey: PAIRS.K2.told, at: AT, withdrawnAt: AT },
];

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648, section 6, without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

interface Signed {
  readonly orderNumber?: string;
  readonly codeId?: string;
  /** By which it says that it is signed, and the pair that really signed it. */
  readonly keyId?: string;
  readonly by?: keyof typeof PAIRS;
  /** For which the signature was made. */
  readonly purpose?: string;
}

/** The text of a signed pickup code, made without the code under test: of order WEB-7, signed by K1, unless told. */
export function signedCode({ orderNumber = 'WEB-7', codeId = 'C1', keyId = 'K1', by = 'K1', purpose }: Signed = {}): string {
  const { privateKey, publicKey } = PAIRS[by];
  const url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url');
  const key = createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x: url(publicKey), d: url(privateKey) }, format: 'jwk' });
  const text = `["${purpose ?? 'outpost pickup code 1'}","${keyId}","${codeId}","${orderNumber}"]`;
  const said = `["${keyId}","${codeId}","${orderNumber}"]`;
  return `OPQ1.${base32(Buffer.from(said))}.${base32(sign(null, Buffer.from(text), key))}`;
}
