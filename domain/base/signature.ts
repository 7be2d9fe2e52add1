import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { hash } from './envelope.ts';

/** Names the purpose and the version, so that a signature made for this never counts for anything else. */
const PURPOSE = 'outpost operations 1';

const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'A coordinate is 32 bytes in base64url.');

/** The public key of a register (rule A4): a point on the curve P-256, as a JSON Web Key. */
export const publicKey = z.strictObject({ kty: z.literal('EC'), crv: z.literal('P-256'), x: coordinate, y: coordinate });
export type PublicKey = z.infer<typeof publicKey>;

/** What a register signed: its newest operation in a batch, which names all before it by its hash. */
export const batchSignature = z.strictObject({
  seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
  hash,
  /** ECDSA with SHA-256 over {@link signedText}: r and s, 64 bytes in base64url. */
  value: z.string().regex(/^[A-Za-z0-9_-]{86}$/, 'A signature is 64 bytes in base64url.'),
});
export type BatchSignature = z.infer<typeof batchSignature>;

/** One place in a register's sequence, and the hash of the operation there. */
export type SignedPlace = Pick<BatchSignature, 'seq' | 'hash'>;

/** The text that a register signs for a batch that ends at this place. */
export function signedText(registerId: string, { seq, hash }: SignedPlace): string {
  return canonicalJson([PURPOSE, registerId, seq, hash]);
}

interface Link {
  readonly seq: unknown;
  readonly hash: unknown;
  readonly prevHash: unknown;
}

function linkOf(operation: unknown): Link {
  const { seq, hash, prevHash } = (operation ?? {}) as Partial<Link>;
  return { seq, hash, prevHash };
}

function follows(next: Link, { seq, hash }: Link): boolean {
  return typeof seq === 'number' && next.seq === seq + 1 && typeof hash === 'string' && next.prevHash === hash;
}

/** How many of these operations, from the first on, name the one before them (rule J2). What they say of their hash is believed. */
export function countChained(operations: readonly unknown[]): number {
  const links = operations.map(linkOf);
  const broken = links.findIndex((link, index) => index > 0 && !follows(link, linkOf(links[index - 1])));
  return broken < 0 ? links.length : broken;
}

/** Whether these operations follow one another, and the last is the one at this place. */
export function leadsTo(operations: readonly unknown[], place: SignedPlace): boolean {
  const newest = linkOf(operations.at(-1));
  return newest.seq === place.seq && newest.hash === place.hash && countChained(operations) === operations.length;
}
