import { ed25519 } from '@noble/curves/ed25519.js';
import { base32nopad } from '@scure/base';
import { z } from 'zod';
import { canonicalJson } from '../base/canonical-json.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import type { PickupKey } from './pickup-key.ts';

/** Names the purpose and the version, so that a signature made for this never counts for anything else. */
const PURPOSE = 'outpost pickup code 1';

/** With it the text of every signed code begins. No order number and no typed code does. */
const MARK = 'OPQ1.';

/** Of an Ed25519 signature (RFC 8032), in bytes. */
const SIGNATURE_BYTES = 64;

const content = z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]);

/** What a signed pickup code says. Nothing of it is secret: only the server can sign it. */
export interface SignedCode {
  readonly keyId: string;
  readonly codeId: string;
  readonly orderNumber: string;
}

export type SignedCodeFault = 'pickup_code_forged' | 'pickup_code_foreign' | 'pickup_code_withdrawn';

/** The bytes that the server signs. */
export function bytesToSign({ keyId, codeId, orderNumber }: SignedCode): Uint8Array {
  return new TextEncoder().encode(canonicalJson([PURPOSE, keyId, codeId, orderNumber]));
}

/**
 * The text of a QR code: capital letters, digits and points, which QR codes hold densely and every scanner types on every keyboard.
 * @param signature of {@link bytesToSign}, 64 bytes.
 */
export function writeSignedCode({ keyId, codeId, orderNumber }: SignedCode, signature: Uint8Array): string {
  const said = new TextEncoder().encode(JSON.stringify([keyId, codeId, orderNumber]));
  return `${MARK}${base32nopad.encode(said)}.${base32nopad.encode(signature)}`;
}

/** Whether a text means to be a signed code. What a person types never does. */
export function looksSigned(text: string): boolean {
  return text.trim().toUpperCase().startsWith(MARK);
}

function decode(text: string): { readonly code: SignedCode; readonly signature: Uint8Array } | null {
  const [said = '', signed = '', ...more] = text.trim().toUpperCase().slice(MARK.length).split('.');
  try {
    const [keyId, codeId, orderNumber] = content.parse(JSON.parse(new TextDecoder().decode(base32nopad.decode(said))));
    const signature = base32nopad.decode(signed);
    if (more.length > 0 || signature.length !== SIGNATURE_BYTES) return null;
    return { code: { keyId, codeId, orderNumber }, signature };
  } catch {
    return null;
  }
}

function isSignedBy(publicKey: string, code: SignedCode, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, bytesToSign(code), base32nopad.decode(publicKey), { zip215: false });
  } catch {
    return false;
  }
}

/**
 * Reads a signed code and checks its signature, without a network.
 * @param keys those of the company, as far as the register has heard of them.
 * @returns what it says; or that it was made by somebody else, by another company, or with a key that counts no more.
 */
export function readSignedCode(text: string, keys: Iterable<PickupKey>): Result<SignedCode, SignedCodeFault> {
  const read = looksSigned(text) ? decode(text) : null;
  if (read === null) return refuse('pickup_code_forged');
  const key = [...keys].find(({ id }) => id === read.code.keyId);
  if (key === undefined) return refuse('pickup_code_foreign');
  if (!isSignedBy(key.publicKey, read.code, read.signature)) return refuse('pickup_code_forged');
  return key.withdrawnAt === null ? accept(read.code) : refuse('pickup_code_withdrawn');
}
